const DAY = 86_400_000;
/** Day 0 of Excel; it counts a 29 February 1900 that never was, so this holds from March 1900 on. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LAST_DAY = 2_958_465;

/** A number that Excel shows as day or time: `2026-03-31`, `2026-03-31 18:00`, `18:00`. */
export function excelMoment(value: string, countsFrom1904: boolean): string {
  const days = Number(value);
  if (!Number.isFinite(days) || days < 0 || days > LAST_DAY) return plainNumber(value);
  const minutes = Math.round(days * 1440);
  const moment = new Date((countsFrom1904 ? EPOCH_1904 : EPOCH_1900) + minutes * 60_000).toISOString();
  const [day, time] = [moment.slice(0, 10), moment.slice(11, 16)];
  if (minutes < DAY / 60_000) return time;
  return time === '00:00' ? day : `${day} ${time}`;
}

/** The number as people write it: no `.0`, no `1E+5`, no `0.30000000000000004`. */
export function plainNumber(value: string): string {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value.trim();
  if (/^-?\d{1,20}$/.test(value)) return value;
  if (Number.isInteger(number)) return BigInt(number).toString();
  return String(Number(number.toPrecision(15)));
}
