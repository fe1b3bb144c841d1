/** A circle of languages in which organisations of the county live, with words they name themselves by. */
export interface Circle {
  /** BCP 47, the first is the one of the words. */
  readonly languages: readonly string[];
  /** Words in Latin letters as they stand in German names of associations. */
  readonly words: readonly string[];
  /** As in "Deutsch-Arabischer Freundeskreis"; absent where several languages meet. */
  readonly adjective?: string;
}

export const CIRCLES: readonly Circle[] = [
  {
    languages: ['ar'],
    adjective: 'Arabisch',
    words: ['Al-Amal', 'Al-Jisr', 'Nour', 'Baraka', 'Salam', 'Zaitun', 'Yasmin', 'Bustan'],
  },
  {
    languages: ['uk', 'ru'],
    adjective: 'Ukrainisch',
    words: ['Nadija', 'Mrija', 'Kalyna', 'Rasom', 'Swit', 'Ridnja', 'Sonjach'],
  },
  {
    languages: ['tr'],
    adjective: 'Türkisch',
    words: ['Umut', 'Barış', 'Köprü', 'Çınar', 'Dostluk', 'Güneş', 'Yıldız', 'Pınar'],
  },
  {
    languages: ['kmr', 'tr'],
    adjective: 'Kurdisch',
    words: ['Hêvî', 'Ronahî', 'Aştî', 'Newroz', 'Bihar', 'Dilan', 'Çiya'],
  },
  { languages: ['ti', 'am'], adjective: 'Eritreisch', words: ['Selam', 'Tesfa', 'Berhan', 'Fikri', 'Hidri'] },
  { languages: ['prs', 'fa'], adjective: 'Afghanisch', words: ['Omid', 'Aftab', 'Paywand', 'Roshani', 'Golestan'] },
  { languages: ['ru'], adjective: 'Russisch', words: ['Rodnik', 'Raduga', 'Teremok', 'Radost'] },
  { languages: ['so'], adjective: 'Somalisch', words: ['Iftiin', 'Nabad', 'Hilaac', 'Walaalo'] },
  { languages: ['fr', 'wo'], adjective: 'Westafrikanisch', words: ['Teranga', 'Ubuntu', 'Sankofa', 'Djarama'] },
  { languages: ['sq'], adjective: 'Albanisch', words: ['Ura', 'Shpresa', 'Lisi', 'Vatra'] },
  { languages: ['vi'], adjective: 'Vietnamesisch', words: ['Hoa Sen', 'Cầu Vồng', 'Tre Xanh'] },
  { languages: ['pl'], adjective: 'Polnisch', words: ['Most', 'Wisła', 'Nadzieja', 'Słonecznik'] },
  { languages: ['es'], adjective: 'Lateinamerikanisch', words: ['Puente', 'Esperanza', 'Semilla', 'Mariposa'] },
  { languages: ['ro'], adjective: 'Rumänisch', words: ['Floare', 'Speranța', 'Izvor'] },
  {
    languages: ['en', 'fr'],
    words: ['Horizont', 'Miteinander', 'Regenbogen', 'Weltgarten', 'Vielfalt', 'Lichtblick', 'Ankommen'],
  },
];

/** The German names of the languages, as lists write them. */
export const GERMAN_NAMES: Readonly<Record<string, string>> = {
  am: 'Amharisch',
  ar: 'Arabisch',
  ckb: 'Sorani',
  de: 'Deutsch',
  en: 'Englisch',
  es: 'Spanisch',
  fa: 'Persisch',
  fr: 'Französisch',
  kmr: 'Kurmandschi',
  pl: 'Polnisch',
  prs: 'Dari',
  ro: 'Rumänisch',
  ru: 'Russisch',
  so: 'Somali',
  sq: 'Albanisch',
  ti: 'Tigrinya',
  tr: 'Türkisch',
  uk: 'Ukrainisch',
  vi: 'Vietnamesisch',
  wo: 'Wolof',
};
