import { isRecipient, makeKey } from '../../platform/backup/index.ts';
import { backUpHome, recipientsIn } from '../back-up.ts';
import { BadInputError, BadUsageError, textOf, type Command } from '../command.ts';
import { terminalWords } from '../terminal-words.ts';
import { configured, withHome } from './with-home.ts';

export const backupCommand: Command = {
  usage: 'backup [ORDNER] [--to age1…] [--json] | backup --new-key DATEI',
  help: 'Schreibt alles, was diese Installation weiß, verschlüsselt in eine Datei. Ohne Server muss Geflecht dafür angehalten sein; läuft es, sichert es selbst (BACKUP_FOLDER, BACKUP_RECIPIENT).',
  options: { to: { type: 'string', multiple: false }, 'new-key': { type: 'string' }, json: { type: 'boolean' } },
  takes: [0, 1],
  run: async (call) => {
    const words = terminalWords();
    const asJson = call.flags['json'] === true;
    const keyFile = textOf(call, 'new-key');
    if (keyFile !== null) {
      const recipient = await makeKey(keyFile);
      if (asJson) call.terminal.json({ recipient, keyFile });
      else {
        call.terminal.line(recipient);
        call.terminal.note(words.say('app.backup.newKey', { file: keyFile }));
      }
      return;
    }
    const { backup } = configured();
    const folder = call.positionals[0] ?? backup.folder;
    const recipients = recipientsIn(textOf(call, 'to') ?? backup.recipient);
    if (folder === null) throw new BadUsageError(words.say('app.backup.noFolder'));
    if (recipients.length === 0) throw new BadUsageError(words.say('app.backup.noRecipient'));
    if (!recipients.every(isRecipient)) throw new BadInputError(words.say('app.backup.badRecipient'));
    const { file, bytes, tables, rows, files, removed } = await withHome((home) =>
      backUpHome(home, folder, recipients),
    );
    if (asJson) {
      call.terminal.json({ file, bytes, tables, rows, files, removed: [...removed] });
      return;
    }
    call.terminal.line(file);
    call.terminal.note(words.say('app.backup.written', { rows, tables, megabytes: Math.ceil(bytes / 1_000_000) }));
    if (removed.length > 0) call.terminal.note(words.say('app.backup.removed', { count: removed.length }));
  },
};
