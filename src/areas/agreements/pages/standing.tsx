import { Statements } from '../../../ui/index.ts';

/** What an archive says, sentence by sentence. */
export function Standing({ lines }: { readonly lines: readonly string[] }) {
  return <Statements statements={lines.map((text) => ({ text }))} />;
}
