import type { Json } from '../../plain/json.ts';
import { tidy } from '../../plain/text.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { placeKey, type Place } from '../places/index.ts';
import { asLine } from './as-line.ts';
import type { Gathered } from './gather.ts';
import type { RowReader } from './row.ts';
import type { Question } from './tables.ts';

export interface RowPlace {
  readonly value: Json | null;
  readonly district: string | null;
  /** The street, where one cell held the whole address. */
  readonly street: string | null;
  readonly notes: readonly Saying[];
  readonly question: Question | null;
}

/** Where a row is. An ambiguous name is asked, an unknown one is kept as it was written. */
export function placeOf(reader: RowReader, gathered: Gathered): RowPlace {
  const { street: written, text } = split(gathered);
  const street = written === null ? null : asLine(written);
  const spelling = tidy([gathered.postcode, gathered.placeName ?? text].filter((part) => part !== null).join(' '));
  if (spelling === '') return { value: null, district: null, street, notes: [], question: null };
  const answer = reader.gazetteer.resolvePlace({
    ...(gathered.postcode === null ? {} : { postcode: gathered.postcode }),
    ...(gathered.placeName === null ? {} : { name: gathered.placeName }),
    ...(gathered.placeName === null && text !== null ? { text } : {}),
    country: reader.mapping.country,
  });
  if (answer.state === 'found') {
    const { place, postcode, district, corrections } = answer;
    return {
      value: { place: place.id, name: place.name, ...(postcode === null ? {} : { postcode }) },
      district: district === undefined || district === null ? null : asLine(district),
      street,
      notes: corrections,
      question: null,
    };
  }
  const name = asLine(gathered.placeName ?? text ?? spelling);
  const asWritten: Json | null = name === null ? null : { name };
  if (answer.state === 'unknown') {
    return { value: asWritten, district: null, street, notes: [answer.reason], question: null };
  }
  const known = answered(reader, spelling, answer.choices);
  if (known === undefined) {
    const question = { place: spelling, choices: answer.choices.map((place) => place.id) };
    return { value: asWritten, district: null, street, notes: answer.corrections, question };
  }
  const meant = known === '' ? null : reader.gazetteer.place(known);
  return {
    value: meant === null ? asWritten : { place: meant.id, name: meant.name },
    district: null,
    street,
    notes: [saying('lists.row.placeAsAnswered', { place: meant?.name ?? spelling })],
    question: null,
  };
}

/** What was answered about this spelling, or about another of the same place. */
function answered(
  { answers, answersAlike, mapping }: RowReader,
  spelling: string,
  choices: readonly Place[],
): string | undefined {
  const exact = answers.get(spelling);
  if (exact !== undefined || answersAlike === undefined) return exact;
  const alike = answersAlike.get(placeKey(spelling, mapping.country));
  return alike === '' || choices.some(({ id }) => id === alike) ? alike : undefined;
}

/** "Löwenplatz 3, 00104 Kaltenried" → street and place; without a comma the cell is a place. */
function split(gathered: Gathered): { street: string | null; text: string | null } {
  const whole = gathered.streetWithPlace;
  if (whole === null) return { street: null, text: gathered.placeText };
  const comma = whole.lastIndexOf(',');
  if (comma === -1) return { street: whole, text: gathered.placeText };
  return { street: tidy(whole.slice(0, comma)), text: tidy(whole.slice(comma + 1)) };
}
