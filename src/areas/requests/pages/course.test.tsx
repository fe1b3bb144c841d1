import { expect, test } from 'vitest';
import { loadWords } from '../../../platform/words/index.ts';
import type { Request } from '../request.ts';
import { Course } from './course.tsx';

const words = loadWords('src').in('de');
const request: Request = {
  id: 'r',
  cooperation: 'c',
  sender: 's',
  receiver: 'e',
  state: 'open',
  askedOn: '2026-11-21',
  answer: null,
  answeredOn: null,
  attempts: ['2026-11-21', '2026-12-01'],
};
const course = (mailsByHand: boolean): string =>
  String(Course({ frame: { words, mailsByHand }, request, to: 'Verein', today: '2026-12-02' }));

test('where no mail goes out by itself, nobody reads that the request is under way', () => {
  const byHand = course(true);
  for (const said of [
    'Die Mail dazu gibt der Betrieb',
    'Mail an die Ansprechstelle geschrieben',
    'Erinnerung 1 geschrieben',
  ])
    expect(byHand).toContain(said);
  expect(byHand).not.toContain('unterwegs');
});

test('where mails go out by themselves, the request is under way', () => {
  const sent = course(false);
  expect(sent).toContain('Die Anfrage ist unterwegs. Verein antwortet, wenn es passt.');
  expect(sent).not.toContain('Betrieb');
});
