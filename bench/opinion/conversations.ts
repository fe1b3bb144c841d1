import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerFrom, openBallotBox, type Ballots } from '../../src/engines/opinion/index.ts';
import { openCsv } from '../../src/plain/csv.ts';

/** A published conversation of Polis, with the groups that Polis made of it. */
export interface Published {
  readonly name: string;
  readonly ballots: Ballots;
  readonly groups: ReadonlyMap<string, number>;
}

/** Where exports (`openData`) and answers (`dumps`) of Polis lie; `SOURCES.md` there says under which licence. */
export const POLIS_DATA = process.env['POLIS_DATA'] ?? join('..', 'shared', 'data', 'polis');

/** All published conversations that are there; none where nobody has put them there. */
export function publishedConversations(): Published[] {
  const folder = join(POLIS_DATA, 'openData');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'participants-votes.csv')))
    .map((name) => readConversation(join(folder, name), name));
}

function readConversation(folder: string, name: string): Published {
  const table = openCsv(readFileSync(join(folder, 'participants-votes.csv'), 'utf8'));
  const asked = table.columns.slice(table.columns.indexOf('n-disagree') + 1);
  const box = openBallotBox();
  const groups = new Map<string, number>();
  for (const cell of table.rows((one) => one)) {
    const [id, group] = [cell('participant'), cell('group-id')];
    if (group !== '') groups.set(id, Number(group));
    for (const statement of asked) {
      const answer = answerFrom(cell(statement));
      if (answer !== null) box.cast(id, statement, answer);
    }
  }
  const statements = openCsv(readFileSync(join(folder, 'comments.csv'), 'utf8'));
  const known = statements.rows((cell) => ({ id: cell('comment-id'), isRejected: cell('moderated') === '-1' }));
  return { name, ballots: box.count(known), groups };
}
