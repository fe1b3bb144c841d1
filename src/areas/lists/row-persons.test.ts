import { expect, test } from 'vitest';
import { inventCounty } from '../../engines/rhoenau/index.ts';
import { openGazetteer, rhoenauTable } from '../places/index.ts';
import { guessMapping } from './guess-mapping.ts';
import type { Mapping } from './list.ts';
import { SAMPLE_ROWS } from './reading/table.ts';
import { readRow } from './row.ts';

const gazetteer = openGazetteer({ extra: [rhoenauTable()] });

function said(cells: Readonly<Record<string, string>>) {
  const headers = Object.keys(cells);
  const columns = Object.fromEntries(headers.map((header) => [header, header]));
  const mapping: Mapping = { subject: 'organisation', columns, key: null, country: 'DE', language: 'de' };
  const row = readRow({ mapping, headers, gazetteer, answers: new Map() }, Object.values(cells));
  if (!row.ok) throw new Error(row.issue.key);
  const { facts, notes } = row.value;
  return {
    facts: Object.fromEntries(facts.map(({ field, value }) => [field, value])),
    notes: notes.map(({ key }) => key),
    all: facts,
  };
}

test('persons stay inside, functions are shown', () => {
  for (const column of ['person', 'contactFunction']) {
    const row = said({ name: 'A', [column]: 'Frau Ada Quendelmoor, Beratungsstelle' });
    expect(row.facts).toMatchObject({
      contactFunction: 'Beratungsstelle',
      internalContact: 'Frau Ada Quendelmoor, Beratungsstelle',
    });
    expect(row.all.find(({ field }) => field === 'internalContact')?.scope).toBe('own');
    expect(row.notes).toEqual(['lists.row.personKeptInside']);
  }
  expect(said({ name: 'A', person: 'Geschäftsstelle' }).facts).toEqual({
    name: 'A',
    contactFunction: 'Geschäftsstelle',
  });
});

test('what is no function for sure is not shown: names in small letters, names of one word in any script', () => {
  for (const cell of ['ada quendelmoor', 'фатіма', 'فاطمة', 'quendelmoor']) {
    expect(said({ name: 'A', person: cell }).facts).toEqual({ name: 'A', internalContact: cell });
  }
});

const { lists } = inventCounty({ seed: 1, scale: 1, today: '2026-11-21' });

test.each(lists.map((list): [string, typeof list] => [list.key, list]))(
  'every row of the list %s is read, and no person in it becomes public',
  (_, list) => {
    const { headers, rows } = list;
    const table = {
      headers: headers.map((name) => ({ name, original: name })),
      sample: rows.slice(0, SAMPLE_ROWS).map((row) => [...row]),
    };
    const { mapping } = guessMapping(table, null);
    const contacts = headers.flatMap((header, at) => (mapping.columns[header] === 'person' ? [at] : []));
    const named = new Set(list.defects['personAsContact']);
    // The same list with its contacts read as functions, as a hurried person may choose.
    const asFunction = {
      ...mapping,
      columns: { ...mapping.columns, ...Object.fromEntries(contacts.map((at) => [headers[at], 'contactFunction'])) },
    };
    for (const [place, cells] of rows.entries()) {
      for (const each of [mapping, asFunction]) {
        const row = readRow({ mapping: each, headers, gazetteer, answers: new Map() }, cells);
        if (!row.ok) throw new Error(row.issue.key);
        expect(row.value.question).toBeNull();
        expect(row.value.notes.map(({ key }) => key)).not.toContain('lists.row.leftOut');
        if (!named.has(place)) continue;
        const seen = JSON.stringify(row.value.facts.filter(({ scope }) => scope !== 'own'));
        const inside = JSON.stringify(row.value.facts.filter(({ scope }) => scope === 'own'));
        for (const at of contacts) {
          const person = cells[at] ?? '';
          expect(inside).toContain(person);
          for (const part of person.replace(/^(Frau|Herr) /, '').split(' ')) expect(seen).not.toContain(part);
        }
      }
    }
    expect(named.size > 0).toBe(contacts.length > 0);
  },
);
