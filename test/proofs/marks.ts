import { HOLDINGS } from '../../src/app/holdings.ts';
import { REGISTER } from '../../src/app/register.ts';
import {
  insertSource,
  lapse,
  protectSubject,
  say,
  withdraw,
  type Field,
  type NewClaim,
  type SubjectKind,
} from '../../src/areas/claims/index.ts';
import { SUBJECT_KINDS } from '../../src/areas/claims/field.ts';
import { putPicture } from '../../src/areas/organisations/store-picture.ts';
import { idFor } from '../../src/plain/ids.ts';
import type { Json } from '../../src/plain/json.ts';
import { SCOPES, type Scope } from '../../src/plain/scope.ts';
import { dayOf } from '../../src/plain/time.ts';
import type { House } from './house.ts';

/** What stands in one protected place and nowhere else → which place that is. */
export type Marks = Map<string, string>;

/** Why somebody must not read a subject's facts. */
export const STATES = ['network', 'partner', 'own', 'protected', 'lapsed', 'withdrawn', 'open'] as const;
type State = (typeof STATES)[number];

export const idOf = (kind: SubjectKind, state: State): string => idFor(`canary/${kind}/${state}`);

const nameOf = (kind: SubjectKind, state: State): string => `Canary ${kind} ${state}`;

/**
 * Says something in every declared field of every kind of subject: for each narrow scope, and under each veil. A field
 * that is declared tomorrow is in it tomorrow. Gives back the marks that must not come out.
 */
export async function plant(house: House): Promise<{ readonly hidden: Marks; readonly open: Marks }> {
  const [hidden, open]: [Marks, Marks] = [new Map(), new Map()];
  const at = house.home.clock.now();
  let number = 100_000;
  await house.program.write(async (tx) => {
    for (const kind of SUBJECT_KINDS)
      for (const state of STATES) {
        const subject = idOf(kind, state);
        const source = await insertSource(
          tx,
          {
            kind: 'own',
            speaker: subject,
            publisher: `${kind} ${state}`,
            licence: 'own',
            takedownContact: '',
            retrievedAt: at,
          },
          0,
        );
        const claims = [...REGISTER.fields[kind].fields.values()].flatMap((field): NewClaim[] => {
          number += 1;
          const made = valueOf(field, number, nameOf(kind, state));
          const isNamed = field.name === 'name' || field.name === 'carrier';
          const scope = isNamed && state !== 'withdrawn' ? 'public' : scopeIn(state, field);
          const isHidden =
            state === 'withdrawn' ||
            scope !== 'public' ||
            state === 'lapsed' ||
            (state === 'protected' && field.hidesInProtection);
          if (made.mark !== null && !(isNamed && state !== 'withdrawn' && state !== 'lapsed'))
            (isHidden ? hidden : open).set(made.mark, isHidden && state === 'open' ? 'claim own' : `claim ${state}`);
          return [claim(subject, field, made.value, source, scope, at)];
        });
        await say(tx, REGISTER, { subjects: [{ id: subject, kind }], claims, at });
        if (kind !== 'organisation') continue;
        const alternative = `zq${state}picture`;
        await putPicture(tx, subject, { ...PICTURE, scope: scopeOf(state), alternative, saidOn: dayOf(at) });
        (state === 'open' ? open : hidden).set(alternative, `claim ${state}`);
      }
    await protectSubject(tx, REGISTER, idOf('organisation', 'protected'), at);
    for (const kind of SUBJECT_KINDS) {
      await lapse(tx, REGISTER, [idOf(kind, 'lapsed')], at);
      await withdraw(tx, REGISTER, idOf(kind, 'withdrawn'), at);
    }
  });
  // Only an organisation is protected, and what carries its name; a network never is.
  for (const [mark, where] of hidden) if (where === 'claim protected' && mark.includes('network')) hidden.delete(mark);
  return { hidden, open };
}

/** Its words are marked like a field that hides in protection. */
const PICTURE = { name: 'a'.repeat(32), language: 'de', width: 1, height: 1, bytes: Buffer.from('picture') } as const;

function scopeOf(state: State): Scope {
  return SCOPES.find((one) => one === state) ?? 'public';
}

function scopeIn(state: State, { neverWider, scope }: Field): Scope {
  const wanted = scopeOf(state);
  return neverWider && SCOPES.indexOf(wanted) < SCOPES.indexOf(scope) ? scope : wanted;
}

function claim(subject: string, field: Field, value: Json, source: number, scope: Scope, at: Date): NewClaim {
  return {
    subject,
    field: field.name,
    language: field.perLanguage ? 'de' : null,
    value,
    source,
    sourceKind: 'own',
    scope,
    saidAt: at,
    validFrom: null,
    validTo: null,
    confirmedAt: at,
    confirmedByRole: 'organisation',
  };
}

/** A value of the field's kind that holds a mark of its own; without one where the kind has room for a few values only. */
function valueOf(field: Field, number: number, name: string): { readonly value: Json; readonly mark: string | null } {
  const mark = `zq${number}${name.replaceAll(/\W/g, '').toLowerCase()}${field.name.toLowerCase()}`;
  switch (field.kind) {
    case 'line':
    case 'text':
    case 'street':
      // By its name an offer follows its organisation.
      return field.name === 'carrier'
        ? { value: name.replace('offer', 'organisation'), mark: null }
        : { value: field.name === 'name' ? name : mark, mark: field.name === 'name' ? name.toLowerCase() : mark };
    case 'topics':
      return { value: [mark], mark };
    case 'mail':
      return { value: `${mark}@post.example`, mark };
    case 'web':
      return { value: `https://${mark}.example/`, mark };
    case 'phone':
      return { value: `+49371${number}`, mark: `371${number}` };
    case 'place':
      return { value: { name: mark }, mark };
    case 'point':
      return { value: { lat: Number(`50.${number}`), lon: 12.5 }, mark: `50.${number}` };
    case 'code':
      return { value: field.codes?.[0] ?? '', mark: null };
    case 'codes':
      return { value: [field.codes?.[0] ?? ''], mark: null };
    case 'languages':
      return { value: ['de'], mark: null };
    case 'times':
      return { value: [{ day: 1, from: '18:00', to: '20:00', zone: 'Europe/Berlin' }], mark: null };
    case 'day':
      return { value: field.name === 'validTo' ? '2099-01-01' : '2020-01-01', mark: null };
    case 'answer':
      return { value: 'yes', mark: null };
    case 'subjects':
      return { value: membersOf(name), mark: null };
  }
}

/** One network names only whom everybody may know; all others also somebody whom a veil hides. */
function membersOf(name: string): Json {
  const states: readonly State[] = name.endsWith(' open') ? ['open'] : ['open', 'protected', 'withdrawn'];
  return states.map((state) => idOf('organisation', state));
}

const PROTECTED = HOLDINGS.filter(
  // Facts in a scope have marks of their own, but for what organisations look for in each other.
  ({ readers, purpose }) => !readers.includes('everyone') && (!readers.includes('scope') || purpose === 'cooperate'),
).flatMap(({ table, columns }) => columns.map((column) => ({ table, column })));

/** Every place that is declared and not for everybody. */
export const PROTECTED_COLUMNS: readonly string[] = PROTECTED.map(({ table, column }) => `${table}.${column}`);

/** Adds what stands in the protected columns of all tables now. Called after each step: some of it is soon gone. */
export async function sample(house: House, marks: Marks, seen: Set<string>): Promise<void> {
  for (const { table, column } of PROTECTED) {
    const { rows } = await house.sql(
      `select distinct coalesce(case when left(to_jsonb(t."${column}")::text, 1) = '"' then to_jsonb(t."${column}") #>> '{}' end, to_jsonb(t."${column}")::text) as value from "${table}" t where "${column}" is not null`,
    );
    for (const { value } of rows) {
      seen.add(`${table}.${column}`);
      for (const mark of tellingParts(String(value)))
        if (!marks.has(mark))
          marks.set(mark, TOGETHER.test(mark) ? `${table}.${column} together` : `${table}.${column}`);
    }
  }
}

/** The address of something that partners do together, which keepers must not read even where they read such addresses. */
const TOGETHER = /^\/(kooperationen|anfragen|vorstellungen|vereinbarungen)\//;

/** The parts of a value that could stand nowhere else by chance: no word of the product, no day, no small number. */
function tellingParts(value: string): readonly string[] {
  // Words of people are marked inside, because a page may show a part of them.
  const inside = [...value.matchAll(/zx\d+[a-z]+/g)].map(([mark]) => mark);
  const whole = /^[[{]/.test(value)
    ? [...value.matchAll(/"((?:[^"\\]|\\.)+)"/g)].map(([, part = '']) => part)
    : [value];
  const parts = [...inside, ...whole];
  return (
    parts
      .map((part) => part.toLowerCase().trim())
      .filter(
        (part) =>
          part.length > 6 &&
          !/^[a-z_]+([. -][a-z]+)*$/.test(part) &&
          !/^\d{4}-\d\d-\d\d/.test(part) &&
          !/^\d{1,2}\.? \p{L}+ \d{4}$/u.test(part) &&
          !/^\d{1,9}$/.test(part),
      )
      // References without anything that opens or names something.
      .filter(
        (part) =>
          !/^(subject|field|entry|role|reason)\//.test(part) &&
          !/^\/[a-z/-]+$/.test(part) &&
          !part.includes('/auffrischen/'),
      )
  );
}
