import fc from 'fast-check';
import { expect, test } from 'vitest';
import { icalendar, type CalendarEntry } from './icalendar.ts';
import { addDays } from './time.ts';

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.stringMatching(/^[\\;,:"\r\n\u2028 nN]{0,80}$/),
  fc.constantFrom('Verwendungsnachweis', 'تقرير عن الأمسيات', 'Звіт про вечори', '👩‍👩‍👧 '.repeat(20)),
);
const entry: fc.Arbitrary<CalendarEntry> = fc.record({
  uid: fc.uuid().map((id) => `${id}@netz.example.org`),
  day,
  changedOn: day,
  summary: text,
  description: text,
  url: fc.uuid().map((id) => `https://netz.example.org/zusagen/${id}`),
});
const calendar = fc.record({
  product: fc.constant('-//Netz//Test//DE'),
  name: text,
  entries: fc.array(entry, { maxLength: 5 }),
});

test('whatever stands in a calendar is read back as it was', () => {
  fc.assert(
    fc.property(calendar, (made) => {
      const { name, entries } = parse(icalendar(made));
      expect(name).toBe(plain(made.name));
      expect(entries).toEqual(
        made.entries.map((one) => ({ ...one, summary: plain(one.summary), description: plain(one.description) })),
      );
    }),
  );
});

test('no line is longer than 75 octets, every line ends with CRLF, and no sign is cut', () => {
  fc.assert(
    fc.property(calendar, (made) => {
      const bytes = Buffer.from(icalendar(made));
      const lines = bytes.toString('latin1').split('\r\n');
      expect(lines.pop()).toBe('');
      for (const line of lines) {
        expect(line.length).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\r\n]/);
        const octets = Buffer.from(line, 'latin1');
        expect(Buffer.from(octets.toString('utf8')).equals(octets)).toBe(true);
      }
    }),
  );
});

test('the same calendar gives the same bytes', () => {
  fc.assert(fc.property(calendar, (made) => icalendar(made) === icalendar(made)));
});

test('what somebody typed never becomes a line of its own', () => {
  const evil = 'Abend\r\nATTENDEE:mailto:x@example.org\nEND:VEVENT';
  const made = icalendar({
    product: '-//Netz//Test//DE',
    name: evil,
    entries: [
      {
        uid: 'a',
        day: '2027-03-31',
        changedOn: '2027-01-01',
        summary: evil,
        description: evil,
        url: `https://x/\r\nX:1`,
      },
    ],
  });
  const names = made
    .split('\r\n')
    .filter((line) => !line.startsWith(' '))
    .map((line) => line.split(/[:;]/)[0]);
  expect(names).not.toContain('ATTENDEE');
  expect(names.filter((name) => name === 'END')).toHaveLength(2);
  expect(names).not.toContain('X');
});

/** What a text is once it has been in a calendar: ends of lines are one kind, and signs that steer machines are gone. */
function plain(value: string): string {
  return value
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '')
    .toWellFormed();
}

/** A strict little reader of RFC 5545: it throws at everything that is not exactly as it has to be. */
function parse(source: string): { name: string; entries: CalendarEntry[] } {
  if (!source.endsWith('\r\n')) throw new Error('no end of line');
  const lines = source.slice(0, -2).replaceAll('\r\n ', '').split('\r\n');
  const take = (name: string): string => {
    const line = lines.shift() ?? '';
    if (!line.startsWith(`${name}:`)) throw new Error(`${name} expected, got ${line}`);
    return line.slice(name.length + 1);
  };
  const constant = (line: string) => {
    if (lines.shift() !== line) throw new Error(`${line} expected`);
  };
  constant('BEGIN:VCALENDAR');
  constant('VERSION:2.0');
  take('PRODID');
  constant('CALSCALE:GREGORIAN');
  const name = unescape(take('NAME'));
  if (unescape(take('X-WR-CALNAME')) !== name) throw new Error('two names');
  constant('REFRESH-INTERVAL;VALUE=DURATION:P1D');
  constant('X-PUBLISHED-TTL:P1D');
  const entries: CalendarEntry[] = [];
  while (lines[0] === 'BEGIN:VEVENT') {
    lines.shift();
    const uid = unescape(take('UID'));
    const stamp = take('DTSTAMP');
    if (take('LAST-MODIFIED') !== stamp || !/^\d{8}T000000Z$/.test(stamp)) throw new Error('stamp');
    const start = take('DTSTART;VALUE=DATE');
    if (!/^\d{8}$/.test(start)) throw new Error('start');
    const summary = unescape(take('SUMMARY'));
    const description = unescape(take('DESCRIPTION'));
    const url = take('URL');
    constant('TRANSP:TRANSPARENT');
    constant('CLASS:PRIVATE');
    constant('END:VEVENT');
    entries.push({ uid, day: dashed(start), changedOn: dashed(stamp.slice(0, 8)), summary, description, url });
  }
  constant('END:VCALENDAR');
  if (lines.length > 0) throw new Error('something after the end');
  return { name, entries };
}

function unescape(value: string): string {
  return value.replaceAll(/\\(.)|([;,])/gs, (all, sign: string | undefined) => {
    if (sign === undefined) throw new Error(`not escaped: ${all}`);
    if (sign === 'n' || sign === 'N') return '\n';
    if (!['\\', ';', ','].includes(sign)) throw new Error(`unknown escape: ${all}`);
    return sign;
  });
}

function dashed(basic: string): string {
  return `${basic.slice(0, 4)}-${basic.slice(4, 6)}-${basic.slice(6)}`;
}
