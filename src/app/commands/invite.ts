import { COORDINATION, invite, OPERATOR, type Place } from '../../areas/people/index.ts';
import { BadUsageError, textOf, type Command } from '../command.ts';
import { terminalWords } from '../terminal-words.ts';
import { noteAddress } from './note-address.ts';
import { withHome } from './with-home.ts';

const ROLES = { coordination: COORDINATION, operator: OPERATOR } as const;
const PLACES: readonly Place[] = ['holder', 'deputy'];

/** The way back in from the terminal: a link to a role of the house. To an organisation there is none from here. */
export const inviteCommand: Command = {
  usage: 'invite coordination|operator [--place holder|deputy] [--json]',
  help: 'Macht eine Einladung für die Koordination oder den Betrieb; gilt 14 Tage und einmal.',
  options: { place: { type: 'string' }, json: { type: 'boolean' } },
  takes: [1, 1],
  run: async (call) => {
    const [kind] = call.positionals;
    const place = PLACES.find((one) => one === (textOf(call, 'place') ?? 'holder'));
    if ((kind !== 'coordination' && kind !== 'operator') || place === undefined)
      throw new BadUsageError(`invite: ${call.positionals.join(' ')}`);
    await withHome(async (home) => {
      const wanted = { role: ROLES[kind], place, until: null, mail: null, language: terminalWords().language };
      const { path, code, endsAt } = await invite(home.as('invite'), wanted);
      const link = `${home.config.origin}${path}`;
      noteAddress(call.terminal);
      if (call.flags['json'] === true) {
        call.terminal.json({ link, code: code.join(' '), endsAt: endsAt.toISOString() });
        return;
      }
      call.terminal.line(link);
      call.terminal.line(code.join(' '));
    });
  },
};
