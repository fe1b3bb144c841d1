import { fold } from '../../../plain/text.ts';
import { SYNONYMS, type Meaning } from './synonyms.ts';

export interface HeaderMatch {
  readonly meaning: Meaning;
  /** 1 if the header is a known word, less if it only contains one. */
  readonly strength: number;
}

interface Synonym {
  readonly meaning: Meaning;
  readonly words: string;
  readonly squashed: string;
}

const KNOWN: readonly Synonym[] = meanings().flatMap((meaning) =>
  SYNONYMS[meaning].split(',').map((phrase) => {
    const words = fold(phrase);
    return { meaning, words, squashed: squash(words) };
  }),
);
/** The names of the fields themselves head our own exports: they come last and win. */
const EXACT: ReadonlyMap<string, Meaning> = new Map([
  ...KNOWN.toReversed().map(({ squashed, meaning }): [string, Meaning] => [squashed, meaning]),
  ...meanings().map((meaning): [string, Meaning] => [squash(fold(meaning)), meaning]),
]);

/** Whether a cell is a header that is known as it stands. */
export function isKnownHeader(cell: string): boolean {
  return EXACT.has(squash(fold(withoutAside(cell))));
}

/** What a header may mean, by its words; null if none of them is known. */
export function matchHeader(header: string): HeaderMatch | null {
  const bare = withoutAside(header);
  const words = fold(bare);
  const exact = EXACT.get(squash(words)) ?? EXACT.get(squash(fold(header)));
  if (exact !== undefined) return { meaning: exact, strength: 1 };
  const mended = mendedMatch(header);
  if (mended !== null) return { meaning: mended, strength: 0.9 };
  const inAddress = addressPart(words);
  if (inAddress !== null) return inAddress;
  const parts = KNOWN.filter((known) => hasWords(words, known.words));
  const channels = parts.filter(({ meaning }) => CHANNELS.includes(meaning));
  if (channels.length > 0) return longest(channels, 0.8);
  if (PEOPLE.test(words)) return { meaning: 'person', strength: 0.8 };
  return (
    longest(parts, 0.8) ??
    longest(
      KNOWN.filter((known) => isCompound(squash(words), known.squashed)),
      0.65,
    )
  );
}

const ADDRESS =
  /^(?:adresse|anschrift|address|adres|standort|sitz|veranstaltungsort|treffpunkt|ort|kontakt|kontaktdaten) (.+)$/;
const ADDRESS_PARTS: ReadonlySet<Meaning> = new Set([
  'street',
  'houseNumber',
  'postcode',
  'placeName',
  'placeText',
  'streetWithPlace',
  'district',
  'lat',
  'lon',
  'point',
]);

/** "Adresse PLZ": a merged header stands over parts of an address. */
function addressPart(words: string): HeaderMatch | null {
  const part = ADDRESS.exec(words)?.[1];
  const meaning = part === undefined ? undefined : EXACT.get(squash(part));
  return meaning !== undefined && ADDRESS_PARTS.has(meaning) ? { meaning, strength: 0.95 } : null;
}

/** "Telefon Ansprechpartner" is a telephone number. */
const CHANNELS: readonly Meaning[] = ['mailbox', 'phone', 'phoneTimes', 'website', 'fax'];

/** "Name der Ansprechpartnerin" must never be taken for the public name. */
const PEOPLE =
  /ansprech|kontaktp|vorsitz|vorname|nachname|familienname|leiter|inhaber|geschaeftsfuehr|contact (person|name)|(first|last|sur) ?name/;

/** "Telefon (nur vormittags)", "Papiere nötig?" and "kontakt.telefon" mean the same without their asides. */
function withoutAside(header: string): string {
  return header.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ').replace(/([a-zäöü])([A-ZÄÖÜ])/g, '$1 $2');
}

/** Umlauts that a wrong encoding broke: "Stra?e", "StraÃŸe", "Tr�ger". */
function mendedMatch(header: string): Meaning | null {
  if (!/[?\uFFFD]\p{L}|[ÃÂ]/u.test(header)) return null;
  const pieces = header.split(/[?\uFFFD]+|[ÃÂ][^a-z]?/).map((piece) => squash(fold(piece)));
  if (pieces.join('').length < 4) return null;
  const pattern = new RegExp(`^${pieces.join('.{0,2}')}$`);
  return KNOWN.find(({ squashed }) => pattern.test(squashed))?.meaning ?? null;
}

function longest(matches: readonly Synonym[], strength: number): HeaderMatch | null {
  let best: Synonym | null = null;
  for (const match of matches) if (best === null || match.squashed.length > best.squashed.length) best = match;
  return best === null ? null : { meaning: best.meaning, strength };
}

function hasWords(words: string, part: string): boolean {
  return part.length >= 3 && ` ${words} `.includes(` ${part} `);
}

/** German compounds carry their meaning at the end: "Vereinstelefon". */
function isCompound(header: string, part: string): boolean {
  return part.length >= 5 && header.length > part.length && header.endsWith(part);
}

function squash(folded: string): string {
  return folded.replaceAll(' ', '');
}

function meanings(): Meaning[] {
  return Object.keys(SYNONYMS).filter((key): key is Meaning => key in SYNONYMS);
}
