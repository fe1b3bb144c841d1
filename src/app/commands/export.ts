import { BadUsageError, textOf, type Command } from '../command.ts';
import { EXPORT_FORMATS, exportRegister } from '../export/index.ts';
import { terminalWords } from '../terminal-words.ts';
import { withHome } from './with-home.ts';

export const exportCommand: Command = {
  usage: `export --format ${EXPORT_FORMATS.join('|')} [--all] [--json] ORDNER`,
  help: 'Schreibt das Verzeichnis als Dateien: Tabellen, alle einzelnen Aussagen oder HSDS 3.1. Nur Öffentliches; mit --all auch, was nicht alle sehen dürfen.',
  options: { format: { type: 'string' }, all: { type: 'boolean' }, json: { type: 'boolean' } },
  takes: [1, 1],
  run: async (call) => {
    const folder = call.positionals[0] ?? '.';
    const format = EXPORT_FORMATS.find((known) => known === textOf(call, 'format'));
    const all = call.flags['all'] === true;
    if (format === undefined)
      throw new BadUsageError(
        `--format ist eins von ${EXPORT_FORMATS.join(', ')}.\nSo geht es: ${exportCommand.usage}`,
      );
    if (format === 'hsds' && all) throw new BadUsageError('HSDS ist für alle zum Lesen: --all gibt es dort nicht.');
    await withHome(async (home) => {
      const words = terminalWords();
      const { files, counts } = await exportRegister({ ...home, words: home.words.in('de') }, format, folder, all);
      if (all) call.terminal.note(words.say('app.export.notPublic'));
      if (call.flags['json'] === true) {
        call.terminal.json({ format, all, files, counts });
        return;
      }
      for (const file of files) call.terminal.line(file);
      call.terminal.note(words.say('app.export.written', { count: files.length }));
    });
  },
};
