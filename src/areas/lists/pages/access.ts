import type { Request } from '../../../platform/http/index.ts';
import type { Reader } from '../../../platform/database/index.ts';
import { NotFoundError } from '../../../platform/errors.ts';
import { isId } from '../../../plain/ids.ts';
import type { Frame } from '../../../ui/index.ts';
import type { Gazetteer } from '../../places/index.ts';
import type { Import, ImportStep } from '../import.ts';
import type { List } from '../list.ts';
import { may } from '../may.ts';
import { findImport, findList } from '../store.ts';
import type { AlikeOf } from '../show-list.ts';
import type { ImportWork } from '../work.ts';

export interface ListPages {
  readonly frame: (c: Request) => Promise<Frame>;
  readonly gazetteer: Gazetteer;
  /** The folder where files arrive. */
  readonly uploads: string;
  readonly imports: ImportWork;
  /** Which entries look alike, as another area knows. */
  readonly alikeOf?: AlikeOf;
  /** The pairs of entries of which somebody has judged how they go together, as another area knows. */
  readonly judgedPairs?: (db: Reader) => Promise<readonly (readonly [string, string])[]>;
  /** What else there is to do once a list is taken over, as other areas know. */
  readonly nextSteps?: (c: Request) => Promise<readonly NextStep[]>;
  /** Hands a step of an import in; it runs in the background. */
  readonly send: (importId: string, step: ImportStep) => Promise<void>;
}

/** A link, with how much waits there. */
export interface NextStep {
  readonly href: string;
  readonly label: string;
  readonly note: string;
}

/** The pages of keeping lists are not there for strangers. */
export function keepersOnly(c: Request): void {
  if (may.keepLists(c.var.actor) !== true) throw new NotFoundError();
}

export async function listAt(c: Request): Promise<List> {
  const id = c.req.param('id') ?? '';
  const list = isId(id) ? await c.var.read.db.read((db) => findList(db, id)) : null;
  if (list === null) throw new NotFoundError();
  return list;
}

/** The import that the address names, with its list. */
export async function importAt(c: Request): Promise<{ readonly each: Import; readonly list: List }> {
  keepersOnly(c);
  const id = c.req.param('id') ?? '';
  const found = isId(id)
    ? await c.var.read.db.read(async (db) => {
        const each = await findImport(db, id);
        return { each, list: each === null ? null : await findList(db, each.list) };
      })
    : { each: null, list: null };
  const { each, list } = found;
  if (each === null || list === null) throw new NotFoundError();
  return { each, list };
}

/** Seconds after which a page that shows progress loads itself again. */
export const REFRESH = 2;
