import { partsOf, type Paragraph, type ParagraphKind, type Part } from './paragraph.ts';
import { pairOf, unlike, type Block, type Cell } from './print-block.ts';
import { dutyTable, moneyTable, sharesTable, taskTable } from './print-tables.ts';
import type { Run, Voice } from './print-voice.ts';
import { isTogether } from './say-part.ts';
import { paragraphsOf, type AgreementText } from './text.ts';

/** All paragraphs but the frame, each kind under its heading, in the order in which one reads an agreement. */
const SECTIONS: readonly Exclude<ParagraphKind, 'frame'>[] = [
  'goal',
  'task',
  'line',
  'duty',
  'decision',
  'credit',
  'rhythm',
  'data',
  'boundary',
  'promise',
  'limit',
  'dissent',
  'review',
  'exit',
];

export function sectionsOf(text: AgreementText, voices: readonly Voice[], level: number): readonly Block[] {
  return SECTIONS.flatMap((kind): readonly Block[] => {
    if (paragraphsOf(text, kind).length === 0) return [];
    const runs = unlike(voices.map((voice) => voice.say(`agreements.print.section.${kind}`)));
    return [{ kind: 'heading', level, runs }, ...contentOf(text, kind, voices)];
  });
}

function contentOf(text: AgreementText, kind: ParagraphKind, voices: readonly Voice[]): readonly Block[] {
  if (kind === 'task') return [taskTable(text, voices)];
  if (kind === 'line') return [moneyTable(text, voices), sharesTable(text, voices)];
  if (kind === 'duty') return [dutyTable(text, voices)];
  const paragraphs = paragraphsOf(text, kind);
  return paragraphs.map((paragraph, at) =>
    pairOf(voices, (voice) => [
      ...numbered(partRuns(paragraph, voice), paragraphs.length > 1 ? at + 1 : null),
      ...(kind === 'goal' ? [broughtBy(paragraph, voice)] : []),
    ]),
  );
}

/** The parts of a paragraph with their labels; a text that is all of its paragraph needs none. */
function partRuns(paragraph: Paragraph, voice: Voice): Cell {
  const { kind } = paragraph;
  const parts = partsOf(paragraph).filter(
    ({ name, value }) => (value !== null || isTogether(kind, name, value)) && !(name === 'isStructural' && !value),
  );
  const texts = parts.filter(({ declared }) => declared.holds === 'texts');
  return parts.flatMap((part): Cell => {
    const run = partRun(kind, part, voice);
    if (run === null) return [];
    const label = voice.label(`agreements.part.${kind}.${part.name}`);
    if (part.value === true) return [{ ...run, text: label }];
    return [part === parts[0] && texts.length === 1 ? run : { ...run, label }];
  });
}

function partRun(kind: ParagraphKind, { name, declared, value }: Part, voice: Voice): Run | null {
  if (isTogether(kind, name, value)) return voice.say('agreements.option.together');
  if (value === null) return null;
  if (typeof value === 'object') {
    const isEmpty = Object.values(value).every((text) => text.trim() === '');
    return isEmpty && declared.needed === undefined ? null : voice.written(value);
  }
  if (declared.holds === 'day') return voice.plain(voice.day(String(value)));
  if (declared.holds === 'partner') return voice.plain(voice.partner(String(value)));
  if (declared.holds === 'cents') return voice.plain(voice.money(Number(value)));
  if (typeof value === 'string') return voice.say(`agreements.option.${name}.${value}`);
  return voice.plain(typeof value === 'number' ? voice.number(value) : '');
}

function broughtBy({ origin }: Paragraph, voice: Voice): Run {
  return { ...voice.say('agreements.print.broughtBy', { partner: voice.partner(origin) }), quiet: true };
}

function numbered(runs: Cell, number: number | null): Cell {
  const [first, ...rest] = runs;
  if (first === undefined || number === null) return runs;
  return [{ ...first, text: `${number}. ${first.text}` }, ...rest];
}
