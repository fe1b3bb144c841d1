import { unlike, type Block, type Cell } from './print-block.ts';
import type { Run, Voice } from './print-voice.ts';
import { budgetOf, sharesOf, sumOfLines } from './shares.ts';
import { balanceOf } from './balance.ts';
import { paragraphsOf, type AgreementText } from './text.ts';

type Said = (voice: Voice) => Run | null;

interface Column {
  readonly key: string;
  readonly width: number;
  readonly isFigure?: boolean;
}

/** A row: for each column what each language says there, below each other. */
type Row = readonly (readonly Said[])[];

export function taskTable(text: AgreementText, voices: readonly Voice[]): Block {
  const columns: readonly Column[] = [
    { key: 'agreements.part.task.result', width: 4 },
    { key: 'agreements.part.task.doer', width: 2.6 },
    { key: 'agreements.part.task.effort', width: 1.7, isFigure: true },
    { key: 'agreements.part.task.until', width: 2 },
  ];
  const rows = paragraphsOf(text, 'task').map(({ parts: { result, doer, effort, isPaid, until } }): Row => [
    [(voice) => voice.written(result)],
    [partner(doer)],
    [
      (voice) => (effort === null ? open(voice) : voice.plain(voice.number(effort / 60))),
      (voice) => quiet(voice.say(isPaid ? 'agreements.option.paid' : 'agreements.option.unpaid')),
    ],
    [day(until)],
  ]);
  return tableOf(voices, columns, rows);
}

/** The lines of the budget, their sum, and what nobody gets yet. */
export function moneyTable(text: AgreementText, voices: readonly Voice[]): Block {
  const columns: readonly Column[] = [
    { key: 'agreements.part.line.purpose', width: 4.5 },
    { key: 'agreements.part.line.receiver', width: 3 },
    { key: 'agreements.part.line.amount', width: 2, isFigure: true },
  ];
  const rest = (budgetOf(text) ?? 0) - sumOfLines(text);
  const rows = paragraphsOf(text, 'line').map(({ parts: { purpose, sort, receiver, amount } }): Row => [
    [
      (voice) => voice.written(purpose),
      (voice) => (sort === null ? null : quiet(voice.say(`agreements.option.sort.${sort}`))),
    ],
    [partner(receiver)],
    [money(amount)],
  ]);
  const sum: Row = [
    [(voice) => strong(voice.say('agreements.print.sum'))],
    [],
    [(voice) => strong(voice.plain(voice.money(sumOfLines(text))))],
  ];
  const left: Row = [[(voice) => voice.say('agreements.print.rest')], [], [money(rest)]];
  return tableOf(voices, columns, [...rows, sum, ...(rest > 0 ? [left] : [])]);
}

/** What each partner gets of the money, and how many hours it works for it or without it. */
export function sharesTable(text: AgreementText, voices: readonly Voice[]): Block {
  const columns: readonly Column[] = [
    { key: 'agreements.print.partner', width: 3.5 },
    { key: 'agreements.print.share', width: 2.5, isFigure: true },
    { key: 'agreements.print.paidHours', width: 2, isFigure: true },
    { key: 'agreements.print.unpaidHours', width: 2, isFigure: true },
  ];
  const sides = balanceOf(text);
  const rows = sharesOf(text).map((share, at): Row => [
    [partner(share.partner)],
    [money(share.cents), (voice) => quiet(voice.say('agreements.print.percent', { share: share.tenths / 1000 }))],
    [(voice) => voice.plain(voice.number((sides[at]?.paidMinutes ?? 0) / 60))],
    [(voice) => voice.plain(voice.number((sides[at]?.unpaidMinutes ?? 0) / 60))],
  ]);
  return tableOf(voices, columns, rows);
}

export function dutyTable(text: AgreementText, voices: readonly Voice[]): Block {
  const columns: readonly Column[] = [
    { key: 'agreements.part.duty.what', width: 4.5 },
    { key: 'agreements.part.duty.form', width: 2 },
    { key: 'agreements.part.duty.responsible', width: 2.2 },
    { key: 'agreements.part.duty.due', width: 1.8 },
  ];
  const rows = paragraphsOf(text, 'duty').map(({ parts: { what, form, due, responsible, explanation } }): Row => [
    [(voice) => strong(voice.written(what)), (voice) => voice.written(explanation)],
    [(voice) => voice.written(form)],
    [partner(responsible)],
    [day(due)],
  ]);
  return tableOf(voices, columns, rows);
}

function tableOf(voices: readonly Voice[], columns: readonly Column[], rows: readonly Row[]): Block {
  return {
    kind: 'table',
    heads: columns.map(({ key, width, isFigure }) => ({
      runs: unlike(voices.map((voice) => voice.say(key))),
      width,
      end: isFigure === true,
    })),
    rows: rows.map((row) => row.map((said) => cellOf(voices, said))),
  };
}

/** All that one language says, then all of the next. */
function cellOf(voices: readonly Voice[], said: readonly Said[]): Cell {
  return unlike(voices.flatMap((voice) => said.flatMap((one) => one(voice) ?? [])));
}

function partner(id: string | null): Said {
  return (voice) => voice.plain(voice.partner(id));
}

function day(value: string | null): Said {
  return (voice) => (value === null ? open(voice) : voice.plain(voice.day(value)));
}

function money(cents: number | null): Said {
  return (voice) => (cents === null ? open(voice) : voice.plain(voice.money(cents)));
}

function open(voice: Voice): Run {
  return quiet(voice.say('agreements.print.nothingYet'));
}

function quiet(run: Run): Run {
  return { ...run, quiet: true };
}

/** A note that nothing stands there is none of what stands out. */
function strong(run: Run): Run {
  return run.isMissing === true ? run : { ...run, strong: true };
}
