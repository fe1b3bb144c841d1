import { expect, test } from 'vitest';
import type { Command } from './command.ts';
import { run } from './terminal.ts';

const COUNT: Command = {
  usage: 'count FILE [--list NAME] [--json]',
  help: 'Zählt.',
  options: { list: { type: 'string' }, json: { type: 'boolean' } },
  takes: [1, 1],
  run: ({ terminal, positionals }) => Promise.resolve(terminal.line(`gezählt: ${positionals[0]}`)),
};

async function typed(...argv: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = {
    line: (text: string) => void out.push(text),
    json: (value: unknown) => void out.push(JSON.stringify(value)),
    note: (text: string) => void err.push(text),
  };
  return { code: await run(argv, { count: COUNT }, terminal), out: out.join('\n'), err: err.join('\n') };
}

test.each([
  [['count', 'a', '--lsit', 'b'], 'Die Angabe --lsit gibt es hier nicht.'],
  [['count', 'a', '-x'], 'Die Angabe -x gibt es hier nicht.'],
  [['count', 'a', '--list'], 'Zu --list fehlt der Wert.'],
  [['count', 'a', '--list', '--json'], 'Zu --list fehlt der Wert.'],
  [['count', 'a', '--json=1'], 'Zu --json gehört kein Wert.'],
])('%j is told in German, with how it goes, and nothing is done', async (argv, told) => {
  const usage = `So geht es: ${COUNT.usage}`;
  expect(await typed(...argv)).toEqual({ code: 2, out: '', err: `${told}\n${usage}` });
});

test('a command says how it goes when it is asked, and does nothing', async () => {
  for (const flag of ['--help', '-h']) {
    const told = await typed('count', flag);
    expect(told).toEqual({ code: 0, out: `${COUNT.usage}\n    ${COUNT.help}`, err: '' });
  }
  expect(await typed('count', '--', '--help')).toMatchObject({ code: 0, out: 'gezählt: --help' });
});
