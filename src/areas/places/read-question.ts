import { tidy } from '../../plain/text.ts';
import { saying, type Saying } from '../../plain/words.ts';
import type { PlaceQuestion } from './place.ts';
import { cutPostcode, type PostcodeReading, readPostcode } from './postcode.ts';

/** A question taken apart: what can be the name, how the postcode can be read. */
export interface Asked {
  /** The name, and shorter forms of it to try when nobody knows the whole. */
  readonly names: readonly string[];
  readonly readings: readonly PostcodeReading[];
  readonly postcode: string;
  readonly remarks: readonly Saying[];
}

const NOTHING = /^(?:[-–?.]*|k\.? ?A\.?|n\/a|nan|null|unbekannt|keine Angabe)$/i;

export function readQuestion(question: PlaceQuestion): Asked {
  const text = clean(question.text);
  const cut = cutPostcode(text);
  const fromText = cut === null ? text : named(cut.after) ? cut.after : cut.before;
  const name = clean(question.name) === '' ? trimmed(fromText) : clean(question.name);
  const postcode = clean(question.postcode) === '' ? (cut?.postcode ?? '') : clean(question.postcode);
  const own = cutPostcode(name);
  // Both in the cell of the name: "09116 Chemnitz".
  const shown = own === null ? name : trimmed(named(own.after) ? own.after : own.before);
  const code = postcode === '' ? (own?.postcode ?? '') : postcode;
  const readings = readPostcode(code, question.country);
  const remarks = code !== '' && readings.length === 0 ? [saying('places.correction.unreadable', { from: code })] : [];
  return { names: shorter(shown), readings, postcode: code, remarks };
}

function clean(cell: string | undefined): string {
  const text = tidy(cell ?? '').slice(0, 300);
  return NOTHING.test(text) ? '' : text;
}

function named(text: string): boolean {
  return /\p{L}{2}/u.test(text);
}

function trimmed(text: string): string {
  return text.replace(/^[\s,;:.()-]+|[\s,;:(-]+$/g, '');
}

/** "Hauptstraße 5, Chemnitz" → the whole, then what stands last. */
function shorter(name: string): string[] {
  if (name === '') return [];
  const last = trimmed(name.split(/[,;\n]/).at(-1) ?? '');
  return last === '' || last === name ? [name] : [name, last];
}
