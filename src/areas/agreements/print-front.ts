import { paragraphsOf, type AgreementText } from './text.ts';
import { pairOf, unlike, type Block, type Cell } from './print-block.ts';
import type { Run, Voice } from './print-voice.ts';
import type { Version } from './version.ts';

/** What the paper is called: the titles of its first two languages, or what it is. */
export function titleOf(text: AgreementText, voices: readonly Voice[]): string {
  const titles = paragraphsOf(text, 'frame')[0]?.parts.title ?? {};
  const written = text.languages.map((language) => titles[language]?.trim() ?? '').filter((title) => isSeen(title));
  const [untitled = ''] = voices.map((voice) => voice.label('agreements.print.agreement'));
  return written.length === 0 ? untitled : written.slice(0, 2).join(' · ');
}

/** The title in all languages, then who, when and how much; `ours` are the languages that we have words in. */
export function frontOf(version: Version, voices: readonly Voice[], ours: readonly Voice[]): readonly Block[] {
  const titles = paragraphsOf(version.text, 'frame')[0]?.parts.title ?? {};
  const written = voices
    .map((voice) => voice.written(titles))
    .filter((run) => run.isMissing !== true && isSeen(run.text));
  const runs: readonly Run[] =
    written.length > 0 ? written : unlike(ours.map((voice) => voice.say('agreements.print.agreement')));
  const facts = (voice: Voice): Cell => factsOf(version, voice);
  return [
    { kind: 'heading', level: 1, runs },
    ...(ours.length <= 2 ? [pairOf(ours, facts)] : ours.map((voice) => pairOf([voice], facts))),
  ];
}

function factsOf({ text, number, day }: Version, voice: Voice): Cell {
  const { from = null, until = null, budget = null, hourlyRate = null } = paragraphsOf(text, 'frame')[0]?.parts ?? {};
  const time =
    from === null || until === null
      ? null
      : voice.say('agreements.print.time', { from: voice.day(from), until: voice.day(until) });
  return [
    voice.say('agreements.print.between', { partners: voice.names(text.partners.map(({ name }) => name)) }),
    time,
    budget === null ? null : voice.say('agreements.print.budget', { money: voice.money(budget) }),
    hourlyRate === null ? null : voice.say('agreements.print.rate', { money: voice.money(hourlyRate) }),
    voice.say('agreements.print.version', { number, day: voice.day(day) }),
  ].filter((run) => run !== null);
}

/** A title of blanks and signs that nobody sees is none. */
function isSeen(title: string): boolean {
  return /[\p{L}\p{N}]/u.test(title);
}
