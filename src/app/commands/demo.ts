import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvLine, inventRows, ROW_HEADERS } from '../../engines/rhoenau/index.ts';
import { dayOf } from '../../plain/time.ts';
import { systemClock } from '../../platform/clock.ts';
import { BadUsageError, textOf, type Command } from '../command.ts';
import { examples } from '../demo-files.ts';
import { terminalWords } from '../terminal-words.ts';

/** Rows of the big list for each step of the scale. */
const ROWS = 1_000;
const MOST = 1_000;

export const demoCommand: Command = {
  usage: 'demo ORDNER [--scale N] [--json]',
  help: 'Schreibt die Listen des erfundenen Landkreises als Dateien; mit --scale N dazu eine große Liste mit N mal 1000 Zeilen.',
  options: { scale: { type: 'string' }, json: { type: 'boolean' } },
  takes: [1, 1],
  run: async (call) => {
    const folder = call.positionals[0] ?? '.';
    const scale = scaleOf(textOf(call, 'scale'));
    await mkdir(folder, { recursive: true });
    const files: string[] = [];
    for (const { make } of examples(dayOf(systemClock.now()))) {
      const { name, bytes } = await make();
      files.push(join(folder, name));
      await writeFile(join(folder, name), bytes);
    }
    if (scale !== null) files.push(await writeBigList(folder, scale * ROWS));
    if (call.flags['json'] === true) {
      call.terminal.json({ files });
      return;
    }
    for (const file of files) call.terminal.line(file);
    call.terminal.note(terminalWords().say('app.command.demoWritten', { count: files.length }));
  },
};

function scaleOf(text: string | null): number | null {
  if (text === null) return null;
  const scale = Number(text);
  if (!Number.isInteger(scale) || scale < 1 || scale > MOST)
    throw new BadUsageError(`--scale ist eine ganze Zahl von 1 bis ${MOST}.`);
  return scale;
}

/** Row by row: a million rows need no more memory than one. */
async function writeBigList(folder: string, count: number): Promise<string> {
  const path = join(folder, `liste-${count}.csv`);
  const file = createWriteStream(path);
  file.write(csvLine(ROW_HEADERS, ';'));
  for (const row of inventRows(1, count)) {
    if (!file.write(csvLine(row, ';'))) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
  return path;
}
