import { dirname } from 'node:path';
import { rebuild } from '../../areas/claims/index.ts';
import { findBackups } from '../../platform/backup/index.ts';
import { systemClock } from '../../platform/clock.ts';
import { BadInputError, BadUsageError, textOf, type Command } from '../command.ts';
import type { Config } from '../config.ts';
import { examine, type Check } from '../doctor/index.ts';
import { openHome } from '../home.ts';
import { isSecretThere, rehearse, restoreHome, type Restored } from '../restore-home.ts';
import { findingsOf, nextStepsOf } from '../restore-review.ts';
import { terminalWords } from '../terminal-words.ts';
import { configured } from './with-home.ts';

export const restoreCommand: Command = {
  usage: 'restore DATEI --identity SCHLÜSSELDATEI [--as-it-was] [--rehearse] [--json]',
  help: 'Spielt eine Sicherung in einen leeren Ordner oder eine leere Datenbank ein. Das Haus bleibt danach zu, bis „open“ es öffnet, und wer für sich spricht oder je geschützt war, ist geschützt; mit --as-it-was ist alles offen wie damals. Mit --rehearse nur zur Probe in einen Ordner, der danach verschwindet.',
  options: {
    identity: { type: 'string' },
    'as-it-was': { type: 'boolean' },
    rehearse: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  takes: [1, 1],
  run: async (call) => {
    const words = terminalWords();
    const path = call.positionals[0] ?? '';
    const keyFile = textOf(call, 'identity');
    if (keyFile === null) throw new BadUsageError(`--identity fehlt.\nSo geht es: ${restoreCommand.usage}`);
    const config = configured();
    const isRehearsal = call.flags['rehearse'] === true;
    const sealed = { path, keyFile, asItWas: call.flags['as-it-was'] === true };
    const now = systemClock.now();
    const isSecretKept = isRehearsal || config.secret !== null || isSecretThere(config);
    const { restored, report } = isRehearsal
      ? await rehearse(sealed, now, (place) => lookAt({ ...config, ...place }))
      : { restored: await restoreHome(sealed, config, now), report: await lookAt(config) };
    const around = {
      newer: await findNewer(path, restored),
      isSecretKept,
      moment: words.moment(new Date(restored.madeAt)),
    };
    const findings = findingsOf(restored, around).map((told) => words.tell(told));
    const next = isRehearsal ? [] : nextStepsOf(restored, around).map((told) => words.tell(told));
    const wrong = report.checks.filter(({ ok }) => !ok);
    const isSame = Object.values(report.same).every((equal) => equal);
    if (call.flags['json'] === true) {
      const checks = report.checks.map(({ name, ok, told }) => ({ name, ok, message: words.tell(told) }));
      const { review, steps, ...rest } = restored;
      call.terminal.json({
        ...rest,
        steps: [...steps],
        rehearsal: isRehearsal,
        same: isSame,
        checks,
        newer: around.newer,
        isSecretKept,
        review: {
          ...review,
          protectedThen: [...review.protectedThen],
          protectedNow: [...review.protectedNow],
          withdrawn: [...review.withdrawn],
          waysIn: { ...review.waysIn },
        },
        findings,
        next,
      });
    } else {
      const { rows, tables, files, steps } = restored;
      const { moment } = around;
      call.terminal.line(
        words.say(isRehearsal ? 'app.restore.rehearsed' : 'app.restore.done', { moment, rows, tables, files }),
      );
      if (steps.length > 0) call.terminal.line(words.say('app.restore.steps', { steps: steps.join(', ') }));
      call.terminal.line(words.say(isSame ? 'app.command.rebuiltSame' : 'app.restore.different'));
      for (const { told } of wrong) call.terminal.line(`✗ ${words.tell(told)}`);
      for (const finding of findings) call.terminal.line(`· ${finding}`);
      for (const [at, step] of next.entries()) call.terminal.line(`${at + 1}. ${step}`);
    }
    if (!isSame || wrong.length > 0) throw new BadInputError(words.say('app.restore.look'));
  },
};

/** Beside the backup that was taken there may lie one that knows more. */
async function findNewer(path: string, { madeAt }: Restored): Promise<string | null> {
  const youngest = (await findBackups(dirname(path))).at(-1);
  return youngest !== undefined && youngest.madeAt > new Date(madeAt) ? youngest.file : null;
}

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
