import { expect, test } from 'vitest';
import { saying } from '../../plain/words.ts';
import { describeTrouble, type Trouble } from './index.ts';
import { WORDS } from './try-web.ts';

const reason = saying('platform.upload.cutOff');
const TROUBLES: readonly Trouble[] = [
  { kind: 'notFound' },
  { kind: 'notAllowed', reason },
  { kind: 'conflict', reason },
  { kind: 'input', reason },
  { kind: 'tooLarge', limitBytes: 20_000_000 },
  { kind: 'foreignOrigin' },
  { kind: 'unavailable' },
  { kind: 'bug', request: '01a1fc46' },
];

test.each(TROUBLES)('the page of $kind has words in German and English', (trouble) => {
  const { title, text, note } = describeTrouble(trouble);
  for (const words of [WORDS.in('de'), WORDS.in('en')]) {
    expect(words.tell(title)).not.toBe('');
    expect(words.tell(text)).not.toMatch(/[!{}]/);
    expect(note === null ? '' : words.tell(note)).not.toMatch(/[!{}]/);
  }
});

test('what is too large is told in megabytes, a bug with its number', () => {
  const words = WORDS.in('de');
  expect(words.tell(describeTrouble({ kind: 'tooLarge', limitBytes: 20_000_000 }).text)).toContain('höchstens 20 MB');
  expect(words.tell(describeTrouble({ kind: 'bug', request: '01a1' }).note ?? saying(''))).toContain('01a1');
});
