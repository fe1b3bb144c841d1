import { expect, test } from 'vitest';
import { loadWords } from '../platform/words/index.ts';
import { CODES, LISTS } from './taken-lists.ts';
import { tellTaken } from './tell-taken.ts';

const OFFICE = loadWords('src');
const PARTS = {
  names: [{ organisation: 'o1', name: 'Nûjîn' }],
  changes: [
    {
      partner: 'o1',
      day: '2026-11-21',
      after: { id: 'p1', kind: 'goal', origin: 'o1', parts: { text: { de: 'Mehr Zeit', tr: 'Daha çok zaman' } } },
      reason: 'Zu eng',
      state: 'countered',
      version: null,
    },
  ],
  reviews: [
    { begunOn: '2026-11-21', openedOn: null, parts: [{ organisation: 'o1', words: { good: 'Viel', hard: '' } }] },
  ],
  plans: [{ organisation: 'o2', answers: { offer: 'Räume\nGeld' }, shownOn: null }],
  sheets: [],
};

test('each thing says who, when, what was written and what became of it', () => {
  const told = tellTaken(OFFICE.in('de'), PARTS);
  expect(told).toEqual([
    {
      title: 'Pläne',
      things: [
        [
          { term: 'Wer', value: 'Organisation ohne Namen', lines: [] },
          { term: 'Was könnt ihr der anderen Seite geben?', value: null, lines: ['Räume', 'Geld'] },
        ],
      ],
    },
    {
      title: 'Vorschläge',
      things: [
        [
          { term: 'Wer', value: 'Nûjîn', lines: [] },
          { term: 'Am', value: '21. November 2026', lines: [] },
          { term: 'Vorgeschlagen', value: null, lines: ['Mehr Zeit', 'Daha çok zaman'] },
          { term: 'Grund', value: null, lines: ['Zu eng'] },
          { term: 'Stand', value: 'anders vorgeschlagen', lines: [] },
        ],
      ],
    },
    {
      title: 'Rückblicke',
      things: [
        [
          { term: 'Seit', value: '21. November 2026', lines: [] },
          { term: 'Nûjîn', value: null, lines: ['Viel'] },
        ],
      ],
    },
  ]);
});

test('every list, column, question and word of ours can be told in every language', () => {
  for (const language of ['de', 'en', 'tr', 'ar', 'uk']) {
    const words = OFFICE.in(language);
    for (const [list, columns] of Object.entries(LISTS)) {
      expect(words.say(`app.taken.list.${list}`)).not.toBe('');
      for (const { as, tells } of columns) {
        expect(words.say(`app.taken.column.${as}`)).not.toBe('');
        if (typeof tells === 'object')
          for (const question of tells.of) expect(words.say(`${tells.words}.${question}`)).not.toBe('');
      }
    }
    for (const code of CODES) expect(words.say(`app.taken.code.${code.replaceAll(' ', '-')}`)).not.toBe('');
  }
});

test('whatever a file from elsewhere holds in these lists is told without falling over', () => {
  const odd = [null, 1, true, 'constructor', [[]], [null, { words: [1] }], { organisation: { a: 1 }, words: 2 }];
  for (const list of Object.keys(LISTS))
    for (const said of odd) {
      const thing = Object.fromEntries((LISTS[list] ?? []).map(({ of }) => [of, said]));
      expect(() => tellTaken(OFFICE.in('ar'), { [list]: [thing], names: [{}] })).not.toThrow();
    }
});
