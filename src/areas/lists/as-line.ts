import { readValue } from '../claims/index.ts';

const LINE = {
  name: 'line',
  kind: 'line',
  perLanguage: false,
  scope: 'own',
  neverWider: true,
  hidesInProtection: false,
  halfLifeDays: 1,
} as const;
const LONGEST = 300;

/** A cell as one line that fits into a field; null if nothing is left of it. */
export function asLine(text: string): string | null {
  const read = readValue(LINE, text.slice(0, LONGEST), { country: 'DE' });
  return read.ok && typeof read.value.value === 'string' ? read.value.value : null;
}
