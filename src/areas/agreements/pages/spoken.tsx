import type { Child } from 'hono/jsx';
import type { Words } from '../../../plain/words.ts';
import { Passage, PassageBlock, Unbroken } from '../../../ui/index.ts';
import type { Texts } from '../paragraph.ts';
import { nameIn } from '../say-part.ts';
import { spokenIn } from '../spoken.ts';
import type { AgreementText } from '../text.ts';

/** How an agreement is read: in whose words, and whether all languages stand there or the reader's. */
export interface Reading {
  readonly words: Words;
  readonly text: AgreementText;
  readonly all: boolean;
}

/** The words of a text, each language as a block of its own; what nobody has written yet is said as open. */
export function SpokenBlock({ reading: { words, text, all }, texts }: { reading: Reading; texts: Texts }) {
  const spoken = spokenIn(texts, text.languages, words.language);
  if (spoken.length === 0) return <p class="soft">{words.say('agreements.show.open')}</p>;
  return (
    <>
      {(all ? spoken : spoken.slice(0, 1)).map(({ language, text: said }) => (
        <PassageBlock lang={language}>
          {said.split(/\n+/).map((line) => (
            <p>{line}</p>
          ))}
        </PassageBlock>
      ))}
    </>
  );
}

/** The same within a line. */
export function SpokenLine({ reading: { words, text, all }, texts }: { reading: Reading; texts: Texts }) {
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
    </>
  );
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
