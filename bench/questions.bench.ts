import { take } from '../src/areas/lists/take.ts';
import { inventCounty } from '../src/engines/rhoenau/index.ts';
import { openSameDesk, type SameDesk } from '../test/same-desk.ts';
import { report } from './report.ts';
import { countySet } from './same/county.ts';
import { pairOf } from './same/measure.ts';

/**
 * The six overlapping lists of the demonstration are brought into an empty house, and somebody who knows the truth
 * answers what the page asks: how many questions are left for a person, what was merged wrongly, what was not found.
 */
const BENCH = 'questions';
const desk = await openSameDesk();
const thingOf = await bringAll(desk);
await desk.search();
const shown = /(\d+) Fragen/.exec((await desk.get('/dasselbe')).text)?.[1];
report({ bench: BENCH, figure: 'open, nothing taken unasked', value: Number(shown ?? 0), unit: 'count' });
await desk.post('/dasselbe/ohne-frage', { what: 'begin' });
await desk.search();
const { rows: merged } = await desk.database.sql('select merged, head from merge where undone_on is null');
const wrong = merged.filter((row) => thingOf.get(String(row['merged'])) !== thingOf.get(String(row['head'])));
report({ bench: BENCH, figure: 'taken unasked', value: merged.length, unit: 'count' });
report({
  bench: BENCH,
  figure: 'taken wrongly',
  value: wrong.length,
  unit: 'count',
  goal: '0',
  met: wrong.length === 0,
});
const asked = await answerAll(desk, thingOf);
report({ bench: BENCH, figure: 'asked', value: asked, unit: 'count', goal: '<= 60', met: asked <= 60 });
const { rows: heads } = await desk.database.sql('select id from subject where forwarded_to is null');
const things = new Set(thingOf.values()).size;
const left = heads.filter(({ id }) => thingOf.has(String(id))).length;
const found = (thingOf.size - left) / (thingOf.size - things);
report({ bench: BENCH, figure: 'duplicates found', value: found, unit: 'share', goal: '>= 0.95', met: found >= 0.95 });
await desk.close();

/** Brings all lists in; answers which invented thing each entry is about. */
async function bringAll(at: SameDesk): Promise<ReadonlyMap<string, string>> {
  const { lists } = inventCounty({ seed: 1, scale: 1, today: '2026-11-21' });
  const entries: (string | undefined)[] = [];
  for (const { headers, rows } of lists) {
    const csv = [headers, ...rows].map((row) => row.map(quoted).join(';')).join('\n');
    const list = await at.list();
    const { id } = await at.bring(list, csv);
    const compared = await at.rows(id);
    await take(at.work, id);
    const { rows: kept } = await at.database.sql('select key, subject from list_row where list = $1', [list]);
    const subjects = new Map(kept.map(({ key, subject }) => [String(key), String(subject)]));
    entries.push(...compared.map(({ key }) => subjects.get(key ?? '')));
  }
  const things = thingsOf(entries.length);
  return new Map(entries.flatMap((entry, row) => (entry === undefined ? [] : [[entry, String(things(row))]])));
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

/** By the row of a record: the first record that is about the same thing. */
function thingsOf(count: number): (row: number) => number {
  const above = Array.from({ length: count }, (_, row) => row);
  const top = (row: number): number => (above[row] === undefined || above[row] === row ? row : top(above[row]));
  for (const key of countySet().same) {
    const [one, other] = pairOf(key);
    above[top(Math.max(one, other))] = top(Math.min(one, other));
  }
  return top;
}

async function answerAll(at: SameDesk, truth: ReadonlyMap<string, string>): Promise<number> {
  for (let count = 0; ; count += 1) {
    const { text } = await at.get('/dasselbe');
    const [a, b] = ['a', 'b'].map((name) => new RegExp(`name="${name}" value="([^"]+)"`).exec(text)?.[1]);
    if (a === undefined || b === undefined) return count;
    const outcome = truth.get(a) === truth.get(b) ? 'same' : 'different';
    const { status } = await at.post('/dasselbe', { a, b, outcome });
    if (status !== 303) throw new Error(`an answer was refused: ${status}`);
  }
}
