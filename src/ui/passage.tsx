import type { Child } from 'hono/jsx';
import { dirOf, tagOf } from '../plain/languages.ts';

/** Text in a language that is not the page's: it knows its language and direction and leaves its neighbours alone. */
export function Passage({ lang, children }: { readonly lang: string; readonly children?: Child }) {
  return (
    <span lang={tagOf(lang)} dir={dirOf(lang)}>
      <bdi>{children}</bdi>
    </span>
  );
}

const LEGAL_FORM = /(e\. [GKV]\.)/;

/** A name whose legal form stays on one line: "e." at the end of a line and "V." on the next reads like two things. */
export function Unbroken({ text }: { readonly text: string }) {
  return <>{text.split(LEGAL_FORM).map((part, at) => (at % 2 === 0 ? part : <span class="unbroken">{part}</span>))}</>;
}

/** What `Passage` is, for whole paragraphs. */
export function PassageBlock({ lang, children }: { readonly lang: string; readonly children?: Child }) {
  return (
    <div class="prose" lang={tagOf(lang)} dir={dirOf(lang)}>
      {children}
    </div>
  );
}

/** A text as it was typed, a paragraph for each of its lines. */
export function PassageLines({ lang, text }: { readonly lang: string; readonly text: string }) {
  return (
    <PassageBlock lang={lang}>
      {text.split(/\n+/).map((line) => (
        <p>{line}</p>
      ))}
    </PassageBlock>
  );
}

/** A sentence in which some parts stand out: figures in a statement, or what a search found. */
export function Marked({
  text,
  parts,
  found,
}: {
  readonly text: string;
  readonly parts: readonly string[];
  /** True marks the parts as found; otherwise they are only strong. */
  readonly found?: boolean;
}) {
  return (
    <>
      {split(text, parts).map(({ part, hit }) => (hit ? found === true ? <mark>{part}</mark> : <b>{part}</b> : part))}
    </>
  );
}

function split(text: string, parts: readonly string[]): { part: string; hit: boolean }[] {
  const wanted = parts.filter((part) => part !== '').toSorted((a, b) => b.length - a.length);
  if (wanted.length === 0) return [{ part: text, hit: false }];
  const pattern = new RegExp(`(${wanted.map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|')})`, 'u');
  return text
    .split(pattern)
    .map((part, index) => ({ part, hit: index % 2 === 1 }))
    .filter(({ part }) => part !== '');
}
