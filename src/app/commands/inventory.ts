import { inventoryOf, keepInWords } from '../../areas/protection/index.ts';
import type { Json } from '../../plain/json.ts';
import { type Command } from '../command.ts';
import { BESIDE, HOLDINGS } from '../holdings.ts';
import { REGISTER } from '../register.ts';
import { terminalWords } from '../terminal-words.ts';

// words: protection.inventory.purpose.* protection.inventory.group.* protection.inventory.reader.* protection.inventory.scope.*
export const inventoryCommand: Command = {
  usage: 'inventory [--json]',
  help: 'Zeigt jede Angabe und jede Tabelle: wofür sie da ist, wer sie liest und wie lange sie bleibt.',
  options: { json: { type: 'boolean' } },
  takes: [0, 0],
  run: (call) => {
    const { facts, holdings } = inventoryOf(REGISTER.fields, HOLDINGS);
    if (call.flags['json'] === true) {
      const plain: Json = JSON.parse(JSON.stringify({ facts, holdings, beside: BESIDE }));
      return Promise.resolve(call.terminal.json(plain));
    }
    const words = terminalWords();
    for (const { subject, field, group, scope, halfLifeDays } of facts)
      call.terminal.line(
        [
          `${subject}.${field}`,
          words.say(`protection.inventory.group.${group}`),
          words.say(`protection.inventory.scope.${scope}`),
          words.say('protection.inventory.halfLife', { count: halfLifeDays }),
        ].join(' · '),
      );
    for (const { table, columns, purpose, readers, keep } of [...holdings, ...BESIDE])
      call.terminal.line(
        [
          `${table}: ${columns.join(', ')}`,
          words.say(`protection.inventory.purpose.${purpose}`),
          words.list(readers.map((reader) => words.say(`protection.inventory.reader.${reader}`))),
          keepInWords(words, keep),
        ].join(' · '),
      );
    return Promise.resolve();
  },
};
