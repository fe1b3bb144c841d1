import { rebuild } from '../../areas/claims/index.ts';
import { BadInputError, BadUsageError, textOf, type Command } from '../command.ts';
import type { Config } from '../config.ts';
import { examine, type Check } from '../doctor/index.ts';
import { openHome } from '../home.ts';
import { rehearse, restoreHome } from '../restore-home.ts';
import { terminalWords } from '../terminal-words.ts';
import { configured } from './with-home.ts';

export const restoreCommand: Command = {
  usage: 'restore DATEI --identity SCHLÜSSELDATEI [--rehearse] [--json]',
  help: 'Spielt eine Sicherung in einen leeren Ordner oder eine leere Datenbank ein; mit --rehearse nur zur Probe in einen Ordner, der danach verschwindet.',
  options: { identity: { type: 'string' }, rehearse: { type: 'boolean' }, json: { type: 'boolean' } },
  takes: [1, 1],
  run: async (call) => {
    const words = terminalWords();
    const path = call.positionals[0] ?? '';
    const keyFile = textOf(call, 'identity');
    if (keyFile === null) throw new BadUsageError(`--identity fehlt.\nSo geht es: ${restoreCommand.usage}`);
    const config = configured();
    const isRehearsal = call.flags['rehearse'] === true;
    const { restored, report } = isRehearsal
      ? await rehearse({ path, keyFile }, (place) => lookAt({ ...config, ...place }))
      : { restored: await restoreHome({ path, keyFile }, config), report: await lookAt(config) };
    const wrong = report.checks.filter(({ ok }) => !ok);
    const isSame = Object.values(report.same).every((equal) => equal);
    if (call.flags['json'] === true) {
      const checks = report.checks.map(({ name, ok, told }) => ({ name, ok, message: words.tell(told) }));
      call.terminal.json({ ...restored, steps: [...restored.steps], rehearsal: isRehearsal, same: isSame, checks });
    } else {
      const { rows, tables, files, madeAt, steps } = restored;
      const moment = words.moment(new Date(madeAt));
      call.terminal.line(
        words.say(isRehearsal ? 'app.restore.rehearsed' : 'app.restore.done', { moment, rows, tables, files }),
      );
      if (steps.length > 0) call.terminal.line(words.say('app.restore.steps', { steps: steps.join(', ') }));
      call.terminal.line(words.say(isSame ? 'app.command.rebuiltSame' : 'app.restore.different'));
      for (const { told } of wrong) call.terminal.line(`✗ ${words.tell(told)}`);
    }
    if (!isSame || wrong.length > 0) throw new BadInputError(words.say('app.restore.look'));
  },
};

/** What lies around an installation says nothing about what came back. */
const AROUND: readonly string[] = ['mail', 'backups'];

/** The projections made again from the claims, and everything that the doctor looks at. */
async function lookAt(
  config: Config,
): Promise<{ readonly same: Readonly<Record<string, boolean>>; readonly checks: readonly Check[] }> {
  const home = await openHome(config);
  try {
    const { same } = await rebuild(home.imports);
    return { same, checks: (await examine(home)).filter(({ name }) => !AROUND.includes(name)) };
  } finally {
    await home.close();
  }
}
