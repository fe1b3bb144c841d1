import { parse, protocol } from '@electric-sql/pglite';
import { PGliteDialect, type DatabaseConnection, type Dialect, type Driver } from 'kysely';
import type { EmbeddedPostgres } from './embedded.ts';
import { createStatementNames, isAboutRows, type Named } from './statement-names.ts';

const { serialize } = protocol;
type Message = Awaited<ReturnType<EmbeddedPostgres['execProtocolStream']>>[number];
type Values = readonly unknown[];

export interface Answer {
  readonly rows: Record<string, unknown>[];
  readonly affectedRows: number | undefined;
}

/** What the embedded database said about a statement when it was prepared. */
interface Prepared {
  /** PostgreSQL's numbers of the types of its parameters. */
  readonly types: readonly number[];
  readonly columns: readonly Message[];
}

export interface EmbeddedDriver {
  readonly dialect: Dialect;
  run(text: string, values: Values): Promise<Answer>;
  /** After tables were changed beside it. */
  forgetAll(): void;
}

/**
 * Speaks with the embedded database in as few calls as it can be asked in: every call enters and leaves WebAssembly,
 * and reading and planning a statement anew takes it longer than most statements themselves. So a statement is
 * prepared once and then asked in one call; the beginning of a transaction goes along with its first statement.
 * There is one connection: whoever calls this keeps transactions apart.
 */
export function embeddedDriver(pglite: EmbeddedPostgres): EmbeddedDriver {
  const names = createStatementNames<Prepared>();
  let transaction: 'none' | 'due' | 'begun' = 'none';

  async function ask(parts: readonly Uint8Array[]): Promise<readonly Message[]> {
    const before = [
      ...names.takeGone().map((name) => serialize.close({ type: 'S', name })),
      ...(transaction === 'due' ? [serialize.query('begin')] : []),
    ];
    if (transaction === 'due') transaction = 'begun';
    return pglite.execProtocolStream(joined([...before, ...parts, serialize.sync()]), { syncToFs: false });
  }

  async function prepare(text: string, named: Named<Prepared> | null): Promise<Prepared> {
    const name = named?.name ?? '';
    const messages = await ask([
      // It is there already where the first try failed halfway.
      serialize.close({ type: 'S', name }),
      serialize.parse({ name, text }),
      serialize.describe({ type: 'S', name }),
    ]);
    const prepared = {
      types: parse.parseDescribeStatementResults([...messages]),
      columns: messages.filter(({ name: kind }) => kind === 'rowDescription'),
    };
    if (named !== null) named.kept = prepared;
    return prepared;
  }

  async function run(text: string, values: Values): Promise<Answer> {
    const named = names.of(text);
    const { types, columns } = named?.kept ?? (await prepare(text, named));
    const statement = named?.name ?? '';
    const bound = values.map((value, place) => writeValue(pglite, types[place], value));
    const messages = await ask([serialize.bind({ statement, values: bound }), serialize.execute({})]);
    // What was answered to the beginning of the transaction stands before it.
    const own = messages.slice(messages.findIndex(({ name }) => name === 'bindComplete'));
    if (!isAboutRows(text)) names.forgetAll();
    if (transaction === 'none') await pglite.syncToFs();
    const [result] = parse.parseResults([...columns, ...own], pglite.parsers);
    return { rows: (result?.rows ?? []).filter(isRow), affectedRows: result?.affectedRows };
  }

  async function end(how: 'commit' | 'rollback'): Promise<void> {
    const was = transaction;
    transaction = 'none';
    if (was !== 'begun') return;
    const messages = await ask([serialize.query(how)]);
    await pglite.syncToFs();
    // So it answers to the end of a transaction in which a statement has failed.
    if (how === 'commit' && messages.some((message) => 'text' in message && message.text === 'ROLLBACK'))
      throw new Error('the transaction was rolled back: one of its statements had failed');
  }

  const connection: DatabaseConnection = {
    async executeQuery({ sql, parameters }) {
      const { rows, affectedRows } = await run(sql, parameters);
      // oxlint-disable-next-line typescript/consistent-type-assertions -- the rows have the shape that the query says
      const shaped = rows as never[];
      return affectedRows === undefined ? { rows: shaped } : { rows: shaped, numAffectedRows: BigInt(affectedRows) };
    },
    streamQuery() {
      throw new Error('the embedded database does not stream');
    },
  };
  const driver: Driver = {
    init: () => pglite.waitReady,
    acquireConnection: () => Promise.resolve(connection),
    beginTransaction: () => {
      pglite.demandRunning();
      transaction = 'due';
      return Promise.resolve();
    },
    commitTransaction: () => end('commit'),
    rollbackTransaction: () => end('rollback'),
    releaseConnection: () => Promise.resolve(),
    destroy: () => pglite.close(),
  };
  const usual = new PGliteDialect({ pglite });
  return {
    dialect: {
      createAdapter: () => usual.createAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => usual.createIntrospector(db),
      createQueryCompiler: () => usual.createQueryCompiler(),
    },
    run,
    forgetAll: () => names.forgetAll(),
  };
}

/** As PostgreSQL reads it. */
function writeValue(pglite: EmbeddedPostgres, type: number | undefined, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const write = type === undefined ? undefined : pglite.serializers[type];
  return write === undefined ? String(value) : write(value);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function isRow(row: unknown): row is Record<string, unknown> {
  return typeof row === 'object' && row !== null;
}
