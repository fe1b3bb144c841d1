import { addDays, type Day } from '../../plain/time.ts';
import { saying, type Saying } from '../../plain/words.ts';

export type Consent = 'yes' | 'no';

/** A partner (`introducer`) introduces another one (`introduced`) to somebody (`third`). */
export interface Introduction {
  readonly id: string;
  readonly cooperation: string;
  readonly introducer: string;
  readonly introduced: string;
  readonly third: string;
  readonly proposedOn: Day;
  readonly toldOn: Day | null;
  /** The day of the last answer. */
  readonly answeredOn: Day | null;
  /** What the two have said; without those who have said nothing yet. */
  readonly consents: ReadonlyMap<string, Consent>;
}

export type IntroductionState = 'first' | 'third' | 'agreed' | 'declined';

/** Whose turn it is: who is introduced answers first, the third is asked only after its yes. */
export function introductionState({
  introduced,
  third,
  consents,
}: Pick<Introduction, 'introduced' | 'third' | 'consents'>): IntroductionState {
  if ([introduced, third].some((side) => consents.get(side) === 'no')) return 'declined';
  if (consents.get(introduced) !== 'yes') return 'first';
  return consents.get(third) === 'yes' ? 'agreed' : 'third';
}

/** So long after the yes of both their links show how they reach each other. */
export const CONTACT_DAYS = 14;

/** The last day on which the links of two who have said yes show anything; null while not both have. */
export function linksUntil(introduction: Introduction): Day | null {
  const { answeredOn } = introduction;
  if (answeredOn === null || introductionState(introduction) !== 'agreed') return null;
  return addDays(answeredOn, CONTACT_DAYS);
}

/** Whether this side is asked now. Said is said: an introduction cannot be taken back once all know each other. */
export function isAsked(introduction: Introduction, organisation: string): boolean {
  const state = introductionState(introduction);
  return (
    (state === 'first' && organisation === introduction.introduced) ||
    (state === 'third' && organisation === introduction.third)
  );
}

/** Two who vouch are of different kind: two of one house would be one. Nobody's kind that is unknown counts. */
export function isVouchedFor(kinds: readonly (string | null)[]): boolean {
  return new Set(kinds.filter((kind) => kind !== null)).size >= 2;
}

/** Why nobody is introduced; null when it can be. */
export function reasonNotToIntroduce({
  partners,
  own,
  introduced,
  third,
}: {
  readonly partners: readonly string[];
  readonly own: string;
  readonly introduced: string;
  readonly third: string;
}): Saying | null {
  if (introduced === own || !partners.includes(introduced)) return saying('requests.introduce.not.partner');
  return partners.includes(third) ? saying('requests.introduce.not.known') : null;
}
