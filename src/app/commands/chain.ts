import { findNotes, verifyChain } from '../../platform/chain/index.ts';
import { isId } from '../../plain/ids.ts';
import { BadInputError, type Command } from '../command.ts';
import { terminalWords } from '../terminal-words.ts';
import { withHome } from './with-home.ts';

export const chainCommand: Command = {
  usage: 'chain ORGANISATION [--head HASH] [--json]',
  help: 'Prüft das Protokoll einer Organisation; mit einer aufgehobenen Prüfsumme auch, ob das Ende fehlt.',
  options: { json: { type: 'boolean' }, head: { type: 'string' } },
  takes: [1, 1],
  run: async (call) => {
    const [organisation = ''] = call.positionals;
    const words = terminalWords();
    const { head } = call.flags;
    const kept = typeof head === 'string' ? head.trim().toLowerCase() : null;
    if (!isId(organisation) || (kept !== null && !/^[0-9a-f]{64}$/.test(kept)))
      throw new BadInputError(words.say('protection.chain.unknown'));
    await withHome(async (home) => {
      const notes = await home.as('chain').db.read((db) => findNotes(db, organisation));
      const state = verifyChain(organisation, notes, kept);
      if (call.flags['json'] === true) call.terminal.json({ organisation, ...state });
      if (state.kind === 'broken') throw new BadInputError(words.say('protection.chain.broken', { at: state.at }));
      if (state.kind === 'head missing') throw new BadInputError(words.say('protection.chain.headMissing'));
      if (call.flags['json'] === true) return;
      call.terminal.line(words.say('protection.chain.intact', { count: state.length }));
      call.terminal.line(state.head);
    });
  },
};
