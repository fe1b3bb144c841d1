import { findForCommand, openFinder } from '../../areas/finding/index.ts';
import { STRANGER } from '../../plain/actor.ts';
import type { Command } from '../command.ts';
import { terminalWords } from '../terminal-words.ts';
import { withHome } from './with-home.ts';

const PATHS: Readonly<Record<string, string>> = { organisation: 'organisationen', offer: 'angebote' };
const MOST_WORDS = 50;

export const findCommand: Command = {
  usage: 'find WÖRTER [--json]',
  help: 'Sucht wie die öffentliche Seite und sagt, warum etwas gefunden wurde.',
  options: { json: { type: 'boolean' } },
  takes: [1, MOST_WORDS],
  run: async (call) => {
    const query = call.positionals.join(' ');
    await withHome(async (home) => {
      const words = terminalWords();
      const ctx = { ...home.as('find'), db: home.database.as(STRANGER), actor: STRANGER, words };
      const found = await findForCommand(ctx, openFinder(home.gazetteer), query);
      const results = found.results.map(({ names, ...result }) => ({
        ...result,
        name: names[0] ?? '',
        url: `${home.config.origin}/${PATHS[result.kind] ?? result.kind}/${result.id}`,
      }));
      if (call.flags['json'] === true) {
        call.terminal.json({ query, total: found.total, results });
        return;
      }
      call.terminal.line(words.say('app.find.total', { count: found.total }));
      for (const note of found.notes) call.terminal.line(note);
      for (const { name, url, why, confirmedOn } of results) {
        const confirmed =
          confirmedOn === null
            ? words.say('app.find.neverConfirmed')
            : words.say('app.find.confirmed', { day: words.day(confirmedOn) });
        call.terminal.line(['', name, url, ...why, confirmed].join('\n'));
      }
      if (found.total > results.length)
        call.terminal.line(`\n${words.say('app.find.more', { count: found.total - results.length })}`);
    });
  },
};
