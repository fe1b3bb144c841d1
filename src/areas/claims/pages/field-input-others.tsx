import { dirOf } from '../../../plain/languages.ts';
import { isolated } from '../../../plain/isolated.ts';
import { dayOf } from '../../../plain/time.ts';
import type { Words } from '../../../plain/words.ts';
import { CheckField } from '../../../ui/index.ts';
import type { Other, Word } from '../forms-desk.ts';
import { takeName } from '../forms-names.ts';
import { all } from '../forms-read.ts';
import { showValue } from '../values/index.ts';
import type { FieldForm } from './field-input-form.ts';
import { roleName } from './who-says-what.tsx';

// words: claims.field.*
/** What others say about the same, with a tick to say it too. */
export function OthersSay({ form, word }: { readonly form: FieldForm; readonly word: Word }) {
  const { words, typed } = form;
  const { field, others, language } = word;
  if (others.length === 0) return null;
  return (
    <CheckField
      words={words}
      name={takeName(word)}
      label={words.say('claims.form.othersSay', { field: words.say(`claims.field.${field.name}`) })}
      choices={others.slice(0, MOST_OTHERS).map((other) => ({
        value: String(other.claim.id),
        label: otherShown(word, other, words),
        lang: language ?? undefined,
        hint: saidBy(form, other),
      }))}
      values={typed === null ? [] : all(typed, takeName(word))}
    />
  );
}

const MOST_OTHERS = 4;
const LONGEST = 160;

/** What somebody else says, short enough to stand beside a tick, and in its own direction. */
export function otherShown({ field, language }: Word, { claim }: Other, words: Words): string {
  const whole = words.list(showValue(field, claim.value, words).map((one) => one.text));
  const text = whole.length > LONGEST ? `${whole.slice(0, LONGEST).toWellFormed()} …` : whole;
  return language !== null && dirOf(language) !== words.dir ? `\u2068${text}\u2069` : isolated(words, text);
}

/** Who said it, and on which day. */
export function saidBy(form: Pick<FieldForm, 'words' | 'lists'>, other: Other): string {
  const { words } = form;
  return words.say('claims.form.saidBy', {
    who: isolated(words, speakerIn(form, other)),
    day: words.day(dayOf(other.claim.saidAt)),
  });
}

function speakerIn({ words, lists }: Pick<FieldForm, 'words' | 'lists'>, { claim, source }: Other): string {
  if (claim.sourceKind === 'own') return words.say('claims.page.itself');
  if (claim.sourceKind === 'role') return roleName(words, source?.publisher ?? null);
  const title = lists.get(source?.speaker ?? '');
  return title ?? source?.publisher ?? '';
}
