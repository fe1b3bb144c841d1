import { parseArgs } from 'node:util';
import { ConflictError, InputError, NotAllowedError, NotFoundError, UnavailableError } from '../platform/errors.ts';
import { FolderInUseError } from '../platform/files/index.ts';
import type { Json } from '../plain/json.ts';
import { BadInputError, BadUsageError, type Call, type Command } from './command.ts';
import { AWAY, PortError } from './server.ts';
import { terminalWords } from './terminal-words.ts';

/** Where a command writes: results to stdout, everything else to stderr. */
export interface Terminal {
  line(text: string): void;
  json(value: Json): void;
  note(text: string): void;
}

export function openTerminal(): Terminal {
  return {
    line: (text) => void process.stdout.write(`${text}\n`),
    json: (value) => void process.stdout.write(`${JSON.stringify(value)}\n`),
    note: (text) => void process.stderr.write(`${text}\n`),
  };
}

/**
 * Runs a command line. Returns the exit code: 0, 1 for input that cannot be used, 2 for a wrong call, 70 for a bug,
 * 75 for a database that is away.
 */
export async function run(
  argv: readonly string[],
  commands: Readonly<Record<string, Command>>,
  terminal: Terminal,
): Promise<number> {
  const [name = 'help', ...rest] = argv;
  if (name === 'help' || name === '--help' || name === '-h') {
    terminal.line(overview(commands));
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  try {
    if (command === undefined) throw new BadUsageError(`Den Befehl "${name}" gibt es nicht.\n\n${overview(commands)}`);
    if (asksForHelp(rest)) {
      terminal.line(`${command.usage}\n    ${command.help}`);
      return 0;
    }
    await command.run(parse(command, rest, terminal));
    return 0;
  } catch (error) {
    return explain(error, terminal);
  }
}

function asksForHelp(rest: readonly string[]): boolean {
  const end = rest.indexOf('--');
  return (end < 0 ? rest : rest.slice(0, end)).some((each) => each === '--help' || each === '-h');
}

function parse(command: Command, rest: readonly string[], terminal: Terminal): Call {
  const { values, positionals } = parseOrExplain(command, rest);
  const [least, most] = command.takes;
  if (positionals.length < least || positionals.length > most) throw new BadUsageError(`So geht es: ${command.usage}`);
  const flags: Record<string, string | boolean | undefined> = {};
  for (const [flag, value] of Object.entries(values)) {
    if (typeof value === 'string' || typeof value === 'boolean') flags[flag] = value;
    // A flag that may be said several times.
    else if (Array.isArray(value)) flags[flag] = value.join(',');
  }
  return { positionals, flags, terminal };
}

function parseOrExplain(command: Command, rest: readonly string[]) {
  try {
    return parseArgs({ args: [...rest], options: command.options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new BadUsageError(`${whatIsWrong(error)}\nSo geht es: ${command.usage}`);
  }
}

/** What Node says in English about a flag; it names the flag in quotes. */
function whatIsWrong(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  const [, flag] = /'(--?[^' ]+)/.exec(said) ?? [];
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (flag === undefined) return said;
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `Die Angabe ${flag} gibt es hier nicht.`;
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return said;
  return said.includes('does not take') ? `Zu ${flag} gehört kein Wert.` : `Zu ${flag} fehlt der Wert.`;
}

function explain(error: unknown, terminal: Terminal): number {
  if (error instanceof BadUsageError) {
    terminal.note(error.message);
    return 2;
  }
  if (error instanceof BadInputError || error instanceof FolderInUseError || error instanceof PortError) {
    terminal.note(error.message);
    return 1;
  }
  if (error instanceof InputError || error instanceof ConflictError || error instanceof NotAllowedError) {
    terminal.note(terminalWords().tell(error.reason));
    return 1;
  }
  if (error instanceof NotFoundError) {
    terminal.note(terminalWords().say('app.command.notFound'));
    return 1;
  }
  if (error instanceof UnavailableError) {
    terminal.note(terminalWords().say('app.command.databaseAway'));
    return AWAY;
  }
  terminal.note(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return 70;
}

function overview(commands: Readonly<Record<string, Command>>): string {
  const lines = Object.values(commands).map(({ usage, help }) => `  ${usage}\n      ${help}`);
  return ['npm run -s geflecht -- BEFEHL …', '', ...lines].join('\n');
}
