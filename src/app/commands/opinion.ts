import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import {
  analyse,
  analyseLikePolis,
  answerFrom,
  byId,
  openBallotBox,
  tellAnalysis,
  tellReference,
  type Answer,
  type BallotBox,
  type Statement,
} from '../../engines/opinion/index.ts';
import { BrokenCsvError, openCsv, type CsvTable } from '../../plain/csv.ts';
import { BadInputError, textOf, type Call, type Command } from '../command.ts';

export const opinionCommand: Command = {
  usage: 'opinion VOTES.csv [--statements STATEMENTS.csv] [--groups GROUPS.csv] [--reference] [--json]',
  help: 'Rechnet aus Stimmen, was alle teilen, was trennt und ob Gruppen zu sehen sind; --reference rechnet wie Polis.',
  options: {
    statements: { type: 'string' },
    groups: { type: 'string' },
    reference: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  takes: [1, 1],
  run: async (call) => {
    const box = await fillBox(call, call.positionals[0] ?? '');
    const { statements, wordings } = await readStatements(textOf(call, 'statements'));
    const ballots = box.count(statements);
    if (ballots.participants.length === 0) throw new BadInputError('In der Datei mit den Stimmen steht keine Stimme.');
    const { groups, groupIds } = await readGroups(textOf(call, 'groups'), ballots.participants);
    const given = groups === null ? {} : { groups };
    const told =
      call.flags['reference'] === true
        ? tellReference(analyseLikePolis(ballots, given), { groupIds })
        : tellAnalysis(analyse(ballots, given), { statements, groupIds });
    if (call.flags['json'] === true) call.terminal.json(told);
    else summarise(call, told, wordings);
  },
};

type ToldOpinion = ReturnType<typeof tellAnalysis> | ReturnType<typeof tellReference>;

function summarise({ terminal }: Call, told: ToldOpinion, wordings: ReadonlyMap<string, string>): void {
  const { participants, statements, groups, consensus, divisive, representative } = told;
  const list = (title: string, found: readonly { readonly id: string }[]) => {
    terminal.line(found.length === 0 ? `${title}: nichts` : `${title}:`);
    for (const { id } of found) terminal.line(`  ${[id, wordings.get(id) ?? ''].join(' ').trim()}`);
  };
  const [people, asked] = [participants.length, statements.length];
  terminal.line(`${people} ${people === 1 ? 'Mensch' : 'Menschen'}, ${asked} ${asked === 1 ? 'Aussage' : 'Aussagen'}.`);
  list('Dem stimmen fast alle zu', consensus.agree);
  list('Das lehnen fast alle ab', consensus.disagree);
  terminal.line(DECISIONS[groups.structure.decision] ?? '');
  if (groups.k > 1) {
    const labels = Object.values(groups.labels);
    for (const [group, found] of Object.entries(representative)) {
      const size = labels.filter((label) => label === group).length;
      list(`Gruppe ${group} (${size} Menschen) antwortet darauf deutlich anders als die anderen`, found);
    }
  }
  if (groups.structure.decision !== 'untested') list('Darüber reden', divisive);
}

const DECISIONS: Readonly<Record<string, string>> = {
  structure: 'Die Meinungen hängen zusammen: Wer in einem übereinstimmt, tut es oft auch in anderem.',
  none: 'Lager sind hier nicht zu sehen.',
  untested: 'Gruppen wie bei Polis, ohne Prüfung, ob es welche gibt.',
};

interface CastVote {
  readonly participant: string;
  readonly statement: string;
  readonly answer: Answer;
  readonly at: number | undefined;
  readonly line: number;
}

async function fillBox({ terminal }: Call, path: string): Promise<BallotBox> {
  const box = openBallotBox();
  const table = await readTable(path, ['voter-id', 'comment-id', 'vote']);
  let isTimed = table.columns.includes('timestamp');
  for (const { participant, statement, answer, at, line } of readVotes(path, table)) {
    if (isTimed && !Number.isFinite(at)) {
      isTimed = false;
      terminal.note(`${path}, Zeile ${line}: Die Zeit ist keine Zahl. Darum zählt überall, was weiter unten steht.`);
    }
    try {
      box.cast(participant, statement, answer, at);
    } catch (error) {
      throw error instanceof RangeError
        ? new BadInputError(`${path}, Zeile ${line}: Mehr als 65.535 Aussagen lassen sich nicht auswerten.`)
        : error;
    }
  }
  return box;
}

function readVotes(path: string, table: CsvTable): Iterable<CastVote> {
  return table.rows(function castOf(cell, line): CastVote {
    const answer = answerFrom(cell('vote'));
    if (answer === null)
      throw new BadInputError(`${path}, Zeile ${line}: Eine Stimme ist 1, 0 oder -1, nicht „${cell('vote')}“.`);
    const [participant, statement, time] = [cell('voter-id'), cell('comment-id'), cell('timestamp')];
    if (participant === '' || statement === '')
      throw new BadInputError(`${path}, Zeile ${line}: Es fehlt, wer gestimmt hat oder worüber.`);
    return {
      participant,
      statement,
      answer,
      at: time === '' ? undefined : Number(time),
      line,
    };
  });
}

async function readStatements(path: string | null) {
  const statements = new Map<string, Statement>();
  const wordings = new Map<string, string>();
  if (path === null) return { statements: [], wordings };
  const table = await readTable(path, ['comment-id', 'moderated']);
  const rows = table.rows((cell, line) => {
    const id = cell('comment-id');
    if (id === '') throw new BadInputError(`${path}, Zeile ${line}: Die Aussage hat keine Nummer.`);
    const isMeta = ['1', 'true', 't'].includes(cell('is-meta').toLowerCase());
    return {
      id,
      isRejected: cell('moderated') === '-1',
      isMeta,
      wording: cell('comment-body').replaceAll(/\s+/g, ' '),
      line,
    };
  });
  for (const { wording, line, ...statement } of rows) {
    const before = statements.get(statement.id);
    if (before !== undefined && !isDeepStrictEqual(before, statement))
      throw new BadInputError(`${path}, Zeile ${line}: Von derselben Aussage steht weiter oben etwas anderes.`);
    statements.set(statement.id, statement);
    wordings.set(statement.id, wording);
  }
  return { statements: [...statements.values()], wordings };
}

/** The groups of those who voted: one in which nobody did is none. */
async function readGroups(path: string | null, participants: readonly string[]) {
  if (path === null) return { groups: null, groupIds: [] };
  const table = await readTable(path, ['voter-id', 'group-id']);
  const voted = new Set(participants);
  const named = new Map<string, string>();
  const rows = table.rows((cell, line) => [cell('voter-id'), cell('group-id'), line] as const);
  for (const [voter, group, line] of rows) {
    if (group === '' || !voted.has(voter)) continue;
    if ((named.get(voter) ?? group) !== group)
      throw new BadInputError(`${path}, Zeile ${line}: Weiter oben steht dieselbe Person in einer anderen Gruppe.`);
    named.set(voter, group);
  }
  const groupIds = [...new Set(named.values())].toSorted(byId);
  if (groupIds.length === 0) throw new BadInputError(`${path}: Niemand, der gestimmt hat, ist in einer Gruppe.`);
  const numbers = new Map(groupIds.map((group, number) => [group, number]));
  return { groups: new Map(Array.from(named, ([voter, group]) => [voter, numbers.get(group) ?? 0])), groupIds };
}

/** Columns are found by their names, in any order; further ones with other names do no harm. */
async function readTable(path: string, needed: readonly string[]): Promise<CsvTable> {
  const table = openTable(path, await readText(path));
  const missing = needed.filter((name) => !table.columns.includes(name));
  if (missing.length > 0) {
    const hint = table.columns.some((name) => /[;\t]/.test(name)) ? ' Trenne die Spalten durch Kommas.' : '';
    const what = missing.length === 1 ? 'Es fehlt die Spalte' : 'Es fehlen die Spalten';
    throw new BadInputError(`${path}: ${what} ${missing.join(', ')}.${hint}`);
  }
  const twice = needed.find((name) => table.columns.indexOf(name) !== table.columns.lastIndexOf(name));
  if (twice !== undefined) throw new BadInputError(`${path}: Die Spalte ${twice} steht zweimal da. Lass eine weg.`);
  return table;
}

function openTable(path: string, text: string): CsvTable {
  try {
    return openCsv(text);
  } catch (error) {
    throw error instanceof BrokenCsvError
      ? new BadInputError(`${path}, Zeile ${error.line}: Die Anführungszeichen gehen nicht auf.`)
      : error;
  }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new BadInputError(`Die Datei ${path} gibt es nicht. Prüfe den Weg zur Datei.`);
  }
}
