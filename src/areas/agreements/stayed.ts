import { partsOf, type Paragraph, type PartValue, type Texts } from './paragraph.ts';
import type { AgreementText, Change } from './text.ts';

/** The paragraphs that have changed, but not in this language: there they may say something else by now. */
export interface Stayed {
  readonly language: string;
  readonly paragraphs: readonly Paragraph[];
}

/**
 * Of a text in several languages, those that stay as they are while another one says it anew. What is written in a
 * language for the first time leaves nobody behind.
 *
 * @example stayingIn(['de', 'tr'], { de: 'Ziel', tr: 'Hedef' }, { de: 'Ziele', tr: 'Hedef' }) // ['tr']
 */
export function stayingIn(languages: readonly string[], before: Texts, after: Texts): readonly string[] {
  const said = languages.filter((language) => !isBlank(before[language]) && !isBlank(after[language]));
  const same = said.filter((language) => before[language] === after[language]);
  return same.length === said.length ? [] : same;
}

/**
 * What has stayed behind in which language since `before`, after these changes, the oldest first. A language that was
 * brought along later is behind no more.
 */
export function stayedSince(
  before: Pick<AgreementText, 'paragraphs'> | null,
  changes: readonly Change[],
  { languages, paragraphs }: Pick<AgreementText, 'languages' | 'paragraphs'>,
): readonly Stayed[] {
  const known = new Map((before?.paragraphs ?? []).map((one) => [one.id, one]));
  const behind = new Set<string>();
  for (const { paragraph, after } of changes) {
    if (after !== null) follow(behind, languages, known.get(paragraph) ?? null, after);
    if (after === null) known.delete(paragraph);
    else known.set(paragraph, after);
  }
  return languages
    .map((language) => ({
      language,
      paragraphs: paragraphs.filter((one) => partsOf(one).some(({ name }) => behind.has(placeOf(one, name, language)))),
    }))
    .filter((one) => one.paragraphs.length > 0);
}

function follow(behind: Set<string>, languages: readonly string[], before: Paragraph | null, after: Paragraph): void {
  const former = new Map((before === null ? [] : partsOf(before)).map(({ name, value }) => [name, textsOf(value)]));
  for (const { name, value } of partsOf(after)) {
    const [was, is] = [former.get(name) ?? {}, textsOf(value)];
    const place = (language: string) => placeOf(after, name, language);
    const anew = languages.filter((language) => (was[language] ?? '') !== (is[language] ?? ''));
    const isCatchingUp = anew.every((language) => behind.has(place(language)));
    for (const language of anew) behind.delete(place(language));
    if (!isCatchingUp) for (const language of stayingIn(languages, was, is)) behind.add(place(language));
  }
}

function placeOf({ id }: Paragraph, part: string, language: string): string {
  return [id, part, language].join('/');
}

function isBlank(text: string | undefined): boolean {
  return (text ?? '').trim() === '';
}

function textsOf(value: PartValue): Texts {
  return typeof value === 'object' && value !== null ? value : {};
}
