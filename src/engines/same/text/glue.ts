/** Words that hold a name together and tell nothing apart, folded; by language. */
const GLUE: Readonly<Record<string, string>> = {
  de: 'und u fuer fur der die das den dem des ein eine einer eines in im am an auf aus bei mit von vom zu zum zur sowie oder fuers',
  en: 'and for of the to at on by',
  fr: 'et de du des la le les pour aux au l d',
  es: 'y el los las del para por',
  it: 'e di della dello dei degli delle per il lo gli i da',
  pl: 'w z na dla oraz',
  tr: 've ile icin',
  ku: 'u ji bo',
  cs: 'a pro',
  ru: 'и в во на для из с по при от о',
  uk: 'і й та у для з із зі при від',
  bg: 'за',
  el: 'και του της των το η ο για',
  ar: 'al و في من على الى لل عن مع',
  fa: 'براي در از به',
};

const ALL = new Set(Object.values(GLUE).flatMap((words) => words.split(' ')));

/** Whether a folded word only holds others together: "und", "for", "ve". */
export function isGlue(word: string): boolean {
  return ALL.has(word);
}
