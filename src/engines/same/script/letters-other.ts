/** Greek as Latin spellings write it. How to read an entry is told in letters.ts. Source: ISO 843, ALA-LC. */
export const GREEK: Readonly<Record<string, string>> = {
  α: 'a',
  β: 'v v v b',
  γ: 'g / y gh j',
  δ: 'd / dh',
  ε: 'e',
  ζ: 'z s z z',
  η: 'i i i e',
  θ: 'th t th th',
  ι: 'i / y j',
  κ: 'k / c ck',
  λ: 'l / ll',
  μ: 'm / mm',
  ν: 'n / nn',
  ξ: 'x ks x x / cs',
  ο: 'o / w',
  π: 'p / pp',
  ρ: 'r / rh rr',
  σ: 's / ss z',
  ς: 's / ss',
  τ: 't / tt d',
  υ: 'y i y u / v',
  φ: 'f f f ph / ff',
  χ: 'ch ch kh h / x k',
  ψ: 'ps',
  ω: 'o',
  αι: 'e ai ai ai / ae',
  ει: 'i ei ei ei',
  οι: 'i oi oi oi / oe',
  ου: 'ou u ou u',
  αυ: 'av au af au',
  ευ: 'ev eu ef eu',
  γγ: 'ng / gg',
  γκ: 'g gk ng gk',
  γχ: 'nch nkh',
  γξ: 'nx',
  μπ: 'b mp mb b',
  ντ: 'd nt nd d',
  τζ: 'tz j dz tz',
  τσ: 'ts tsch ch ts',
};

/** Georgian. Source: the national system of 2002, ISO 9984. */
export const GEORGIAN: Readonly<Record<string, string>> = {
  ა: 'a',
  ბ: 'b',
  გ: 'g',
  დ: 'd',
  ე: 'e',
  ვ: 'v w v v',
  ზ: 'z s z z',
  თ: 't / th',
  ი: 'i / y',
  კ: 'k / c',
  ლ: 'l',
  მ: 'm',
  ნ: 'n',
  ო: 'o',
  პ: 'p',
  ჟ: 'zh sch j ž',
  რ: 'r',
  ს: 's / ss',
  ტ: 't',
  უ: 'u u ou u',
  ფ: 'p p p f / ph',
  ქ: 'k / kh q ch',
  ღ: 'gh / g',
  ყ: 'q k q k / kh',
  შ: 'sh sch ch š',
  ჩ: 'ch tsch tch č',
  ც: 'ts z ts c',
  ძ: 'dz ds dz dz / z',
  წ: 'ts z ts c',
  ჭ: 'ch tsch tch č',
  ხ: 'kh ch kh h / x',
  ჯ: 'j dsch dj dž',
  ჰ: 'h / -',
};

/** Rows of the Ethiopic block with the sound that they have in Tigrinya and Amharic, by the code point of their first sign. */
const ROWS: Readonly<Record<number, string>> = {
  0x1200: 'h',
  0x1208: 'l',
  0x1210: 'h',
  0x1218: 'm',
  0x1220: 's',
  0x1228: 'r',
  0x1230: 's',
  0x1238: 'sh|sch|ch|š',
  0x1240: 'k|q',
  0x1248: 'kw|qu',
  0x1250: 'kh|q|k',
  0x1258: 'khw|qw',
  0x1260: 'b',
  0x1268: 'v|w',
  0x1270: 't',
  0x1278: 'ch|tsch|tch|č',
  0x1280: 'h',
  0x1288: 'hw',
  0x1290: 'n',
  0x1298: 'ny|nj|gn',
  0x12a0: '',
  0x12a8: 'k|c',
  0x12b0: 'kw|qu',
  0x12b8: 'kh|h|ch',
  0x12c0: 'khw',
  0x12c8: 'w',
  0x12d0: '',
  0x12d8: 'z|s',
  0x12e0: 'zh|sch|j|ž',
  0x12e8: 'y|j',
  0x12f0: 'd',
  0x12f8: 'd',
  0x1300: 'j|dsch|dj|g',
  0x1308: 'g',
  0x1310: 'gw|gu',
  0x1318: 'ng',
  0x1320: 't',
  0x1328: 'ch|tsch|tch|č',
  0x1330: 'p',
  0x1338: 'ts|z|s',
  0x1340: 'ts|z|s',
  0x1348: 'f',
  0x1350: 'p',
};
/** The seven orders of a row: the vowel first meant, then what else it is written as. */
const ORDERS: readonly (readonly string[])[] = [
  ['e', 'a', 'ä'],
  ['u', 'ou'],
  ['i', 'ee'],
  ['a'],
  ['e', 'ie', 'ye'],
  ['', 'i', 'e'],
  ['o'],
  ['wa', 'ua'],
];

/** y and w are written as vowels as well. */
const GLIDES: Readonly<Record<number, string>> = { 0x12e8: 'i', 0x12c8: 'u' };

/** Ge'ez, a sign for each syllable. Source: ALA-LC tables of Tigrinya and Amharic. */
export const ETHIOPIC: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(ROWS).flatMap(([row, spellings]) =>
    ORDERS.map((vowels, order) => [
      String.fromCodePoint(Number(row) + order),
      entryOf(spellings.split('|'), vowels, GLIDES[Number(row)], order),
    ]),
  ),
);

function entryOf(
  sounds: readonly string[],
  [first = '', ...others]: readonly string[],
  glide: string | undefined,
  order: number,
): string {
  // Alone, the rows without a consonant are "a" in their first order.
  const vowel = sounds[0] === '' && order === 0 ? 'a' : first;
  const [usual = '', ...rest] = sounds.map((sound) => sound + vowel);
  const styles = [usual, rest[0] ?? usual, rest[1] ?? usual, rest[2] ?? usual].map((text) =>
    text === '' ? '-' : text,
  );
  const spoken = glide === undefined ? [] : [first, ...others].map((other) => glide + other);
  const more = [...spoken, ...others.flatMap((other) => sounds.map((sound) => sound + other))];
  return more.length === 0 ? styles.join(' ') : `${styles.join(' ')} / ${more.join(' ')}`;
}
