import { showMoney } from '../../../plain/money.ts';
import type { Words } from '../../../plain/words.ts';
import { DataTable, Passage } from '../../../ui/index.ts';
import type { ParagraphOf } from '../paragraph.ts';
import { nameIn, sayPart } from '../say-part.ts';
import { budgetOf, sharesOf, sumOfLines } from '../shares.ts';
import { spokenIn } from '../spoken.ts';
import { paragraphsOf, type AgreementText } from '../text.ts';
import { saidName } from './partner-names.ts';

/** The lines of the budget as they would stand, their sum, and in words what is left or too much. */
export function MoneySoFar({ words, text }: { readonly words: Words; readonly text: AgreementText }) {
  const lines = paragraphsOf(text, 'line');
  return (
    <>
      {lines.length === 0 ? null : (
        <DataTable
          caption={words.say('agreements.draft.money.caption')}
          rows={lines}
          columns={[
            {
              label: words.say('agreements.part.line.purpose'),
              names: true,
              cell: (line: ParagraphOf<'line'>) => <Purpose words={words} text={text} line={line} />,
            },
            {
              label: words.say('agreements.part.line.sort'),
              cell: ({ kind, parts: { sort: value } }) => sayPart(words, text, { kind, part: 'sort', value }) ?? '–',
            },
            {
              label: words.say('agreements.part.line.receiver'),
              cell: ({ parts }) => <bdi>{parts.receiver === null ? '–' : nameIn(text, parts.receiver)}</bdi>,
            },
            {
              label: words.say('agreements.part.line.amount'),
              numeric: true,
              cell: ({ parts }) => (parts.amount === null ? '–' : showMoney(parts.amount, words.language)),
            },
          ]}
        />
      )}
      <p>
        <b>{restInWords(words, text)}</b>
      </p>
      {sumOfLines(text) === 0 ? null : (
        <ul>
          {sharesOf(text).map(({ partner, cents, tenths }) => (
            <li>
              {words.say('agreements.draft.money.share', {
                partner: saidName(words, text, partner),
                amount: showMoney(cents, words.language),
                percent: words.number(tenths / 10),
              })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Purpose({
  words,
  text,
  line,
}: {
  readonly words: Words;
  readonly text: AgreementText;
  readonly line: ParagraphOf<'line'>;
}) {
  const [spoken] = spokenIn(line.parts.purpose, text.languages, words.language);
  return spoken === undefined ? <>–</> : <Passage lang={spoken.language}>{spoken.text}</Passage>;
}

/** What is given to somebody, and what is left of the whole or too much. */
export function restInWords(words: Words, text: AgreementText): string {
  const budget = budgetOf(text);
  const sum = showMoney(sumOfLines(text), words.language);
  if (budget === null) return words.say('agreements.draft.money.noBudget', { sum });
  const rest = budget - sumOfLines(text);
  const whole = showMoney(budget, words.language);
  if (rest === 0) return words.say('agreements.draft.money.even', { sum });
  const key = rest > 0 ? 'agreements.draft.money.rest' : 'agreements.draft.money.over';
  return words.say(key, { sum, budget: whole, rest: showMoney(Math.abs(rest), words.language) });
}
