import type { Words } from '../../../plain/words.ts';
import type { Fact, IconName } from '../../../ui/index.ts';
import type { Account } from '../account.ts';
import { spokenOf } from '../spoken.ts';
import { Spoken, Value } from './value.tsx';

// words: claims.field.* claims.scope.*
/** Some fields of an account as facts to show, in the order asked for. Fields without a value are left out. */
export function factsOf(
  words: Words,
  account: Account,
  wanted: readonly (readonly [field: string, icon?: IconName])[],
): readonly Fact[] {
  return wanted.flatMap(([name, icon]): Fact[] => {
    const part = account.fields.find(({ field }) => field.name === name);
    const value = account.facts[name];
    if (part === undefined || value === undefined) return [];
    const { scope } = part.holds;
    return [
      {
        term: words.say(`claims.field.${name}`),
        value: part.field.perLanguage ? (
          <Texts words={words} texts={spokenOf(value, words, 'reader').slice(0, 1)} />
        ) : (
          <Value words={words} field={part.field} value={value} />
        ),
        ...(scope === 'public' ? {} : { note: words.say(`claims.scope.${scope}`) }),
        ...(icon === undefined ? {} : { icon }),
      },
    ];
  });
}

function Texts({ words, texts }: { readonly words: Words; readonly texts: ReturnType<typeof spokenOf> }) {
  return (
    <>
      {texts.map(({ language, text }) => (
        <Spoken words={words} language={language}>
          {text}
        </Spoken>
      ))}
    </>
  );
}
