import { z } from 'zod';
import type { Json } from '../../plain/json.ts';
import { canonical } from '../../plain/json.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { saying, type Saying, type Words } from '../../plain/words.ts';
import type { FormFields } from '../../platform/http/index.ts';
import {
  isEmpty,
  looksLikePerson,
  readValue,
  typedOf,
  type Account,
  type Field,
  type ReadPlace,
} from '../claims/index.ts';
import type { Correction } from './correct.ts';
import type { Entry, EntryKind } from './entry.ts';

/** What changes most often, and what somebody can put right on a phone. */
const CORRECTABLE: Readonly<Record<EntryKind, readonly string[]>> = {
  organisation: ['phone', 'phoneTimes', 'mailbox', 'website', 'place'],
  offer: ['times', 'phone', 'mailbox', 'website', 'place'],
};

const LONGEST_NOTE = 500;
const noteForm = z.string().trim().max(LONGEST_NOTE);
export const codeForm = z.object({ code: z.string().trim().max(400).default('') });
export const queueForm = z.object({
  zeige: z.enum(['alle', 'offen', 'mensch', 'still', 'nicht']).catch('alle'),
  seite: z.coerce.number().int().min(1).max(500).catch(1),
});
/** Whether an organisation wants to be shown; what is neither asks for nothing to be hidden. */
export const showingForm = z.object({ what: z.enum(['hide', 'show']).catch('show') });

/** The name of the input that says what somebody has looked at. */
export const SEEN = 'seen';
export const seenForm = z.object({ [SEEN]: z.string().max(64).catch('') });
export type QueueView = z.infer<typeof queueForm>['zeige'];

/** One thing that can be put right: what stands there now, as somebody would type it. */
export interface Box {
  readonly field: Field;
  readonly value: Json | null;
  readonly typed: string;
  /** The organisation has said it with its account: a link is too weak to change that. */
  readonly isOwn: boolean;
}

export type Country = 'DE' | 'AT' | 'CH' | 'LI';

export function boxesOf(
  { kind, account }: Entry,
  fields: ReadonlyMap<string, Field>,
  words: Words,
  country: Country,
): readonly Box[] {
  return CORRECTABLE[kind].flatMap((name): Box[] => {
    const field = fields.get(name);
    if (field === undefined) return [];
    const value = account?.facts[name] ?? null;
    const holds = holdsOf(account, name);
    const typed = value === null ? '' : typedOf(field, value, words, country);
    return [{ field, value, typed, isOwn: holds?.sourceKind === 'own' }];
  });
}

function holdsOf(account: Account | null, name: string) {
  return account?.fields.find(({ field }) => field.name === name)?.holds;
}

/** A problem at one input, and the places among which one is meant. */
export interface Problem {
  readonly input: string;
  readonly told: Saying;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

export interface Reading {
  readonly boxes: readonly Box[];
  readonly typed: FormFields;
  readonly words: Words;
  readonly country: Country;
  readonly readPlace: ReadPlace;
}

export interface CorrectionsRead {
  readonly corrections: readonly Correction[];
  readonly note: string | null;
}

/** Reads "stimmt nicht mehr: …". What was not touched is no correction; what was emptied is shown to nobody any more. */
export function readCorrections(form: Reading): Result<CorrectionsRead, readonly Problem[]> {
  const problems: Problem[] = [];
  const corrections = form.boxes.flatMap((box): Correction[] => {
    const read = readBox(form, box);
    if (read === null) return [];
    if (read.ok) return [{ field: box.field.name, ...read.value }];
    problems.push(read.issue);
    return [];
  });
  const note = noteForm.safeParse(textIn(form.typed, NOTE));
  if (!note.success)
    problems.push({ input: NOTE, told: saying('freshness.correct.note.tooLong', { longest: LONGEST_NOTE }) });
  const text = note.success && note.data !== '' ? note.data : null;
  if (problems.length > 0) return not(problems);
  if (corrections.length === 0 && text === null)
    return not([{ input: NOTE, told: saying('freshness.correct.nothing') }]);
  return ok({ corrections, note: text });
}

export const NOTE = 'note';

export function inputOf({ field }: Box): string {
  return `field.${field.name}`;
}

/** What stood there when the form was made. */
export function wasInputOf({ field }: Box): string {
  return `was.${field.name}`;
}

/** What stands in the input: what somebody has typed, and where they have typed nothing, what stands there by now. */
export function keptIn(box: Box, typed: FormFields | null): string {
  if (typed === null || typed[inputOf(box)] === undefined) return box.typed;
  const text = textIn(typed, inputOf(box));
  return text === textIn(typed, wasInputOf(box)) ? box.typed : text;
}

export function placeInputOf({ field }: Box): string {
  return `meant.${field.name}`;
}

export function textIn(typed: FormFields, name: string): string {
  const value = typed[name];
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).replace(/\r\n?/g, '\n');
}

function readBox(form: Reading, box: Box): Result<Omit<Correction, 'field'>, Problem> | null {
  const input = inputOf(box);
  const text = textIn(form.typed, input);
  if (box.isOwn || form.typed[input] === undefined || text.trim() === box.typed.trim()) return null;
  if (isEmpty(text)) return box.value === null ? null : ok({ value: box.value, scope: 'own' });
  const read = readText(form, box, text);
  if (!read.ok) return not({ input, ...read.issue });
  if (box.value !== null && canonical(read.value) === canonical(box.value)) return null;
  if (box.field.kind === 'mail' && typeof read.value === 'string' && looksLikePerson(read.value))
    return not({ input, told: saying('freshness.correct.person') });
  return ok({ value: read.value, scope: 'public' });
}

function readText(form: Reading, box: Box, text: string): Result<Json, Omit<Problem, 'input'>> {
  if (box.field.kind === 'place') return form.readPlace(text, textIn(form.typed, placeInputOf(box)), form.words);
  const read = readValue(box.field, text, { country: form.country });
  return read.ok ? ok(read.value.value) : not({ told: read.issue });
}
