import type { Field } from '../field.ts';
import type { Json } from '../../../plain/json.ts';
import { isPlausibleDay } from './day.ts';
import { isCodes } from './code.ts';
import { isLanguages } from './languages.ts';
import { isLine, isText } from './line.ts';
import { isMail } from './mail.ts';
import { isPhone } from './phone.ts';
import { isPoint } from './point.ts';
import { isSubjects } from './subjects.ts';
import { isTimes } from './times.ts';
import { isTopics } from './topics.ts';
import { isWeb } from './web.ts';

/** Whether a value has exactly the JSON shape of its field's kind, as `field.ts` describes it. */
export function isValue(field: Field, value: Json): boolean {
  if (typeof value === 'string') return isString(field, value);
  if (isList(value)) return field.kind === 'times' ? isTimes(value) : isStrings(value) && isListOf(field, value);
  if (typeof value !== 'object' || value === null) return false;
  if (field.kind === 'point') return isPoint(value);
  return field.kind === 'place' && isPlace(value);
}

function isString(field: Field, value: string): boolean {
  switch (field.kind) {
    case 'line':
    case 'street':
      return isLine(value);
    case 'text':
      return isText(value);
    case 'code':
      return field.codes?.includes(value) ?? false;
    case 'phone':
      return isPhone(value);
    case 'mail':
      return isMail(value);
    case 'web':
      return isWeb(value);
    case 'day':
      return isPlausibleDay(value);
    case 'answer':
      return value === 'yes' || value === 'no';
    default:
      return false;
  }
}

function isListOf(field: Field, value: readonly string[]): boolean {
  switch (field.kind) {
    case 'codes':
      return isCodes(value, field.codes ?? []);
    case 'topics':
      return isTopics(value);
    case 'languages':
      return isLanguages(value);
    case 'subjects':
      return isSubjects(value);
    default:
      return false;
  }
}

/** `{ place?, postcode?, name }`: what a place is, only the area places knows. */
function isPlace(value: { readonly [key: string]: Json }): boolean {
  const { place, postcode, name, ...others } = value;
  return (
    Object.keys(others).length === 0 &&
    typeof name === 'string' &&
    isLine(name) &&
    (place === undefined || (typeof place === 'string' && isLine(place))) &&
    (postcode === undefined || (typeof postcode === 'string' && /^\d{4,5}$/.test(postcode)))
  );
}

export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

export function isStrings(value: readonly Json[]): value is readonly string[] {
  return value.every((part) => typeof part === 'string');
}
