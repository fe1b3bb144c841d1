import type { Conversation, Licence, TakenFrom } from './conversation.ts';
import type { Dissent } from './dissent.ts';
import { mayShowParting } from './result.ts';
import { isUnsaid, type Statement } from './statement.ts';
import type { Stand } from './store-stand.ts';

/** Under what somebody passes a result on that was held here. */
export const OWN_LICENCE: Licence = 'CC BY 4.0';

interface Told {
  readonly conversation: Conversation;
  /** Whom somebody names who passes it on, and under what. */
  readonly terms: TakenFrom;
  readonly question: string;
  readonly stand: Stand;
  readonly statements: readonly Statement[];
  readonly dissents: readonly Dissent[];
}

/** A result as a table of statements. There is no row for a person, however many took part. */
export function tellCsv(told: Told): string {
  const { licence, address } = told.terms;
  const attribution = [told.terms.attribution, address].filter((part) => part !== '').join(' ');
  const numbers = ['agree', 'disagree', 'pass', 'shared', 'low', 'high'];
  const head = ['statement', 'language', 'text', 'standing', ...numbers, 'licence', 'attribution'];
  const rows = rowsOf(told).map((row) => [
    row.statement,
    row.language,
    row.text,
    row.standing,
    row.counts?.agree ?? '',
    row.counts?.disagree ?? '',
    row.counts?.pass ?? '',
    row.shared ?? '',
    row.low ?? '',
    row.high ?? '',
    // On every row: a table is cut up, and what is cut off still has to say whose it is.
    licence,
    attribution,
  ]);
  const lines = [head, ...rows].map((cells) => cells.map(cellOf).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

export function tellJson(told: Told): string {
  const { conversation, terms, question, stand, dissents } = told;
  const { result } = stand;
  const whole = {
    licence: terms.licence,
    attribution: terms,
    question,
    opensOn: conversation.opensOn,
    endsOn: conversation.endsOn,
    version: stand.number,
    takenOn: stand.takenOn,
    isLast: stand.isLast,
    participants: result.participants,
    structure: { p: result.p, groups: result.groups.map(({ size, confidence }) => ({ size, confidence })) },
    statements: rowsOf(told),
    dissents: mayShowParting(result) ? dissents : [],
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

function rowsOf({ stand: { result }, statements }: Told) {
  return result.statements.flatMap(({ id, standing, counts, groups, value, low, high }) => {
    const statement = statements.find((each) => each.id === id);
    if (statement === undefined) return [];
    const { language, machine, author } = statement;
    const texts = isUnsaid(statement) ? {} : statement.texts;
    // A number beside counts that are not told would be made up.
    const shared = counts === null ? { shared: null, low: null, high: null } : { shared: value, low, high };
    const text = texts[language] ?? '';
    return [{ statement: id, language, text, texts, machine, author, standing, counts, groups, ...shared }];
  });
}

/**
 * What could be taken for a formula by a spreadsheet gets a sign in front that makes it text. Those in German begin a
 * cell after a semicolon as well, and do not see quotes that stand within their cells.
 */
function cellOf(value: string | number): string {
  const text =
    typeof value === 'string' ? value.replace(/(^|[;\r\n]\s*)(?=[=+\-@\t\r＝＋－＠])/g, "$1'") : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
