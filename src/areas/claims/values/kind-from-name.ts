import { fold } from '../../../plain/text.ts';

export type OrganisationKind = 'association' | 'initiative' | 'carrier' | 'administration' | 'institution' | 'umbrella';

/**
 * What a name says about the kind of organisation. The first line that matches decides, in this order:
 * 1. the great welfare organisations (their federations are carriers, not umbrellas),
 * 2. federations ("Landesverband … e. V." is an umbrella although it is an association),
 * 3. legal forms: gGmbH and gAG, then e. V. ("Förderverein der Grundschule e. V." is no school),
 * 4. offices, 5. institutions, 6. what calls itself an initiative.
 *
 * Names are folded: ä is "ae", "e. V." is "e v".
 */
const ORDER: readonly (readonly [kind: OrganisationKind, pattern: RegExp])[] = [
  [
    'carrier',
    words(
      'caritas(?:verband)?|awo|arbeiterwohlfahrt|diakonie|diakonisches|diakoniewerk|drk|deutsches rotes kreuz|rotes kreuz|asb|arbeiter samariter bund|johanniter|malteser|volkssolidaritaet|stadtmission|internationaler bund|heilsarmee|kolping(?:werk)?|volkshilfe|hilfswerk',
    ),
  ],
  [
    'umbrella',
    words(
      String.raw`dachverband|dachorganisation|\p{L}*(?:landes|bundes|kreis|bezirks|regional|spitzen|stadt)verband|landesnetzwerk|verband|verbund|foederation|federation|umbrella|federasyonu?|konfederasyonu?|bundeszuwanderungsrat|fédération|اتحاد|الاتحاد|федерація`,
    ),
  ],
  ['carrier', words(String.raw`ggmbh|gag|gug|gemeinnuetzige (?:gmbh|ag|ug|gesellschaft)|bildungswerk|\p{L}*traeger`)],
  [
    'association',
    words(
      String.raw`e v|ev$|verein|\p{L}{2,}verein|vereinigung|\p{L}+vereinigung|dernek|dernegi|cemiyeti|association|society|club|جمعية|الجمعية|رابطة|асоціація|товариство|спілка|громадська організація`,
    ),
  ],
  [
    'administration',
    words(
      String.raw`stadtverwaltung|landeshauptstadt|landkreis|landratsamt|kreisverwaltung|gemeindeverwaltung|rathaus|magistrat|jobcenter|job center|agentur fuer arbeit|bamf|arbeitsagentur|arbeitsamt|regierungspraesidium|regierung|polizei|belediyesi|муніципалітет|міська рада|بلدية|city of|municipality|(?!ehren)\p{L}*(?<!ehren)amt|\p{L}*behoerde|\p{L}*ministerium|(?!selbst)\p{L}*verwaltung`,
      'stadt|gemeinde',
    ),
  ],
  [
    'institution',
    words(
      String.raw`vhs|\p{L}*(?:schule|hochschule|gymnasium|universitaet|bibliothek|buecherei|museum|theater|krankenhaus|klinikum|klinik|kita|kindergarten|kindertagesstaette|akademie)|hort|uni|school|university|library|okulu|lisesi|kuetuephanesi|مدرسة|школа|бібліотека|університет`,
    ),
  ],
  [
    'initiative',
    words(
      String.raw`\p{L}*(?:initiative|helferkreis|unterstuetzerkreis|freundeskreis|gruppe|buendnis|netzwerk|arbeitskreis|aktionskreis|runder tisch)|ini|kollektiv|group|alliance|girisimi|grubu|inisiyatifi|مبادرة|ініціатива`,
      'ag|ak',
    ),
  ],
];

/** The kind of organisation that its name speaks for, `null` when nothing does. */
export function kindFromName(name: string): OrganisationKind | null {
  const folded = fold(name);
  return ORDER.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

/** Whole words anywhere in a name, and words that speak only when the name begins with them ("Stadt Rhönau"). */
function words(anywhere: string, atTheBeginning?: string): RegExp {
  const first = atTheBeginning === undefined ? '' : `|^(?:${atTheBeginning})(?= )`;
  return new RegExp(`(?:^| )(?:${foldedMarks(anywhere)})(?= |$)${first}`, 'u');
}

/** Folding takes marks away (ї is і): the patterns are written as people write and folded the same way. */
function foldedMarks(pattern: string): string {
  return pattern
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC');
}
