import { paragraphsOf, type AgreementText } from './text.ts';
import { sharesOf } from './shares.ts';

/** One partner's side of the balance sheet of an agreement. No score, nothing that could be ranked. */
export interface Side {
  readonly partner: string;
  readonly cents: number;
  /** Tenths of a percent of the budget. */
  readonly tenths: number;
  readonly paidMinutes: number;
  readonly unpaidMinutes: number;
  /** What the unpaid minutes are worth at the rate that both agreed, in cents; null without a rate. */
  readonly unpaidWorth: number | null;
  readonly goals: number;
  readonly decisions: number;
  /** Names and results that stay with this partner. */
  readonly credits: number;
  readonly duties: number;
  readonly promises: number;
}

/** The balance sheet of a text, one side for each partner, in their order. */
export function balanceOf(text: AgreementText): readonly Side[] {
  const rate = paragraphsOf(text, 'frame')[0]?.parts.hourlyRate ?? null;
  return sharesOf(text).map(({ partner, cents, tenths }) => {
    const tasks = paragraphsOf(text, 'task').filter(({ parts }) => parts.doer === partner);
    const minutes = (isPaid: boolean): number =>
      tasks.reduce((sum, { parts }) => sum + (parts.isPaid === isPaid ? (parts.effort ?? 0) : 0), 0);
    const unpaidMinutes = minutes(false);
    return {
      partner,
      cents,
      tenths,
      paidMinutes: minutes(true),
      unpaidMinutes,
      unpaidWorth: rate === null ? null : Math.round((unpaidMinutes * rate) / 60),
      goals: paragraphsOf(text, 'goal').filter(({ origin }) => origin === partner).length,
      decisions: paragraphsOf(text, 'decision').filter(({ parts }) => parts.decider === partner).length,
      credits: paragraphsOf(text, 'credit').filter(({ parts }) => parts.owner === partner).length,
      duties: paragraphsOf(text, 'duty').filter(({ parts }) => parts.responsible === partner).length,
      promises: paragraphsOf(text, 'promise').filter(({ parts }) => parts.giver === partner).length,
    };
  });
}
