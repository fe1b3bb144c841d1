/**
 * A text as somebody typed it, line by line. Each line takes its own direction: on an Arabic page people also write
 * German, and `lang` only says in which language the page was.
 */
export function AsTyped({ text, lang }: { readonly text: string; readonly lang?: string }) {
  return (
    <div class="prose" lang={lang}>
      {text.split(/\n+/).map((line) => (
        <p dir="auto">{line}</p>
      ))}
    </div>
  );
}
