import type { Json } from '../../plain/json.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { readValue, type Field } from '../claims/index.ts';
import type { Gathered } from './gather.ts';
import { fieldNamed, splitTarget, type Mapping } from './list.ts';

/** A text and its language; null: nobody has told which. */
export interface RowText {
  readonly language: string | null;
  readonly value: Json;
}

/**
 * What a row says of a field that may stand in several languages: first as the list itself writes, then the
 * languages that its headers name, last the unknown one. The same words are said once, a language once.
 */
export function readTexts(field: Field, plain: Json | undefined, mapping: Mapping, gathered: Gathered) {
  const notes: Saying[] = [];
  const texts: RowText[] =
    plain === undefined ? [] : [{ language: languageOf(field, plain, mapping.language), value: plain }];
  for (const { language, raw } of spokenOf(field, mapping, gathered)) {
    const read = readValue(field, raw, { country: mapping.country });
    if (!read.ok) {
      if (read.issue.key !== 'claims.empty') notes.push(leftOut(raw), read.issue);
      continue;
    }
    notes.push(...read.value.notes);
    if (texts.some((text) => text.value === read.value.value)) continue;
    if (texts.some((text) => text.language === language)) notes.push(leftOut(raw));
    else texts.push({ language, value: read.value.value });
  }
  return { texts, notes };
}

function spokenOf(field: Field, mapping: Mapping, gathered: Gathered) {
  const found = [...gathered.spoken].flatMap(([target, raw]) => {
    const { field: name, language } = splitTarget(target);
    const isOne = name === field.name && language !== null && fieldNamed(mapping.subject, name)?.perLanguage === true;
    return isOne ? [{ language: language === 'und' ? null : language, raw }] : [];
  });
  // "~" stands behind every letter: the unknown language comes last.
  return found.toSorted((a, b) => ((a.language ?? '~') < (b.language ?? '~') ? -1 : 1));
}

function leftOut(raw: string): Saying {
  return saying('lists.row.leftOut', { cell: raw.slice(0, 80).toWellFormed() });
}

/** A name in another script than the list's is in a language that nobody has told us: we do not guess it. */
function languageOf(field: Field, value: Json, language: string): string | null {
  if (field.kind !== 'line' || typeof value !== 'string') return language;
  const script = scriptOf(language);
  return script === null || script.test(value) || !/\p{L}/u.test(value) ? language : null;
}

const scripts = new Map<string, RegExp | null>();

function scriptOf(language: string): RegExp | null {
  const known = scripts.get(language);
  if (known !== undefined) return known;
  const script = patternOf(language);
  scripts.set(language, script);
  return script;
}

function patternOf(language: string): RegExp | null {
  try {
    return new RegExp(`\\p{Script=${new Intl.Locale(language).maximize().script ?? 'Latn'}}`, 'u');
  } catch {
    // A tag that Intl does not know, or a language of several scripts (Japanese): nothing can be told from letters.
    return null;
  }
}
