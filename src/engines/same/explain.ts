import { compareRecords } from './compare.ts';
import type { Corpus } from './corpus.ts';
import { COMPARATORS, FIRST_FIELD, levelName, MISSING, type Evidence } from './evidence.ts';
import type { Item, Outcome, Pair, Reason } from './item.ts';
import { relationOf } from './outcome.ts';
import type { Rarity } from './rarity.ts';
import { textOf } from './vocabulary.ts';
import { probability, weigh, type Model } from './weigh.ts';

export interface Explaining {
  readonly corpus: Corpus;
  readonly rarity: Rarity;
  readonly model: Model;
  readonly evidence: Evidence;
  readonly weights: Float64Array;
  /** Bits from which on two are the same. */
  readonly least: number;
  itemOf(record: number): Item | undefined;
  /** What a record is called outside. */
  placeOf(record: number): number;
}

/** The verdict on two records with all its reasons; `isTogether` says how the groups decided, null for no groups. */
export function explain(about: Explaining, a: number, b: number, rival: number, isTogether: boolean | null): Pair {
  const { outcome, bits } = judge(about, a, b, rival, isTogether);
  const [placeA, placeB] = [about.placeOf(a), about.placeOf(b)];
  const reasons = reasonsOf(about, a, b, rival, bits);
  const isTurned = placeA > placeB;
  return {
    a: isTurned ? placeB : placeA,
    b: isTurned ? placeA : placeB,
    p: probability(bits),
    outcome,
    reasons: isTurned ? reasons.map(turned) : reasons,
  };
}

/** Gives a verdict its reasons, which are found when somebody asks for them: of a million pairs few are ever read. */
export type GiveReasons = (verdict: Omit<Pair, 'reasons'>) => asserts verdict is Pair;

/** One way to the reasons for all verdicts: a way of its own for each took eight times the memory. */
export function tellReasonsLater(reasonsFor: (a: number, b: number) => readonly Reason[]): GiveReasons {
  const reasons = {
    enumerable: true,
    get(this: Pair) {
      return reasonsFor(this.a, this.b);
    },
  };
  return (verdict) => void Object.defineProperty(verdict, 'reasons', reasons);
}

/** Compares two records. */
function judge(
  about: Explaining,
  a: number,
  b: number,
  rival: number,
  isTogether: boolean | null,
): { readonly outcome: Outcome; readonly bits: number } {
  const { corpus, rarity, model, evidence, weights, least } = about;
  const name = compareRecords(corpus, rarity, a, b, evidence);
  const alone = weigh(evidence, model, rarity.most, weights) + rival;
  const bits = isTogether === null ? alone : decided(alone, least, isTogether);
  const isSame = isTogether ?? bits >= least;
  return { bits, outcome: isSame ? 'same' : relationOf(corpus, rarity, a, b, evidence, name) };
}

/** Who stands in one group is the same by way of others, who was split off is not. */
export function decided(bits: number, least: number, isTogether: boolean): number {
  return isTogether ? Math.max(bits, least) : Math.min(bits, least - 0.01);
}

/** From what `judge` left in evidence and weights. */
function reasonsOf(about: Explaining, a: number, b: number, rival: number, bits: number): Reason[] {
  const { corpus, model, evidence, weights } = about;
  const reasons: Reason[] = [{ field: 'prior', level: 'shipped', weight: model.prior }];
  let sum = model.prior + rival;
  for (let c = 0; c < weights.length; c++) {
    const level = evidence.level[c] ?? MISSING;
    if (level === MISSING) continue;
    const field = COMPARATORS[c] ?? `fields.${textOf(corpus.fields, c - FIRST_FIELD)}`;
    const weight = weights[c] ?? 0;
    sum += weight;
    const shared = evidence.sharers[c] ?? 0;
    const among = shared > 0 ? { shared } : {};
    reasons.push({
      field,
      level: levelName(c, level),
      weight,
      ...values(field, about.itemOf(a), about.itemOf(b)),
      ...among,
    });
  }
  if (rival !== 0) reasons.push({ field: 'rival', level: 'better elsewhere', weight: rival });
  if (Math.abs(bits - sum) > 1e-9) {
    reasons.push({ field: 'group', level: bits > sum ? 'together' : 'apart', weight: bits - sum });
  }
  return reasons;
}

function turned({ a, b, ...reason }: Reason): Reason {
  return { ...reason, ...(b === undefined ? {} : { a: b }), ...(a === undefined ? {} : { b: a }) };
}

function values(field: string, a: Item | undefined, b: Item | undefined): { a?: string; b?: string } {
  if (a === undefined || b === undefined) return {};
  return { ...written('a', field, a), ...written('b', field, b) };
}

function written(side: 'a' | 'b', field: string, item: Item): { a?: string; b?: string } {
  const text = valueOf(field, item);
  return text === undefined || text === '' ? {} : { [side]: text };
}

function valueOf(field: string, item: Item): string | undefined {
  if (field.startsWith('fields.')) return item.fields?.[field.slice(7)];
  if (field === 'name' || field === 'legal') return [item.name, ...(item.otherNames ?? [])].filter(Boolean).join('; ');
  if (field === 'address') return [item.street, item.postcode, item.place].filter(Boolean).join(', ');
  if (field === 'phone') return item.phones?.join('; ');
  if (field === 'mail') return item.mails?.join('; ');
  if (field === 'site') return [...(item.sites ?? []), ...(item.mails ?? [])].join('; ');
  if (field === 'kind') return item.kind;
  if (field === 'carrier') return item.carrier;
  if (field === 'source') return String(item.source);
  return undefined;
}
