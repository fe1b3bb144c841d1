import type { NamedOrganisation } from './named-organisation.ts';

/** Those that write their name in Latin letters, in many languages. */
export const IN_LATIN_SCRIPT: readonly NamedOrganisation[] = [
  {
    slug: 'veliler',
    kind: 'association',
    theme: 'parents',
    names: [
      ['tr', 'Rhönau Türk Veliler Birliği'],
      ['de', 'Türkischer Elternverein Rhönau e. V.'],
    ],
    languages: ['de', 'tr'],
    place: 'Rhönau',
    district: 'Nord',
  },
  {
    slug: 'umut',
    kind: 'association',
    theme: 'women',
    names: [
      ['tr', 'Umut Kadın Dayanışması'],
      ['de', 'Frauensolidarität Umut Niederlohra e. V.'],
    ],
    languages: ['de', 'kmr', 'tr'],
    place: 'Niederlohra',
  },
  {
    slug: 'teestube',
    kind: 'initiative',
    theme: 'neighbours',
    names: [
      ['tr', 'Emekliler Çay Ocağı'],
      ['de', 'Teestube der Älteren Wendelfeld'],
    ],
    languages: ['de', 'tr'],
    place: 'Wendelfeld',
  },
  {
    slug: 'sofra',
    kind: 'association',
    theme: 'culture',
    names: [
      ['tr', 'Dünya Sofrası'],
      ['de', 'Kochverein Sofra Brückenhain e. V.'],
    ],
    languages: ['de', 'tr'],
    place: 'Brückenhain',
  },
  {
    slug: 'navenda-cande',
    kind: 'association',
    theme: 'culture',
    names: [
      ['kmr', 'Navenda Çanda Kurdî ya Rhönau'],
      ['de', 'Kurdisches Kulturzentrum Rhönau e. V.'],
    ],
    languages: ['ckb', 'de', 'kmr'],
    place: 'Rhönau',
    district: 'Süd',
  },
  {
    slug: 'ronahi',
    kind: 'association',
    theme: 'parents',
    names: [
      ['kmr', 'Komeleya Dê û Bavan Ronahî'],
      ['de', 'Elternverein Ronahî Hüttengrund e. V.'],
    ],
    languages: ['de', 'kmr'],
    place: 'Hüttengrund',
  },
  {
    slug: 'iftiin',
    kind: 'association',
    theme: 'health',
    names: [
      ['so', 'Ururka Haweenka Iftiin'],
      ['de', 'Frauenverein Iftiin Rhönau e. V.'],
    ],
    languages: ['ar', 'de', 'so'],
    place: 'Rhönau',
    district: 'Mitte',
  },
  {
    slug: 'ura',
    kind: 'association',
    theme: 'work',
    names: [
      ['sq', 'Shoqata Ura Rhönau'],
      ['de', 'Verein Ura Rhönau e. V.'],
    ],
    languages: ['de', 'sq'],
    place: 'Rhönau',
    district: 'Nord',
  },
  {
    slug: 'hoa-sen',
    kind: 'association',
    theme: 'language',
    names: [
      ['vi', 'Hội Hoa Sen Rhönau'],
      ['de', 'Verein Hoa Sen Rhönau e. V.'],
    ],
    languages: ['de', 'vi'],
    place: 'Rhönau',
    district: 'Altstadt',
  },
  {
    slug: 'most',
    kind: 'association',
    theme: 'transport',
    names: [
      ['pl', 'Stowarzyszenie Most Lindenroda'],
      ['de', 'Verein Most Lindenroda e. V.'],
    ],
    languages: ['de', 'pl'],
    place: 'Lindenroda',
  },
  {
    slug: 'puente',
    kind: 'association',
    theme: 'sport',
    names: [
      ['es', 'Asociación Puente Rhönau'],
      ['de', 'Verein Puente Rhönau e. V.'],
    ],
    languages: ['de', 'es'],
    place: 'Rhönau',
    district: 'Altstadt',
  },
  {
    slug: 'floare',
    kind: 'initiative',
    theme: 'health',
    names: [
      ['ro', 'Inițiativa Floare Brückenhain'],
      ['de', 'Initiative Floare Brückenhain'],
    ],
    languages: ['de', 'ro'],
    place: 'Brückenhain',
  },
];
