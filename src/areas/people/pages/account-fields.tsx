import { isolated } from '../../../plain/isolated.ts';
import type { Words } from '../../../plain/words.ts';
import { TextField, type FormError } from '../../../ui/index.ts';
import { suggestAlias, suggestPassphrase, UNLIKE_A_NAME, type FieldProblem } from '../account.ts';
import { PasskeyInstead } from './passkey-door.tsx';

/**
 * The part of a form that makes an account: a made-up name and a passphrase, read by `readNewAccount`.
 * What was typed comes back, except for the passphrase. With the island `PASSKEY_ISLAND` on the page a passkey does
 * instead: then `bringsPasskey(typed)` says so, and `readNewPasskey` and `keepPasskey` take it.
 */
export function AccountFields({
  words,
  typed = {},
  problems = [],
}: {
  readonly words: Words;
  readonly typed?: Readonly<Record<string, unknown>>;
  readonly problems?: readonly FieldProblem[];
}) {
  const alias = typed['alias'];
  return (
    <>
      <TextField
        words={words}
        name="alias"
        label={words.say('people.account.alias')}
        hint={words.say('people.account.alias.hint')}
        value={typeof alias === 'string' ? alias : suggestAlias()}
        error={problemAt(words, problems, 'alias')}
        doubt={{ unlike: UNLIKE_A_NAME, text: words.say('people.account.alias.soundsReal') }}
        autocomplete="username"
      />
      <PasskeyInstead words={words} />
      <NewPassphraseFields words={words} problems={problems} />
    </>
  );
}

/** A new passphrase, typed twice, with words to take if one likes. */
export function NewPassphraseFields({
  words,
  problems = [],
}: {
  readonly words: Words;
  readonly problems?: readonly FieldProblem[];
}) {
  return (
    <>
      <TextField
        words={words}
        name="passphrase"
        kind="password"
        label={words.say('people.passphrase.new')}
        hint={words.say('people.passphrase.new.hint', { suggestion: isolated(words, suggestPassphrase()) })}
        error={problemAt(words, problems, 'passphrase')}
        autocomplete="new-password"
      />
      <TextField
        words={words}
        name="passphraseAgain"
        kind="password"
        label={words.say('people.passphrase.again')}
        error={problemAt(words, problems, 'passphraseAgain')}
        autocomplete="new-password"
      />
    </>
  );
}

/** What is wrong with a field, in words. */
export function problemAt(words: Words, problems: readonly FieldProblem[], field: string): string | null {
  const problem = problems.find((each) => each.field === field);
  return problem === undefined ? null : words.tell(problem.told);
}

/** All that is wrong, for the summary on top of the form. */
export function tellProblems(words: Words, problems: readonly FieldProblem[]): readonly FormError[] {
  return problems.map(({ field, told }) => ({ field, text: words.tell(told) }));
}
