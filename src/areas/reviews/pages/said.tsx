import { PassageBlock } from '../../../ui/index.ts';

/** What was agreed, in the language in which it stands there. */
export function Said({ language, text }: { readonly language: string; readonly text: string }) {
  return (
    <PassageBlock lang={language}>
      {text.split(/\n+/).map((line) => (
        <p>{line}</p>
      ))}
    </PassageBlock>
  );
}
