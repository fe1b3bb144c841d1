import type { Day } from './time.ts';

/** A whole day in a calendar. */
export interface CalendarEntry {
  /** Stays the same as long as it is the same thing: calendars then move it instead of adding another. */
  readonly uid: string;
  readonly day: Day;
  /** The day on which it was last changed. */
  readonly changedOn: Day;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
}

export interface Calendar {
  /** `-//Geflecht//Fristen//DE` */
  readonly product: string;
  readonly name: string;
  readonly entries: readonly CalendarEntry[];
}

/**
 * A calendar as programs subscribe to it (iCalendar, RFC 5545): whole days that block no time. Lines end with CRLF and
 * are folded at 75 octets of UTF-8, never inside a sign.
 *
 * @example
 * icalendar({ product: '-//Netz//Fristen//DE', name: 'Fristen', entries: [{ uid: 'a@netz.example.org', day: '2027-03-31', … }] })
 */
export function icalendar({ product, name, entries }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${text(product)}`,
    'CALSCALE:GREGORIAN',
    // RFC 7986, and what programs knew before it.
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
    'X-PUBLISHED-TTL:P1D',
    ...entries.flatMap(linesOf),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function linesOf({ uid, day, changedOn, summary, description, url }: CalendarEntry): readonly string[] {
  const stamp = `${basic(changedOn)}T000000Z`;
  return [
    'BEGIN:VEVENT',
    `UID:${text(uid)}`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    `DTSTART;VALUE=DATE:${basic(day)}`,
    `SUMMARY:${text(summary)}`,
    `DESCRIPTION:${text(description)}`,
    // An address is no text: nothing in it is escaped, but nothing in it may end the line.
    `URL:${url.replaceAll(/[\p{Cc}\s]/gu, '')}`,
    'TRANSP:TRANSPARENT',
    'CLASS:PRIVATE',
    'END:VEVENT',
  ];
}

function basic(day: Day): string {
  return day.replaceAll('-', '');
}

/** RFC 5545, 3.3.11. Signs that steer machines are left out, but for the end of a line. */
function text(value: string): string {
  return value
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/[^\P{Cc}\n]/gu, '')
    .toWellFormed()
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');
}

const MOST_OCTETS = 75;

/** RFC 5545, 3.1: a line goes on after CRLF and a blank, which counts as one octet of the next. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const sign of line) {
    const length = Buffer.byteLength(sign);
    if (octets + length > MOST_OCTETS) {
      parts.push(part);
      part = '';
      octets = 1;
    }
    part += sign;
    octets += length;
  }
  return [...parts, part].join('\r\n ');
}
