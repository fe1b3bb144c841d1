import type { Words } from '../../../plain/words.ts';
import { Notice } from '../../../ui/index.ts';
import { standOf, type DraftChanges } from '../draft.ts';
import { budgetOf, sumOfLines } from '../shares.ts';
import { findParagraph, type AgreementText } from '../text.ts';
import { restInWords } from './money-so-far.tsx';

/** What the money comes to with some changes; nothing where they leave it alone. */
export function MoneySum({
  words,
  text,
  changes,
  title,
}: {
  readonly words: Words;
  readonly text: AgreementText;
  readonly changes: DraftChanges;
  readonly title?: string | undefined;
}) {
  const { current, text: next } = standOf(text, changes);
  const isAboutMoney =
    budgetOf(next) !== budgetOf(text) ||
    current.some(({ paragraph, after }) => (after ?? findParagraph(text, paragraph))?.kind === 'line');
  if (!isAboutMoney) return null;
  const isTooMuch = sumOfLines(next) > (budgetOf(next) ?? Infinity);
  return (
    <Notice tone={isTooMuch ? 'look' : 'plain'} title={title}>
      <p>{restInWords(words, next)}</p>
    </Notice>
  );
}
