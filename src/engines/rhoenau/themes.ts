/** What an organisation is about; ties its fields, its sentences and its offers together. */
export interface Theme {
  readonly key: ThemeKey;
  /** Codes of the seven fields of action, in their declared order. */
  readonly fields: readonly string[];
  readonly topics: readonly string[];
  /** Codes of target groups, in their declared order. */
  readonly groups: readonly string[];
  /** What kind of circle this is, as it stands in the German name. */
  readonly circles: readonly string[];
  readonly expertise: string;
  readonly seeks: string;
}

export const THEME_KEYS = [
  'women',
  'parents',
  'youth',
  'language',
  'culture',
  'advice',
  'work',
  'health',
  'housing',
  'neighbours',
  'sport',
  'transport',
] as const;
export type ThemeKey = (typeof THEME_KEYS)[number];

const THEMES: Readonly<Record<ThemeKey, Omit<Theme, 'key'>>> = {
  women: {
    fields: ['health', 'selfOrganisation'],
    topics: ['Frauentreff', 'Nähen', 'Selbsthilfe'],
    groups: ['women'],
    circles: ['Frauenverein', 'Frauengruppe', 'Frauentreff'],
    expertise: 'Wir wissen, wie man Frauen erreicht, die sonst niemand fragt, und moderieren in drei Sprachen.',
    seeks: 'Wir suchen einen Raum mit Kinderbetreuung am Nachmittag.',
  },
  parents: {
    fields: ['education', 'selfOrganisation'],
    topics: ['Elternarbeit', 'Hausaufgaben', 'Kita'],
    groups: ['children', 'parents'],
    circles: ['Elternverein', 'Elterninitiative', 'Elterntreff'],
    expertise: 'Wir erklären das Schulsystem so, dass Eltern danach selbst mit der Schule sprechen können.',
    seeks: 'Wir suchen eine Schule, die ihren Elternabend mit uns zusammen plant.',
  },
  youth: {
    fields: ['education', 'culture'],
    topics: ['Jugendtreff', 'Musik', 'Theater'],
    groups: ['youth'],
    circles: ['Jugendgruppe', 'Jugendverein', 'Jugendinitiative'],
    expertise: 'Wir kennen die Jugendlichen im Stadtteil und wissen, was sie selbst planen wollen.',
    seeks: 'Wir suchen Instrumente und einen Proberaum am Wochenende.',
  },
  language: {
    fields: ['education'],
    topics: ['Deutsch lernen', 'Muttersprache', 'Sprachcafé'],
    groups: ['everyone'],
    circles: ['Sprachverein', 'Sprachschule', 'Bildungsverein'],
    expertise: 'Wir unterrichten mehrsprachig und bilden Sprachmittlerinnen und Sprachmittler aus.',
    seeks: 'Wir suchen Menschen, die einmal in der Woche zum Üben kommen.',
  },
  culture: {
    fields: ['selfOrganisation', 'culture'],
    topics: ['Feste', 'Kochen', 'Tanz'],
    groups: ['everyone'],
    circles: ['Kulturverein', 'Kulturkreis', 'Freundeskreis'],
    expertise: 'Wir richten Feste für mehrere hundert Menschen aus und kochen für alle.',
    seeks: 'Wir suchen eine Bühne und Räume am Sonntag.',
  },
  advice: {
    fields: ['work', 'selfOrganisation'],
    topics: ['Anträge', 'Beratung', 'Behördenbriefe'],
    groups: ['newcomers'],
    circles: ['Beratungskreis', 'Hilfsverein', 'Lotsenverein'],
    expertise: 'Wir kennen die Wege durch die Ämter und die Stellen, an denen Menschen hängen bleiben.',
    seeks: 'Wir suchen eine Juristin oder einen Juristen für zwei Stunden im Monat.',
  },
  work: {
    fields: ['education', 'work'],
    topics: ['Anerkennung', 'Ausbildung', 'Bewerbung'],
    groups: ['youth', 'newcomers'],
    circles: ['Bildungsinitiative', 'Förderverein', 'Berufslotsen'],
    expertise: 'Wir kennen Betriebe, die ausbilden, und wissen, welche Unterlagen sie wirklich brauchen.',
    seeks: 'Wir suchen Betriebe für Probetage.',
  },
  health: {
    fields: ['health'],
    topics: ['Gesundheit', 'Schwangerschaft', 'Vorsorge'],
    groups: ['women', 'parents'],
    circles: ['Gesundheitskreis', 'Gesundheitslotsen', 'Selbsthilfegruppe'],
    expertise: 'Wir übersetzen Gesundheitswissen in einfache Sprache und in unsere Sprachen.',
    seeks: 'Wir suchen Hebammen und Praxen, die mit Sprachmittlung arbeiten wollen.',
  },
  housing: {
    fields: ['housing'],
    topics: ['Miete', 'Wohnungssuche'],
    groups: ['newcomers'],
    circles: ['Wohnhilfe', 'Mietertreff', 'Wohninitiative'],
    expertise: 'Wir wissen, welche Fragen Vermieterinnen und Vermieter stellen, und üben Besichtigungen.',
    seeks: 'Wir suchen Vermieterinnen und Vermieter, die mit uns sprechen.',
  },
  neighbours: {
    fields: ['housing', 'selfOrganisation'],
    topics: ['Begegnung', 'Garten', 'Nachbarschaft'],
    groups: ['everyone', 'volunteers'],
    circles: ['Nachbarschaftsinitiative', 'Nachbarschaftsverein', 'Begegnungsverein'],
    expertise: 'Wir kennen die Häuser und wissen, wer wen zum Tee einlädt.',
    seeks: 'Wir suchen ein Stück Land für einen Garten.',
  },
  sport: {
    fields: ['health', 'culture'],
    topics: ['Fußball', 'Radfahren', 'Schwimmen'],
    groups: ['children', 'youth'],
    circles: ['Sportverein', 'Sportgruppe', 'Sportfreunde'],
    expertise: 'Wir haben Übungsleiterinnen und Übungsleiter mit vielen Sprachen.',
    seeks: 'Wir suchen Hallenzeiten für Frauen am Wochenende.',
  },
  transport: {
    fields: ['transport'],
    topics: ['Fahrdienst', 'Fahrräder', 'Tickets'],
    groups: ['everyone'],
    circles: ['Fahrradwerkstatt', 'Fahrdienst', 'Mobilitätskreis'],
    expertise: 'Wir reparieren Räder und zeigen, wie man sie selbst repariert.',
    seeks: 'Wir suchen alte Fahrräder und eine trockene Garage.',
  },
};

export function theme(key: ThemeKey): Theme {
  return { key, ...THEMES[key] };
}
