import { fold } from '../../../plain/text.ts';
import { weekdaysCalled } from './weekdays.ts';

/** Hours of one day, as "18:00" to "20:00". */
export interface Hours {
  readonly from: string;
  readonly to: string;
}

type Kind =
  | { readonly kind: 'days'; readonly days: readonly number[] }
  | { readonly kind: 'hours'; readonly hours: Hours }
  /** A time that only begins, or hours that cross midnight. */
  | { readonly kind: 'openEnd' | 'overnight' }
  | { readonly kind: 'to' | 'comma' | 'stop' | 'closed' }
  | { readonly kind: 'word'; readonly taints: boolean; readonly silent: boolean };

export type Token = Kind & { readonly start: number; readonly end: number };

const CLOCK = String.raw`(?:(\d{1,2})(?:\s?(?:[:.]|uhr|h)\s?(\d{2}))?|(\d{2})(\d{2}))(?!\d)\s*(a\.?m\.?|p\.?m\.?|uhr|h(?!\p{L}))?`;
const HOURS = new RegExp(
  String.raw`(?:von\s+|from\s+)?${CLOCK}\s*(?:-|bis|to|until|till|до|حتى|إلى)\s*${CLOCK}(?![\d:]|[.]\d|\s*(?:jahre|years|yaş|j\b|klasse|monate|wochen|€|euro|personen|plätze))`,
  'iuy',
);
const SINGLE = new RegExp(
  String.raw`(?:(?:ab|from|від|bis|gegen|um|at)\s+${CLOCK}|(\d{1,2})(?:[:.](\d{2})\s*(?:uhr|h|am|pm)?|\s*(?:uhr|am|pm)))\+?(?![\d.])`,
  'iuy',
);
const WORD = /[\p{L}\p{M}][\p{L}\p{M}'’]*/uy;
const OTHER = /[\d.:[\]]+|[^\s]/uy;

const TO = new Set(['bis', 'to', 'through', 'thru', 'до', 'حتى', 'الى']);
const AND = new Set(['und', 'u', 'and', 've', 'і', 'та', 'и', 'و', 'sowie', 'plus', 'et']);
const CLOSED = new Set(['geschlossen', 'closed', 'off', 'ruhetag', 'zu', 'kapali', 'зачинено', 'مغلق']);
const SILENT = new Set(
  [
    'uhr',
    'h',
    'von',
    'from',
    'jeweils',
    'immer',
    'jeden',
    'jede',
    'jeder',
    'every',
    'each',
    'am',
    'an',
    'den',
    'dem',
    'on',
    'im',
    'wöchentlich',
    'weekly',
    'geöffnet',
    'offen',
    'open',
    'öffnungszeiten',
    'öffnungszeit',
    'sprechzeiten',
    'sprechzeit',
    'sprechstunde',
    'sprechstunden',
    'opening',
    'hours',
    'saat',
    'з',
    'із',
    'щотижня',
    'من',
    'о',
    'tel',
    'telefonisch',
    'zeiten',
  ].map(fold),
);
/** What makes a day no weekly one, or another than it seems. */
const TAINTS = new RegExp(
  `^(?:${[
    'erste[rnsm]?',
    'zweite[rnsm]?',
    'dritte[rnsm]?',
    'vierte[rnsm]?',
    'letzte[rnsm]?',
    'first',
    'second',
    'third',
    'fourth',
    'last',
    'other',
    'alle',
    'monat[es]*',
    'monatlich',
    'month(?:ly)?',
    'gerade[rn]?',
    'ungerade[rn]?',
    'kw',
    'wochen?',
    'weeks?',
    'taegig',
    'taegl',
    'zweiwoechentlich',
    'vierzehntaegig',
    'fortnightly',
    'biweekly',
    'ausser',
    'ausgenommen',
    'nicht',
    'kein[e]?',
    'except',
    'not',
    'jan(?:uar|uary)?',
    'feb(?:ruar|ruary)?',
    'maerz',
    'march',
    'apr(?:il)?',
    'mai',
    'may',
    'jun[ei]?',
    'jul[iy]?',
    'aug(?:ust)?',
    'sep(?:t|tember)?',
    'okt(?:ober)?',
    'oct(?:ober)?',
    'nov(?:ember)?',
    'dez(?:ember)?',
    'dec(?:ember)?',
    'sommer(?:zeit)?',
    'winter(?:zeit)?',
    'saison',
    'ferien',
    'klasse',
    'kl',
    'raum',
    'ph',
    'sh',
    'sunrise',
    'sunset',
    'ayin',
    'ilk',
    'son',
    'перший',
    'перша',
    'останній',
    'другий',
  ].join('|')})$`,
  'u',
);

/** Cuts a cell into days, hours and the words around them. */
export function lexTimes(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text.charAt(at)) && text[at] !== '\n') {
      at++;
      continue;
    }
    const [kind, end] = next(text, at, tokens.at(-1));
    tokens.push({ ...kind, start: at, end });
    at = end;
  }
  return tokens;
}

function next(text: string, at: number, before: Token | undefined): [Kind, number] {
  const sign = text.charAt(at);
  if (sign === '\n' || sign === ';' || sign === '|') return [{ kind: 'stop' }, at + 1];
  if (',/&+()·•:،*'.includes(sign)) return [{ kind: 'comma' }, at + 1];
  if (sign === '-') return [{ kind: 'to' }, at + 1];
  const isAfterNumber = before?.kind === 'word' && before.taints && before.end === at;
  const hours = isAfterNumber ? null : match(HOURS, text, at);
  if (hours !== null) return [readHours(hours), HOURS.lastIndex];
  if (!isAfterNumber && match(SINGLE, text, at) !== null) return [{ kind: 'openEnd' }, SINGLE.lastIndex];
  const word = match(WORD, text, at);
  if (word !== null) return readWord(word[0], text, WORD.lastIndex);
  match(OTHER, text, at);
  const other = text.slice(at, OTHER.lastIndex);
  return [{ kind: 'word', taints: /[\d[]/.test(other), silent: /^[.'"!]+$/.test(other) }, OTHER.lastIndex];
}

function readWord(word: string, text: string, end: number): [Kind, number] {
  const folded = fold(word);
  const days = weekdaysCalled(word);
  // "Mo." is an abbreviation, "Montag." ends a sentence: either way the stop is no word.
  const dotted = text[end] === '.' ? end + 1 : end;
  if (days !== undefined) return [{ kind: 'days', days }, dotted];
  // Arabic writes its "and" together with the day that follows.
  if (word.startsWith('و') && weekdaysCalled(word.slice(1)) !== undefined)
    return [{ kind: 'comma' }, end - word.length + 1];
  if (TO.has(folded)) return [{ kind: 'to' }, end];
  if (AND.has(folded)) return [{ kind: 'comma' }, folded === 'u' ? dotted : end];
  if (CLOSED.has(folded)) return [{ kind: 'closed' }, end];
  return [{ kind: 'word', taints: TAINTS.test(folded), silent: SILENT.has(folded) }, dotted];
}

function readHours(found: RegExpExecArray): Kind {
  const [, h1, m1, hh1, mm1, half1, h2, m2, hh2, mm2, half2] = found;
  const end = minutes(h2 ?? hh2, m2 ?? mm2, half2);
  const ownHalf = isHalf(half1) ? half1 : isHalf(half2) ? half2 : undefined;
  const late = minutes(h1 ?? hh1, m1 ?? mm1, ownHalf);
  // "10-2pm" begins in the morning, "6-8pm" in the evening.
  const start = !isHalf(half1) && isHalf(half2) && late >= end ? minutes(h1 ?? hh1, m1 ?? mm1, 'am') : late;
  const until = end === 0 ? 1440 : end;
  if (start > 1439 || until > 1440) return { kind: 'word', taints: true, silent: false };
  return start < until ? { kind: 'hours', hours: { from: clock(start), to: clock(until) } } : { kind: 'overnight' };
}

function isHalf(half: string | undefined): boolean {
  return half !== undefined && /^[ap]/i.test(half);
}

function minutes(hour: string | undefined, minute: string | undefined, half: string | undefined): number {
  const written = Number(hour);
  if (Number(minute ?? 0) > 59) return Number.POSITIVE_INFINITY;
  const isLate = isHalf(half) && /^p/i.test(half ?? '');
  const hours = isHalf(half) ? (written % 12) + (isLate ? 12 : 0) : written;
  return hours * 60 + Number(minute ?? 0);
}

function clock(total: number): string {
  return `${String(Math.trunc(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
