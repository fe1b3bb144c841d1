import { describeError, type ErrorNote } from './describe-error.ts';

export const LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type Level = (typeof LEVELS)[number];

/**
 * All that a line of the log may hold. There is no key for an address, a name, a search
 * or a body, and none is added: a log must be something that can be handed out.
 */
export interface Facts {
  readonly request?: string;
  readonly method?: string;
  /** The pattern (`/organisations/:id`), never the address that was asked for. */
  readonly route?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly job?: string;
  readonly attempt?: number;
  readonly event?: string;
  /** Key of a message in the catalogues. */
  readonly key?: string;
  readonly language?: string;
  readonly count?: number;
  readonly bytes?: number;
  readonly engine?: string;
  readonly version?: string;
  readonly port?: number;
  readonly error?: unknown;
}

export interface Log {
  debug(what: string, facts?: Facts): void;
  info(what: string, facts?: Facts): void;
  warn(what: string, facts?: Facts): void;
  error(what: string, facts?: Facts): void;
}

export interface LogOptions {
  /** The lowest level that is written. */
  readonly level: Level;
  /** Takes one line of JSON without its line end. Default: stderr. */
  readonly write?: (line: string) => void;
  /** Also write the messages of errors. Only for development: a message may quote what people typed. */
  readonly messages?: boolean;
  readonly now?: () => Date;
}

/**
 * A structured log: one line of JSON an entry.
 *
 * @example
 * const log = createLog({ level: 'info' });
 * log.info('request', { method: 'GET', route: '/organisations/:id', status: 200, ms: 12 });
 * // {"at":"2026-11-21T08:00:00.000Z","level":"info","what":"request","method":"GET",…}
 */
export function createLog({ level, write = toStderr, messages = false, now = () => new Date() }: LogOptions): Log {
  const lowest = LEVELS.indexOf(level);
  const at =
    (entry: Level) =>
    (what: string, facts: Facts = {}) => {
      if (LEVELS.indexOf(entry) < lowest) return;
      write(JSON.stringify({ at: now().toISOString(), level: entry, what, ...known(facts, messages) }));
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** A log that says nothing, for tests and commands. */
export const SILENT: Log = createLog({ level: 'error', write: () => undefined });

type Written = Omit<Facts, 'error'> & { readonly error?: ErrorNote };

const KEYS = [
  'request',
  'method',
  'route',
  'status',
  'ms',
  'job',
  'attempt',
  'event',
  'key',
  'language',
  'count',
  'bytes',
  'engine',
  'version',
  'port',
] as const satisfies readonly (keyof Facts)[];

/** Types can be got round by a spread object; the list of keys cannot. */
function known(facts: Facts, messages: boolean): Written {
  const entries = KEYS.filter((key) => facts[key] !== undefined).map((key) => [key, facts[key]]);
  const rest = facts.error === undefined ? {} : { error: describeError(facts.error, messages) };
  return { ...Object.fromEntries(entries), ...rest };
}

function toStderr(line: string): void {
  process.stderr.write(`${line}\n`);
}
