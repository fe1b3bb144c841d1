import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { matchAll, matchLarge } from '../../engines/same/index.ts';
import { BadUsageError, textOf, type Command } from '../command.ts';
import { targetNamed } from '../same/columns.ts';
import { TARGETS, type Target } from '../same/headers.ts';
import { readLists } from '../same/read-lists.ts';
import { tellGroups } from '../same/tell-groups.ts';
import { callWithRoom, wantsRoom } from '../same/with-room.ts';
import { writeJson } from '../same/write-json.ts';
import { terminalWords } from '../terminal-words.ts';

const MOST_FILES = 1_000;
/** From so many rows on it is worth while to start threads. */
const LARGE = 5_000;
const MOST_THREADS = 4;

export const sameCommand: Command = {
  usage: 'same DATEI… [--map spalte=feld,…] [--threads 2] [--json]',
  help: 'Findet in Listen (CSV, XLSX, GeoJSON, JSON), was dasselbe ist, was zusammengehört und was nur im selben Haus ist; ohne Datenbank und ohne Netz.',
  options: { map: { type: 'string', multiple: true }, threads: { type: 'string' }, json: { type: 'boolean' } },
  takes: [1, MOST_FILES],
  run: async (call) => {
    // `--map a=name b=street` is understood as well: what is said behind it and is no file belongs to it.
    const isSaid = (word: string) => word.includes('=') && !existsSync(word);
    const files = call.positionals.filter((word) => !isSaid(word));
    const said = [textOf(call, 'map'), ...call.positionals.filter(isSaid)].filter((text) => text !== null);
    if (files.length === 0) throw new BadUsageError(`So geht es: ${sameCommand.usage}`);
    const twice = files.find((file, at) => files.indexOf(file) !== at);
    if (twice !== undefined) throw new BadUsageError(`${twice} steht zweimal da.`);
    const told = mapOf(said.join(','));
    const threads = threadsOf(textOf(call, 'threads'));
    if (wantsRoom(files)) return callWithRoom();
    const words = terminalWords();
    const lists = await readLists(files, told, words);
    for (const note of lists.notes) call.terminal.note(note);
    const isLarge = lists.items.length >= LARGE;
    const matched = isLarge ? await matchLarge(lists.items, { threads }) : matchAll(lists.items);
    if (call.flags['json'] === true) {
      await writeJson(call.terminal, lists.places, matched);
      return;
    }
    for (const [file, columns] of lists.columns)
      call.terminal.note(
        words.say('app.same.columns', {
          file,
          columns: columns.map(({ header, target }) => `${header} = ${target}`).join(', '),
        }),
      );
    for (const line of tellGroups(lists, matched, words)) call.terminal.line(line);
  },
};

function threadsOf(text: string | null): number {
  if (text === null) return Math.min(MOST_THREADS, availableParallelism());
  const threads = Number(text);
  if (!/^\d{1,2}$/.test(text) || threads === 0)
    throw new BadUsageError('--threads erwartet eine Zahl ab 1, zum Beispiel 2.');
  return threads;
}

/** Column → what it is; null leaves it out. */
function mapOf(text: string): ReadonlyMap<string, Target | null> {
  if (text === '') return new Map();
  return new Map(
    text.split(',').map((pair): [string, Target | null] => {
      const at = pair.lastIndexOf('=');
      if (at <= 0) throw new BadUsageError(`--map versteht "${pair}" nicht. Schreibe spalte=feld, mehrere mit Komma.`);
      const [column, word] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
      const target = word === '' ? null : targetNamed(word);
      if (word !== '' && target === null)
        throw new BadUsageError(`--map kennt das Feld "${word}" nicht. Es gibt: ${TARGETS.join(', ')}.`);
      return [column, target];
    }),
  );
}
