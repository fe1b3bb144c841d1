import { expect, test } from 'vitest';
import type { Conversation } from './conversation.ts';
import type { Result } from './result.ts';
import { tellCsv } from './tell-result.ts';

const ID = '0eab1bb9-bd91-43c0-8c29-cb3572a6878a';
const conversation: Conversation = {
  id: ID,
  steward: null,
  languages: ['de'],
  says: {},
  entry: 'link',
  isPublic: true,
  opensOn: '2026-11-21',
  endsOn: '2026-12-05',
  parked: [],
  begunOn: '2026-11-21',
  endedEarly: false,
  takenFrom: null,
};
const result: Result = {
  participants: 9,
  p: 1,
  hasGroups: false,
  stability: 0,
  groups: [],
  statements: [
    {
      id: ID,
      standing: 'other',
      counts: { agree: 4, disagree: 3, pass: 2 },
      groups: null,
      value: 0,
      low: 0,
      high: 1,
      priority: 0,
    },
  ],
  plane: null,
};

/** The row of one statement, as text and attribution are told in it. */
function rowOf(text: string, attribution = 'Verein'): string {
  const csv = tellCsv({
    conversation,
    terms: { attribution, licence: 'CC BY 4.0', address: '' },
    question: 'Was?',
    stand: { number: 1, takenOn: '2026-11-21', isLast: false, result },
    statements: [
      {
        id: ID,
        language: 'de',
        texts: { de: text },
        machine: [],
        author: 'participant',
        state: 'open',
        reason: null,
      },
    ],
    dissents: [],
  });
  return csv.slice(csv.indexOf(ID), -2);
}

test('no cell begins like a formula, also not where a spreadsheet parts cells by semicolons and lines', () => {
  for (const sign of ['=', '+', '-', '@', '＝', '＋', '－', '＠']) {
    expect(rowOf(`${sign}1+1`)).toContain(`,'${sign}1+1,`);
    expect(rowOf(`Mehr Räume;${sign}HYPERLINK(A1)`)).toContain(`Mehr Räume;'${sign}HYPERLINK(A1)`);
    expect(rowOf('Räume', `Verein\n ${sign}1+1`)).toContain(`"Verein\n '${sign}1+1"`);
    for (const told of [rowOf(`a; ${sign}1`), rowOf('a', `b;${sign}1`)])
      for (const cell of told.split(/[;\n]/)) expect(cell.trim()).not.toMatch(/^[=+\-@＝＋－＠]/);
  }
});

test('what is no formula stays as it was said', () => {
  for (const text of ['Zwei - oder drei', 'a+b=c', 'Ja; nein', 'mail@example.org'])
    expect(rowOf(text)).toContain(`,${text},`);
  expect(rowOf('Er sagt: „"So", und nicht anders“')).toContain(`,"Er sagt: „""So"", und nicht anders“",`);
});
