import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText, FOURTH_TEXT, ready, torn } from '../../../test/agreement.ts';
import { showMoney } from '../../plain/money.ts';
import { LANGUAGES, loadWords } from '../../platform/words/index.ts';
import { mayBeSigned, type Missing } from './may-be-signed.ts';
import { sayAllMissing, sayMissing } from './missing.ts';
import { numberOf } from './numbered.ts';
import { PARAGRAPHS, type ParagraphKind } from './paragraph.ts';
import { sectionOf } from './sections.ts';
import type { AgreementText } from './text.ts';

const OFFICE = loadWords('src');
const WHERE = { id: 'a', cooperation: 'c' };
const FULL = LANGUAGES.filter(({ code }) => code !== 'de-simple').map(({ code }) => OFFICE.in(code));
const kinds = Object.keys(PARAGRAPHS) as ParagraphKind[];

test('every kind, every part and every option has its name in every language', () => {
  for (const words of FULL) {
    const own = (key: string) => words.say(key);
    for (const kind of kinds) {
      expect(own(`agreements.kind.${kind}`)).not.toBe('');
      for (const [part, { holds }] of Object.entries<{ holds: string | readonly string[] }>(PARAGRAPHS[kind])) {
        expect(own(`agreements.part.${kind}.${part}`)).not.toBe('');
        if (typeof holds !== 'string')
          for (const option of holds) expect(own(`agreements.option.${part}.${option}`)).not.toBe('');
      }
    }
  }
});

test('money that is left or given twice is written like everywhere else, whole euros without cents', () => {
  for (const words of FULL)
    for (const cents of [240_000, 240_050])
      for (const key of ['agreements.missing.rest', 'agreements.missing.over'])
        expect(words.say(key, { euros: cents / 100 })).toContain(showMoney(cents, words.language));
});

test('everything that can be missing is a whole sentence with a place to put it right', () => {
  fc.assert(
    fc.property(anyText(), fc.boolean(), (text, mirrored) => {
      const draft = { text, confirmations: [], mirrored: mirrored ? text.partners.map(({ id }) => id) : [] };
      for (const missing of mayBeSigned(draft)) tried(missing, text);
    }),
    { numRuns: 60 },
  );
  for (const gap of torn(FOURTH_TEXT))
    for (const missing of mayBeSigned({ ...ready(FOURTH_TEXT), text: gap.text })) tried(missing, gap.text);
});

function tried(missing: Missing, text: AgreementText): void {
  const { text: sentence, href } = sayMissing(missing, text, WHERE);
  for (const words of FULL) expect(words.tell(sentence)).toMatch(/.{8,}\.$/);
  expect(href).toMatch(/^\/(vereinbarungen\/a|kooperationen\/c)/);
}

test('the sentence names the thing by its number and leads into its section', () => {
  const [, second] = FOURTH_TEXT.paragraphs.filter(({ kind }) => kind === 'duty');
  if (second === undefined) throw new Error('no duty');
  const missing: Missing = { what: 'part', paragraph: second.id, part: 'explanation', language: 'tr' };
  const { text, href } = sayMissing(missing, FOURTH_TEXT, WHERE);
  expect(OFFICE.in('de').tell(text)).toBe('Pflicht 2: Die Erklärung fehlt in dieser Sprache: Türkçe.');
  expect(href).toBe(`/vereinbarungen/a/entwurf/${sectionOf('duty').slug}?offen=${second.id}#p-${second.id}`);
  expect(numberOf(FOURTH_TEXT, second)).toBe(2);
  const rest = sayMissing({ what: 'rest', cents: 120_050 }, FOURTH_TEXT, WHERE);
  expect(OFFICE.in('de').tell(rest.text).replaceAll('\u00a0', ' ')).toContain('1.200,50 €');
});

test('who owes a sheet is not said, nor how many do', () => {
  const open = { text: FOURTH_TEXT, confirmations: [] };
  const said = (mirrored: readonly string[]) =>
    sayAllMissing(mayBeSigned({ ...open, mirrored }), FOURTH_TEXT, WHERE).filter(({ href }) => href.endsWith('/bogen'));
  const [first = ''] = FOURTH_TEXT.partners.map(({ id }) => id);
  expect(said([])).toEqual(said([first]));
  expect(said([])).toHaveLength(1);
});
