import type { Child } from 'hono/jsx';
import type { Words } from '../../../plain/words.ts';
import { Passage, PassageLines, Unbroken } from '../../../ui/index.ts';
import type { Texts } from '../paragraph.ts';
import { nameIn } from '../say-part.ts';
import { spokenIn } from '../spoken.ts';
import type { AgreementText } from '../text.ts';

/** How an agreement is read: in whose words, and whether all languages stand there or the reader's. */
export interface Reading {
  readonly words: Words;
  readonly text: AgreementText;
  readonly all: boolean;
  /** Whether it is said in which languages of the agreement nothing stands yet. */
  readonly gaps?: boolean;
  /** Whether it is said which languages a change leaves as they are. */
  readonly stays?: boolean;
}

/** The words of a text, each language as a block of its own; what nobody has written yet is said as open. */
export function SpokenBlock({ reading, texts }: { reading: Reading; texts: Texts }) {
  const { words, text, all } = reading;
  const spoken = spokenIn(texts, text.languages, words.language);
  if (spoken.length === 0) return <p class="soft">{words.say('agreements.show.open')}</p>;
  return (
    <>
      {(all ? spoken : spoken.slice(0, 1)).map(({ language, text: said }) => (
        <PassageLines lang={language} text={said} />
      ))}
      <Gaps reading={reading} texts={texts} />
    </>
  );
}

/** The same within a line. */
export function SpokenLine({ reading, texts }: { reading: Reading; texts: Texts }) {
  const { words, text, all } = reading;
  const spoken = spokenIn(texts, text.languages, words.language);
  if (spoken.length === 0) return <span class="soft">{words.say('agreements.show.open')}</span>;
  return (
    <>
      {(all ? spoken : spoken.slice(0, 1)).map(({ language, text: said }, at) => (
        <>
          {at === 0 ? null : <br />}
          <Passage lang={language}>{said}</Passage>
        </>
      ))}
      <Gaps reading={reading} texts={texts} />
    </>
  );
}

/** In which languages of the agreement nobody has written this yet: a hint, no hindrance. */
export function Gaps({ reading: { words, text, gaps }, texts }: { reading: Reading; texts: Texts }) {
  const silent = text.languages.filter((language) => (texts[language] ?? '').trim() === '');
  if (gaps !== true || silent.length === 0) return null;
  const languages = words.list(silent.map((language) => words.languageName(language)));
  return <p class="hint screen-only">{words.say('agreements.show.silentIn', { languages })}</p>;
}

/** The name of a partner as it stands in the agreement, on its own in either direction. */
export function PartnerName({ text, id }: { readonly text: Pick<AgreementText, 'partners'>; readonly id: string }) {
  return (
    <bdi>
      <Unbroken text={nameIn(text, id)} />
    </bdi>
  );
}

/** Something that may not have been said yet. */
export function OrOpen({ words, children }: { readonly words: Words; readonly children?: Child | null }) {
  return children === null || children === undefined || children === '' ? (
    <span class="soft">{words.say('agreements.show.open')}</span>
  ) : (
    <>{children}</>
  );
}
