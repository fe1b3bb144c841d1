import { discloseAccount, discloseOrganisation } from '../../areas/protection/index.ts';
import { STRANGER } from '../../plain/actor.ts';
import type { Json } from '../../plain/json.ts';
import { BadInputError, type Command } from '../command.ts';
import { DISCLOSING } from '../disclosure.ts';
import { terminalWords } from '../terminal-words.ts';
import { withHome } from './with-home.ts';

export const discloseCommand: Command = {
  usage: 'disclose ORGANISATION|ALIAS [--json]',
  help: 'Zeigt alles, was der Betrieb über eine Organisation (Kennung) oder ein Konto (Alias) herausgeben könnte.',
  options: { json: { type: 'boolean' } },
  takes: [1, 6],
  run: async (call) => {
    const wanted = call.positionals.join(' ');
    await withHome(async (home) => {
      const { db, actor } = home.as('disclose');
      const asStranger = home.database.as(STRANGER);
      const words = terminalWords();
      const account = await discloseAccount({ db }, { alias: wanted });
      const told =
        account ??
        (await discloseOrganisation(
          { ...DISCLOSING, db, asStranger, as: (who) => home.database.as(who) },
          wanted,
          actor,
        ));
      if (told === null) throw new BadInputError(words.say('protection.disclose.unknown', { wanted }));
      if (call.flags['json'] === true) return call.terminal.json({ ...told });
      for (const [name, value] of Object.entries<Json>({ ...told })) call.terminal.line(lineOf(name, value));
      if (account === null)
        for (const key of ['protection.disclose.closed', 'protection.disclose.together.machine'])
          call.terminal.line(words.say(key));
      call.terminal.line(words.say('protection.disclose.nothingElse'));
    });
  },
};

/** Names as in the JSON: whoever hands this on gives the same list in both forms. */
function lineOf(name: string, value: Json): string {
  return `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`;
}
