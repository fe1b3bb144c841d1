import type { Reader } from '../../platform/database/index.ts';
import type { ProposedChange } from './proposal.ts';
import { findSettled, findThreads, type Said, type SettledChange } from './store-thread.ts';
import { findVersions } from './store.ts';
import { isCurrent, type AgreementText } from './text.ts';
import type { Version } from './version.ts';

/** What lies before the partners, and what has happened since the reader's side had its hands in it last. */
export interface Table {
  readonly threads: ReadonlyMap<string, readonly Said[]>;
  /** The newest of one's own changes that are settled. */
  readonly settled: readonly SettledChange[];
  /** The version since which is told, and the versions after it. */
  readonly since: number;
  readonly versions: readonly Version[];
}

const MOST_SETTLED = 10;

export async function loadTable(
  db: Reader,
  {
    agreement,
    own,
    text,
    open,
    since,
  }: {
    readonly agreement: string;
    readonly own: string;
    readonly text: AgreementText;
    readonly open: readonly ProposedChange[];
    readonly since: string | undefined;
  },
): Promise<Table> {
  const versions = (await findVersions(db, agreement)).map(({ version }) => version);
  const settled = (await findSettled(db, { agreement, partner: own, most: MOST_SETTLED })).filter(
    // What somebody countered is news until something else stands there, to which one has said yes oneself.
    (change) => change.state !== 'countered' || isCurrent(text, change),
  );
  const threads = await findThreads(
    db,
    [...open, ...settled].map(({ id }) => id),
  );
  const from = /^\d{1,6}$/.test(since ?? '') ? Number(since) : lastOf(versions, own);
  return { threads, settled, since: from, versions: versions.filter(({ number }) => number > from) };
}

/** The last version to which a partner has said yes itself; nobody is watched while reading. */
function lastOf(versions: readonly Version[], partner: string): number {
  const said = versions.findLast(({ changes }) => changes.some(({ acceptedBy }) => acceptedBy.includes(partner)));
  return said?.number ?? versions[0]?.number ?? 0;
}
