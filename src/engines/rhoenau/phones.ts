import { at, type Dice } from './dice.ts';

/**
 * Numbers that nobody has: the Bundesnetzagentur keeps these blocks of 1,000 for film and
 * fiction ("Rufnummern für Film und Fernsehen"). `area` is without the leading zero.
 */
export const FICTION_BLOCKS: readonly { readonly area: string; readonly stem: string }[] = [
  { area: '30', stem: '23125' },
  { area: '69', stem: '90009' },
  { area: '40', stem: '66969' },
  { area: '221', stem: '4710' },
  { area: '89', stem: '99998' },
];

const NUMBERS = FICTION_BLOCKS.length * 1000;

/** The `index`-th number of fiction as E.164; after 5,000 they begin again. */
export function fictionPhone(index: number): string {
  // 1,373 has no divisor in common with 5,000: neighbours look unlike and all come once.
  const place = (index * 1373 + 211) % NUMBERS;
  const block = at(FICTION_BLOCKS, place % FICTION_BLOCKS.length);
  const tail = Math.floor(place / FICTION_BLOCKS.length);
  return `+49${block.area}${block.stem}${String(tail).padStart(3, '0')}`;
}

type Shape = (area: string, stem: string, tail: string) => string;

/** The ways in which offices write a telephone number. */
export const PHONE_SHAPES: readonly Shape[] = [
  (area, stem, tail) => `0${area} ${stem}${tail}`,
  (area, stem, tail) => `0${area}/${stem}${tail}`,
  (area, stem, tail) => `0${area} / ${stem} ${tail}`,
  (area, stem, tail) => `0${area}-${stem}${tail}`,
  (area, stem, tail) => `0${area} - ${stem}-${tail}`,
  (area, stem, tail) => `(0${area}) ${stem}${tail}`,
  (area, stem, tail) => `(0${area}) ${stem}-${tail}`,
  (area, stem, tail) => `(0${area})${stem}${tail}`,
  (area, stem, tail) => `0${area}${stem}${tail}`,
  (area, stem, tail) => `+49${area}${stem}${tail}`,
  (area, stem, tail) => `+49 ${area} ${stem}${tail}`,
  (area, stem, tail) => `+49 ${area} ${stem}-${tail}`,
  (area, stem, tail) => `+49 (0)${area} ${stem}${tail}`,
  (area, stem, tail) => `+49 (0) ${area} / ${stem}-${tail}`,
  (area, stem, tail) => `+49(0)${area}-${stem}${tail}`,
  (area, stem, tail) => `0049 ${area} ${stem}${tail}`,
  (area, stem, tail) => `0049 (0)${area} ${stem}${tail}`,
  (area, stem, tail) => `0049${area} ${stem} ${tail}`,
  (area, stem, tail) => `0${area}.${stem}.${tail}`,
  (area, stem, tail) => `0${area} ${(stem + tail).replace(/(\d\d)(?=\d)/g, '$1 ')}`,
  (area, stem, tail) => `0${area} ${(stem + tail).replace(/(\d{3})(?=\d)/g, '$1 ')}`,
  (area, stem, tail) => `Tel. 0${area} ${stem}${tail}`,
  (area, stem, tail) => `Tel.: 0${area}/${stem}-${tail}`,
  (area, stem, tail) => `0${area} ${stem}${tail} (AB)`,
  (area, stem, tail) => `0${area}–${stem}${tail}`,
  (area, stem, tail) => `0${area} ${stem} - ${tail}`,
  (area, stem, tail) => `49 ${area} ${stem}${tail}`,
];

/** A number as somebody typed it, in one of the shapes. */
export function typedPhone(phone: string, throws: Dice): string {
  const block = FICTION_BLOCKS.find(({ area, stem }) => phone.startsWith(`+49${area}${stem}`));
  if (block === undefined) throw new RangeError('not a number of fiction');
  return throws.pick(PHONE_SHAPES)(block.area, block.stem, phone.slice(-3));
}

/** The digits behind the zero: what is left of a number when a spreadsheet took it for a quantity. */
export function withoutZero(typed: string): string {
  return typed.replace(/\D/g, '').replace(/^(?:0049|49)?0?/, '');
}
