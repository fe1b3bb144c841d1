import { canonical, type Json } from '../../plain/json.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { narrowest, type Scope } from '../../plain/scope.ts';
import { saying, type Saying, type Words } from '../../plain/words.ts';
import type { FormFields } from '../../platform/http/index.ts';
import { scopeNow, scopesOf, type Desk, type Word } from './forms-desk.ts';
import { inputName, languageName, newName, placeName, scopeName, takeName } from './forms-names.ts';
import { isTicked, tickedOf, typedOf } from './forms-typed.ts';
import type { Field } from './field.ts';
import { functionOf, isEmpty, isValue, looksLikePerson, readValue } from './values/index.ts';
import type { Country } from './values/reading.ts';

/** What a field shall say from now on; null takes the own word back. */
export interface Wish {
  readonly field: Field;
  readonly language: string | null;
  readonly value: Json;
  readonly scope: Scope;
  /** Whether somebody chose these eyes in this form, and did not only leave them as they were. */
  readonly isScopeChosen: boolean;
}

export interface PlaceChoice {
  readonly value: string;
  readonly label: string;
}

/** A problem at one input. */
export interface Problem {
  readonly input: string;
  readonly told: Saying;
  /** Places of which one is meant. */
  readonly choices?: readonly PlaceChoice[];
}

/** Turns a typed place into a value; `chosen` answers an earlier question. The app knows the gazetteer. */
export type ReadPlace = (
  text: string,
  chosen: string,
  words: Words,
) => Result<Json, { readonly told: Saying; readonly choices: readonly PlaceChoice[] }>;

export interface FormReading {
  readonly desk: Desk;
  readonly fields: readonly Field[];
  readonly typed: FormFields;
  readonly words: Words;
  readonly country: Country;
  readonly readPlace: ReadPlace;
  readonly declaredScope: (field: Field) => Scope;
}

/** Reads a form about some fields. What did not come with the form stays as it is. */
export function readWishes(form: FormReading): Result<readonly Wish[], readonly Problem[]> {
  const problems: Problem[] = [];
  const wishes = form.fields.flatMap((field) => {
    const scope = scopeOf(form, field);
    const words = form.desk.words.filter((word) => word.field === field);
    const known = words.flatMap((word) => wishOf(form, word, scope, problems));
    return field.perLanguage ? [...known, ...newWish(form, field, words, scope, problems)] : known;
  });
  if (problems.length === 0 && isNameless(form, wishes)) problems.push(nameMissing(form));
  return problems.length === 0 ? ok(wishes) : not(problems);
}

/** Something without any name could not be found again. */
function isNameless({ desk, fields }: FormReading, wishes: readonly Wish[]): boolean {
  if (!fields.some(({ name }) => name === 'name')) return false;
  const named = desk.words.filter(({ field }) => field.name === 'name');
  const wished = wishes.filter(({ field }) => field.name === 'name');
  const isKept = (word: Word) => word.mine !== null && !wished.some(({ language }) => language === word.language);
  return !wished.some(({ value }) => value !== null) && !named.some((word) => word.others.length > 0 || isKept(word));
}

function nameMissing({ desk, fields }: FormReading): Problem {
  const word = desk.words.find(({ field }) => field.name === 'name');
  const field = fields.find(({ name }) => name === 'name');
  const input = word === undefined ? (field === undefined ? '' : newName(field)) : inputName(word);
  return { input, told: saying('claims.form.nameMissing') };
}

interface ChosenScope {
  readonly scope: Scope;
  readonly isChosen: boolean;
}

function scopeOf(form: FormReading, field: Field): ChosenScope {
  const now = scopeNow(form.desk, field, form.declaredScope(field));
  const typed = first(form.typed, scopeName(field));
  const scope = scopesOf(field).find((one) => one === typed);
  return { scope: scope ?? now, isChosen: scope !== undefined && scope !== now };
}

function wishOf(form: FormReading, word: Word, { scope, isChosen }: ChosenScope, problems: Problem[]): readonly Wish[] {
  const { field, language, mine, others } = word;
  const input = inputName(word);
  // Without a choice each language keeps the eyes that it has.
  const kept = mine?.scope ?? scope;
  const wish = (value: Json, readBy: Scope = kept): Wish => ({
    field,
    language,
    value,
    scope: isChosen ? scope : readBy,
    isScopeChosen: isChosen || mine?.scope === 'own',
  });
  const taken = first(form.typed, takeName(word));
  const other = others.find(({ claim }) => String(claim.id) === taken);
  // Nobody reads more by a tick than before, unless somebody chose so.
  if (other !== undefined) return [wish(other.claim.value, narrowest([kept, other.claim.scope]))];
  if (form.typed[input] === undefined) return isChosen ? [wish(mine?.value ?? null)] : [];
  const read = readTyped(form, word, input);
  if (read.ok) return [wish(read.value)];
  problems.push(read.issue);
  return [];
}

function newWish(
  form: FormReading,
  field: Field,
  words: readonly Word[],
  { scope, isChosen }: ChosenScope,
  problems: Problem[],
): readonly Wish[] {
  const input = newName(field);
  if (isEmpty(first(form.typed, input))) return [];
  const language = first(form.typed, languageName(field));
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language)) {
    problems.push({ input: languageName(field), told: saying('claims.form.languageMissing') });
    return [];
  }
  if (words.some((word) => word.language === language)) {
    problems.push({ input: languageName(field), told: saying('claims.form.languageTwice') });
    return [];
  }
  const read = readTyped(form, { field, language, mine: null, others: [] }, input);
  if (read.ok) return [{ field, language, value: read.value, scope, isScopeChosen: isChosen }];
  problems.push(read.issue);
  return [];
}

function readTyped(form: FormReading, { field, mine }: Word, input: string): Result<Json, Problem> {
  if (isTicked(field)) return readTicks(field, all(form.typed, input), input);
  const text = first(form.typed, input);
  // What was not touched stays, also where typing it anew would be read otherwise.
  if (mine !== null && same(text, typedOf(field, mine.value, form.words, form.country))) return ok(mine.value);
  if (isEmpty(text)) return ok(null);
  if (field.kind === 'place') {
    const place = form.readPlace(text, first(form.typed, placeName(field)), form.words);
    return place.ok ? place : not({ input, ...place.issue });
  }
  const read = readValue(field, text, { country: form.country });
  if (!read.ok) return read.issue.key === 'claims.empty' ? ok(null) : not({ input, told: read.issue });
  const lost = read.value.notes.find(({ key }) => LEAVES_OUT.has(key));
  if (lost !== undefined) return not({ input, told: saying('claims.form.leavesOut', { told: form.words.tell(lost) }) });
  if (isPersonal(field, text)) return not({ input, told: saying('claims.form.person') });
  return ok(read.value.value);
}

/** A contact is a function: whether this would be the name of a person. */
export function isPersonal({ name }: Field, text: string): boolean {
  return name === 'contactFunction' && looksLikePerson(text) && functionOf(text) === null;
}

/** Where a list would go on with a note, a person who is here can be asked. */
const LEAVES_OUT: ReadonlySet<string> = new Set([
  'claims.note.leftOut',
  'claims.phone.note.several',
  'claims.phone.note.fax',
  'claims.phone.note.extension',
  'claims.mail.note.several',
  'claims.web.note.several',
  'claims.languages.note.unknown',
  'claims.times.note.leftOut',
]);

function readTicks(field: Field, ticked: readonly string[], input: string): Result<Json, Problem> {
  const chosen = ticked.filter((one) => one !== '');
  if (chosen.length === 0) return ok(null);
  const value =
    field.kind === 'codes' ? (field.codes ?? []).filter((code) => chosen.includes(code)) : (chosen[0] ?? null);
  const isWhole = canonical([...tickedOf(value)].toSorted()) === canonical([...new Set(chosen)].toSorted());
  return isWhole && isValue(field, value) ? ok(value) : not({ input, told: saying('claims.form.noChoice') });
}

/** Browsers send line breaks in their own way. */
function same(one: string, other: string): boolean {
  return one.replace(/\r\n?/g, '\n').trim() === other.trim();
}

export function first(typed: FormFields, name: string): string {
  return all(typed, name)[0] ?? '';
}

export function all(typed: FormFields, name: string): readonly string[] {
  const value = typed[name];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
