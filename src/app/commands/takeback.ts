import { findImport, takeBack } from '../../areas/lists/index.ts';
import { isId } from '../../plain/ids.ts';
import { BadInputError, type Command } from '../command.ts';
import { withHome } from './with-home.ts';

export const takebackCommand: Command = {
  usage: 'takeback IMPORT [--json]',
  help: 'Nimmt eine ganze Übernahme zurück: das Verzeichnis ist wieder wie vorher.',
  options: { json: { type: 'boolean' } },
  takes: [1, 1],
  run: async (call) => {
    const id = call.positionals[0] ?? '';
    await withHome(async (home) => {
      const found = isId(id) ? await home.imports.db.read((db) => findImport(db, id)) : null;
      if (found === null)
        throw new BadInputError(`Einen Import ${id} gibt es nicht. Die Kennung steht in der Ausgabe von "import".`);
      await takeBack(home.imports, id);
      if (call.flags['json'] === true) call.terminal.json({ import: id, takenBack: true });
      else call.terminal.line(home.words.in('de').say('lists.command.takenBack'));
    });
  },
};
