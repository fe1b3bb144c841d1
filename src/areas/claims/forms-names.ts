import type { Field } from './field.ts';
import type { Word } from './forms-desk.ts';

/** The names of the inputs of a form, for making it and for reading it. */

type Placed = Pick<Word, 'field' | 'language'>;

export const BASE_NAME = 'base';

/** Where the button that was taken leads on to. */
export const NEXT_NAME = 'next';

export function inputName(word: Placed): string {
  return `f.${keyOf(word)}`;
}

/** Makes the own word what somebody else says: the id of the claim. */
export function takeName(word: Placed): string {
  return `t.${keyOf(word)}`;
}

/** Whether an input is one of those. */
export function isTakeName(name: string): boolean {
  return name.startsWith('t.');
}

/** A text in a further language, and which. */
export function newName(field: Field): string {
  return `n.${field.name}`;
}

export function languageName(field: Field): string {
  return `l.${field.name}`;
}

export function scopeName(field: Field): string {
  return `s.${field.name}`;
}

/** Which of several places is meant. */
export function placeName(field: Field): string {
  return `p.${field.name}`;
}

function keyOf({ field, language }: Placed): string {
  return field.perLanguage ? `${field.name}.${language ?? 'und'}` : field.name;
}
