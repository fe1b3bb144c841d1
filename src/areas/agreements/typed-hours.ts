import { readMoney } from '../../plain/money.ts';
import { not, ok, type Result } from '../../plain/result.ts';

/**
 * Whole minutes of hours as people type them: `120`, `1,25`, `2:15`, `3 Std.`. In a known language three digits behind
 * its decimal sign are refused, as with money.
 */
export function readMinutes(typed: string, language?: string): Result<number, 'minutes' | 'threeDigits'> {
  const text = typed.trim().replace(/\s*(h|std\.?|stunden?)$/iu, '');
  const clock = /^(\d{1,6}):([0-5]\d)$/.exec(text);
  if (clock !== null) return ok(Number(clock[1]) * 60 + Number(clock[2]));
  // Hundredths of an hour are written as hundredths of a euro are.
  const hundredths = readMoney(text, language);
  if (hundredths.ok) return ok(Math.round((hundredths.value * 60) / 100));
  return not(hundredths.issue === 'threeDigits' ? 'threeDigits' : 'minutes');
}

/** `7200` → `120`, `75` → `1:15`: reading it gives the same minutes again. */
export function typedMinutes(minutes: number): string {
  const hours = String(Math.floor(minutes / 60));
  const rest = minutes % 60;
  return rest === 0 ? hours : `${hours}:${String(rest).padStart(2, '0')}`;
}
