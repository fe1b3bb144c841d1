/** Words that exclude each other, folded; those in brackets are one. Who is the one is not the other. */
const CONTRASTS: readonly string[] = [
  '(grundschule gs) (oberschule os) (gymnasium gym) hauptschule realschule (foerderschule sonderschule) gesamtschule ' +
    '(berufsschule berufskolleg) mittelschule (abendschule abendgymnasium) hort (kita kindergarten kindertagesstaette) krippe',
  '(bundesverband bund) (landesverband lv) (bezirksverband bv) (kreisverband kv) (stadtverband sv) (ortsverband ov ortsverein ortsgruppe)',
  'nord sued ost west mitte nordost nordwest suedost suedwest',
  'sachsen bayern hessen thueringen brandenburg berlin hamburg bremen niedersachsen saarland (nrw nordrhein) rheinland ' +
    'mecklenburg schleswig (wuerttemberg bw) baden',
  '(maenner herren jungen) (frauen damen maedchen) (kinder kind) jugend senioren eltern',
  'erste zweite dritte vierte',
  'januar februar maerz april mai juni juli august september oktober november dezember',
  'montag dienstag mittwoch donnerstag freitag samstag sonntag',
  'anfaenger fortgeschrittene',
];
const STRIDE = 64;
/** Words of that group also tell apart what they are the first part of: "Männerchor", "Frauenchor". */
const FIRST_PART = /^(?:maenner|herren|jungen|frauen|damen|maedchen|kinder|jugend|senioren|eltern)(?=.{4})/;
/** Schools do so as the last part: "Sportoberschule", "Sportgymnasium". */
const LAST_PART =
  /(?<=.{3})(?:grundschule|oberschule|gymnasium|hauptschule|realschule|foerderschule|gesamtschule|berufsschule|mittelschule)$/;

const members = new Map(CONTRASTS.flatMap(membersOf));

/** The number of a word that excludes others, see `excludeEachOther`; -1 for any other word. */
export function contrastOf(word: string): number {
  const part = FIRST_PART.exec(word) ?? LAST_PART.exec(word);
  return members.get(word) ?? members.get(part?.[0] ?? '') ?? -1;
}

export function excludeEachOther(a: number, b: number): boolean {
  return a >= 0 && b >= 0 && a !== b && Math.floor(a / STRIDE) === Math.floor(b / STRIDE);
}

function membersOf(group: string, at: number): [string, number][] {
  const sets = [...group.matchAll(/\(([^)]*)\)|(\S+)/g)].map((found) => (found[1] ?? found[2] ?? '').split(' '));
  return sets.flatMap((words, member) => words.map((word): [string, number] => [word, at * STRIDE + member]));
}
