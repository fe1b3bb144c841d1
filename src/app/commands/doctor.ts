import { FolderInUseError } from '../../platform/files/index.ts';
import { saying, type Words } from '../../plain/words.ts';
import { BadInputError, type Command } from '../command.ts';
import { checkNode, examine, type Check } from '../doctor/index.ts';
import { openHome } from '../home.ts';
import { terminalWords } from '../terminal-words.ts';
import { configured } from './with-home.ts';

export const doctorCommand: Command = {
  usage: 'doctor [--json]',
  help: 'Sieht nach, ob alles in Ordnung ist, und sagt sonst, was zu tun ist. Ändert nichts.',
  options: { json: { type: 'boolean' } },
  takes: [0, 0],
  run: async (call) => {
    const words = terminalWords();
    const checks = await lookAt();
    const wrong = checks.filter(({ ok }) => !ok).length;
    if (call.flags['json'] === true) {
      call.terminal.json({
        ok: wrong === 0,
        checks: checks.map(({ name, ok, told }) => ({ name, ok, message: words.tell(told) })),
      });
    } else for (const check of checks) call.terminal.line(lineOf(check, words));
    if (wrong > 0) throw new BadInputError(words.say('app.doctor.notWell', { count: wrong }));
    if (call.flags['json'] !== true) call.terminal.line(words.say('app.doctor.well'));
  },
};

/** What cannot even be opened is a finding, too. */
async function lookAt(): Promise<readonly Check[]> {
  const config = configured();
  try {
    const home = await openHome(config);
    try {
      return await examine(home);
    } finally {
      await home.close();
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const told =
      error instanceof FolderInUseError
        ? saying('app.doctor.folder.inUse', { folder: config.dataFolder, process: String(error.pid) })
        : saying('app.doctor.open.failed', { reason });
    return [
      checkNode(process.versions.node),
      { name: error instanceof FolderInUseError ? 'folder' : 'open', ok: false, told },
    ];
  }
}

function lineOf({ ok, told }: Check, words: Words): string {
  return `${ok ? '✓' : '✗'} ${words.tell(told)}`;
}
