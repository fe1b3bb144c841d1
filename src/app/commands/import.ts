import { existsSync, statSync } from 'node:fs';
import { importFile } from '../../areas/lists/index.ts';
import { BadInputError, BadUsageError, textOf, type Command } from '../command.ts';
import { withHome } from './with-home.ts';

export const importCommand: Command = {
  usage: 'import DATEI --list NAME [--key SPALTE] [--map spalte=feld,…] [--dry-run] [--json]',
  help: 'Nimmt eine Liste (CSV, XLSX, GeoJSON, JSON) in das Verzeichnis auf; --dry-run zeigt nur, was sich ändern würde.',
  options: {
    list: { type: 'string' },
    key: { type: 'string' },
    map: { type: 'string' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  takes: [1, 1],
  run: async (call) => {
    const path = call.positionals[0] ?? '';
    const list = textOf(call, 'list');
    if (list === null || list.trim() === '')
      throw new BadUsageError(`--list fehlt: der Name der Liste.\nSo geht es: ${importCommand.usage}`);
    if (!existsSync(path) || !statSync(path).isFile())
      throw new BadInputError(`Die Datei ${path} gibt es nicht. Prüfe den Weg zur Datei.`);
    const file = {
      path,
      list,
      key: textOf(call, 'key'),
      map: mapOf(textOf(call, 'map')),
      dryRun: call.flags['dry-run'] === true,
    };
    await withHome(async (home) => {
      const ctx = home.as('import');
      const result = await importFile(ctx, home.imports, file);
      const { rows, unchanged, changed, unclear, vanished, refusals } = result;
      const refused = refusals.map(({ row, reason }) => ({ row, reason: ctx.words.tell(reason) }));
      if (call.flags['json'] === true) {
        call.terminal.json({
          rows,
          new: result.new,
          changed,
          unchanged,
          unclear,
          vanished,
          refused,
          import: result.import,
        });
        return;
      }
      call.terminal.line(
        ctx.words.say('lists.command.counts', {
          rows,
          fresh: result.new,
          changed,
          unchanged,
          unclear,
          vanished,
          refused: refused.length,
        }),
      );
      for (const { row, reason } of refused)
        call.terminal.line(ctx.words.say('lists.command.refused', { row, reason }));
      if (unclear > 0) call.terminal.line(ctx.words.say('lists.command.unclear'));
      call.terminal.line(
        file.dryRun
          ? ctx.words.say('lists.command.dryRun')
          : ctx.words.say('lists.command.taken', { import: result.import }),
      );
    });
  },
};

function mapOf(text: string | null): ReadonlyMap<string, string> {
  if (text === null) return new Map();
  return new Map(
    text.split(',').map((pair): [string, string] => {
      const at = pair.lastIndexOf('=');
      if (at <= 0) throw new BadUsageError(`--map versteht "${pair}" nicht. Schreibe spalte=feld, mehrere mit Komma.`);
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    }),
  );
}
