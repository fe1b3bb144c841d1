/** When something takes place, as far as a text tells: days as bits (Monday is 1), hours at which it begins. */
export interface Sessions {
  readonly days: number;
  readonly hours: readonly number[];
  /** Once a month or every other week, not every week. */
  readonly isSeldom: boolean;
}

/** `\b` knows plain letters only: "çarşamba" would not begin, and "fröhlich" would be a Friday. */
const DAYS: readonly RegExp[] = [
  'mo|montags?|mon|monday|pazartesi|понеділок|понеділка|понедельник|الاثنين|الإثنين',
  'di|dienstags?|tue|tuesday|salı|вівторок|вівторка|вторник|الثلاثاء',
  'mi|mittwochs?|wed|wednesday|çarşamba|серед[ау]|сред[ау]|الأربعاء|الاربعاء',
  'do|donnerstags?|thu|thursday|perşembe|четвер|четверг|الخميس',
  "fr|freitags?|fri|friday|cuma|п[ʼ'’]ятниц[яю]|пятниц[ау]|الجمعة",
  'sa|samstags?|sonnabends?|sat|saturday|cumartesi|субот[ау]|суббот[ау]|السبت',
  'so|sonntags?|sun|sunday|pazar|неділ[яю]|воскресенье|الأحد|الاحد',
].map((names) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${names})(?![\\p{L}\\p{N}])`, 'u'));
/** "1. Di/Monat", "jeden letzten Freitag im Monat", "14-tägig". */
const SELDOM =
  /\b[1-5]\.\s?(?:[\p{L}/]|und\b)|\b(?:erste|zweite|dritte|vierte|letzte)[rns]?\b|\bmonat|\b(?:14|zwei)-?\s?(?:tägig|taegig|wöchig|wöchentlich)|\balle (?:zwei|2) wochen\b|\b(?:first|second|third|fourth|last)\b|\bmonthly\b|\bbiweekly\b/u;
const RANGE = /(\d{1,2})(?:[:.]\d{2})?\s*(?:-|–|bis|to|uhr|h\b)/gu;
const CLOCK = /(\d{1,2})[:.]\d{2}/gu;

const SPAN = /(\d{1,2})(?:[:.](\d{2}))?\s*(?:uhr|h)?\s*(?:-|–|bis|to)\s*(\d{1,2})(?:[:.](\d{2}))?/u;

/** The first "from … to …" of a text in steps of five minutes, `from << 10 | until`; 0 for none. */
export function spanOf(text: string): number {
  const [found, from = 0, past = 0, until = 0, over = 0] = SPAN.exec(text.toLowerCase()) ?? [];
  return found === undefined ? 0 : (stepOf(Number(from), Number(past)) << 10) | stepOf(Number(until), Number(over));
}

function stepOf(hour: number, minute: number): number {
  return hour * 12 + Math.round(minute / 5);
}

/** Where `isSeldom` stands in the number that a corpus keeps: hour, days above it, then this bit. */
export const SELDOM_AT = 15;

/** null when the text names no day of the week. */
export function sessionsOf(text: string): Sessions | null {
  const folded = text.toLowerCase();
  let days = 0;
  for (const [at, day] of DAYS.entries()) if (day.test(folded)) days |= 1 << at;
  if (days === 0) return null;
  const [found] = [...folded.matchAll(RANGE), ...folded.matchAll(CLOCK)];
  return { days, hours: found === undefined ? [] : [Number(found[1])], isSeldom: SELDOM.test(folded) };
}
