/** Statements that stay prepared in a connection. A page takes about a dozen, all of them together some hundred. */
const MOST = 200;
/** Longer ones carry their rows in their text: the next one will be another. */
const LONGEST = 6_000;

/** Which statements a database keeps prepared under which name, so that it reads and plans them only once. */
export interface StatementNames<Kept> {
  /** The name of a statement, and what is known of it; null for one that is not worth keeping. */
  of(text: string): Named<Kept> | null;
  /** Whoever changes tables makes the database forget. */
  forgetAll(): void;
  /** Names that are no longer used, once: the database may forget them. */
  takeGone(): readonly string[];
}

export interface Named<Kept> {
  readonly name: string;
  kept: Kept | null;
}

/** Names for the statements that were used last. A name is never given twice. */
export function createStatementNames<Kept>(most = MOST): StatementNames<Kept> {
  const known = new Map<string, Named<Kept>>();
  let gone: string[] = [];
  let count = 0;
  return {
    of(text) {
      if (!isWorthKeeping(text)) return null;
      const named = known.get(text) ?? { name: `s${(count += 1)}`, kept: null };
      // The Map keeps the order in which they were used.
      known.delete(text);
      known.set(text, named);
      if (known.size > most) {
        for (const [oldest, { name }] of known) {
          known.delete(oldest);
          gone.push(name);
          break;
        }
      }
      return named;
    },
    forgetAll() {
      gone.push(...[...known.values()].map(({ name }) => name));
      known.clear();
    },
    takeGone() {
      const names = gone;
      gone = [];
      return names;
    },
  };
}

/** So often a statement has to come before it gets a name on a server. */
const OFTEN = 3;
/** Statements whose coming is counted. */
const MOST_COUNTED = 1_000;

/**
 * Names for the statements of a server with many connections, which cannot be told to forget them all at once: the
 * first that come often keep theirs for ever, the others have none. What asks for all columns has none either: it
 * would fail once another process adds one.
 */
export function createLastingNames(most = MOST): (text: string) => string | undefined {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= most || !isWorthKeeping(text) || /\*(?!\))/.test(text)) return known;
    const count = (counts.get(text) ?? 0) + 1;
    if (count < OFTEN) {
      if (counts.size >= MOST_COUNTED) counts.clear();
      counts.set(text, count);
      return undefined;
    }
    counts.delete(text);
    const name = `s${names.size + 1}`;
    names.set(text, name);
    return name;
  };
}

/** Reading and writing rows is repeated; making tables is not. */
export function isAboutRows(text: string): boolean {
  return /^\s*(select|insert|update|delete|with)\b/i.test(text);
}

function isWorthKeeping(text: string): boolean {
  return text.length <= LONGEST && isAboutRows(text);
}
