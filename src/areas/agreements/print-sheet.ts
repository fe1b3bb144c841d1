import { missingShapes, type Sheet } from '../../platform/typeset/index.ts';
import { dirOf, languageOf } from '../../plain/languages.ts';
import type { Words } from '../../plain/words.ts';
import type { AgreementText } from './text.ts';
import { isSignedByAll, type Signature } from './signature.ts';
import { groupsOnPaper } from './hash-groups.ts';
import type { AuditHead } from './print-head.ts';
import { pairOf, type Block } from './print-block.ts';
import { frontOf, titleOf } from './print-front.ts';
import { sectionsOf } from './print-sections.ts';
import { signatureBlocks } from './print-signatures.ts';
import { TEMPLATE } from './print-template.ts';
import { codeOf, voiceOf, type Voice } from './print-voice.ts';
import type { Version } from './version.ts';

/** A version as it is printed: itself and what binds the paper to it. */
export interface Printed {
  readonly version: Version;
  readonly hash: string;
  readonly head: AuditHead;
  readonly signatures: readonly Signature[];
  /** Words of a language; for one that the interface does not speak, those of another. */
  readonly wordsIn: (language: string) => Words;
}

/** The paper of a version: two languages beside each other, more of them one after the other. */
export function sheetOf(printed: Printed): Sheet {
  const { version, hash, head, signatures, wordsIn } = printed;
  const { text, day, number } = version;
  const voices = text.languages.map((language) => voiceOf(text, language, wordsIn));
  const ours = oncePerLanguage(voices);
  const [first] = ours;
  if (first === undefined) throw new Error('an agreement without a language');
  const title = titleOf(text, voices);
  const blocks = [...frontOf(version, voices, ours), ...bodyOf(text, voices), ...signatureBlocks(printed, ours)];
  const data = {
    title,
    lang: first.plain('').lang,
    dir: first.plain('').dir,
    day: { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) },
    draft: isSignedByAll(text, hash, signatures) ? [] : ours.slice(0, 2).map(draftMark),
    sums: [
      { ...first.say('agreements.print.versionHash'), sum: groupsOnPaper(hash) },
      { ...first.say('agreements.print.auditHead'), sum: groupsOnPaper(head.hash) },
    ],
    pages: ours.slice(0, 2).map((voice) => voice.say('agreements.print.page', { number, page: '%p', pages: '%n' })),
  };
  const strange = missingShapes([title, blocks]).length;
  return { source: TEMPLATE, data: { ...data, blocks: [...strangeNote(strange, ours), ...blocks] } };
}

function bodyOf(text: AgreementText, voices: readonly Voice[]): readonly Block[] {
  if (voices.length <= 2) return sectionsOf(text, voices, 2);
  return text.languages.flatMap((language, at): readonly Block[] => {
    const voice = voices[at];
    if (voice === undefined) return [];
    const name = languageOf(language)?.ownName ?? language;
    return [
      { kind: 'heading', level: 2, runs: [{ text: name, lang: codeOf(language), dir: dirOf(language) }] },
      ...sectionsOf(text, [voice], 3),
    ];
  });
}

/** Where the interface does not speak a language, the words of ours are those of another: they need not stand twice. */
function oncePerLanguage(voices: readonly Voice[]): readonly Voice[] {
  const spoken = voices.map((voice) => voice.plain('').lang);
  return voices.filter((_, at) => spoken.indexOf(spoken[at] ?? '') === at);
}

function draftMark(voice: Voice) {
  return { ...voice.say('agreements.print.draft'), mark: voice.label('agreements.print.draftMark') };
}

/** Whoever holds the paper learns that it does not show everything. */
function strangeNote(count: number, ours: readonly Voice[]): readonly Block[] {
  if (count === 0) return [];
  return [pairOf(ours.slice(0, 2), (voice) => [{ ...voice.say('agreements.print.strange', { count }), strong: true }])];
}
