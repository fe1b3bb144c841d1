import type { Words } from '../../../plain/words.ts';
import { InWhoseName } from '../../cooperations/index.ts';

/** In whose name one reads and writes here, for whoever speaks for several partners. */
export function ForWhom({
  words,
  cooperation,
  here: { own, voices },
  partners,
}: {
  readonly words: Words;
  readonly cooperation: string;
  readonly here: { readonly own: string; readonly voices: readonly string[] };
  readonly partners: readonly { readonly id: string; readonly name: string }[];
}) {
  const name = partners.find(({ id }) => id === own)?.name ?? '';
  return <InWhoseName words={words} cooperation={cooperation} name={name} voices={voices} />;
}
