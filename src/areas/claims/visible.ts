import { ACTOR, IN_NETWORK, KEEPER, OPENED, ORGANISATIONS } from '../../platform/database/index.ts';

/** SQL: the revisions whose rows readers do not see (not yet, or no longer). Worked out once a query. */
const HIDDEN = `array(select id from revision where state <> 'current')`;

/**
 * SQL condition on a row with `since` and `until`: it holds now. A row that came with a hidden
 * revision is not there yet; a row that goes with a hidden revision is still there.
 */
export const HOLDS_NOW = `(since = 0 or since <> all (${HIDDEN})) and (until is null or until = any (${HIDDEN}))`;

/**
 * SQL condition on a row with `subject` and `scope`: it is for the eyes of the actor. What an organisation keeps
 * to itself and its partners the keepers of the register see only once it was opened with a note for it.
 */
export const IS_FOR_ACTOR = `(${ACTOR} = 'system' or scope = 'public' or (scope = 'network' and ${IN_NETWORK})
  or subject = any(${ORGANISATIONS}) or (${KEEPER} and subject = ${OPENED}))`;

/** SQL condition on a row with `subject`: a keeper of the register has opened it, with a note for the organisation. */
export const IS_OPENED = `(${KEEPER} and subject = ${OPENED})`;

/**
 * SQL condition on a claim: its subject is protected, and the field leads to a door or a person. Which subjects are
 * protected is worked out once a query. Without a list of fields everything is hidden.
 */
export const IS_HIDDEN = `(subject = any(array(select id from subject where protected_at is not null))
  and not exists (select from subject s where s.id = claim.subject and claim.field <> all(s.hidden_fields)))`;

/** The fields in which a subject names others, for example a network its members. */
export const NAMING: readonly string[] = ['members'];

/** SQL: the subjects whom nobody may be led to by another, because they are protected or have asked not to be shown. */
export const NOT_TO_BE_NAMED = `array(select id from subject where protected_at is not null or withdrawn_at is not null)`;

/**
 * SQL condition on a claim: it names one of them. A list of members is one value: it is hidden as a whole, and
 * projections show it without them.
 */
export const NAMES_HIDDEN = `(field in (${NAMING.map((name) => `'${name}'`).join(', ')})
  and value ?| ${NOT_TO_BE_NAMED}::text[])`;

/** SQL condition on a claim: its subject has asked not to be shown. */
export const IS_WITHDRAWN = isVeiled('withdrawn_at');

/** SQL condition on a claim: nobody has confirmed its subject for too long. */
export const IS_LAPSED = isVeiled('lapsed_at');

/**
 * SQL condition on a row of a table with `subject` and `scope` that is no projection: it is for the eyes of the actor,
 * and under a veil it is hidden like a field that leads to a door. A subject that cannot be read hides it too.
 */
export function isForActorUnveiled(table: string): string {
  return `(${IS_FOR_ACTOR} and (${ACTOR} = 'system' or subject = any(${ORGANISATIONS}) or ${IS_OPENED}
    or exists (select from subject bare where bare.id = ${table}.subject and bare.forwarded_to is null
      and bare.protected_at is null and bare.withdrawn_at is null and (bare.lapsed_at is null or ${IN_NETWORK}))))`;
}

/** By key and not by a list worked out before: where a register is old, many have fallen silent. */
function isVeiled(column: string): string {
  return `exists (select from subject veiled where veiled.id = claim.subject and veiled.${column} is not null)`;
}

/**
 * SQL condition on a row with `subject`: the actor speaks for an organisation that keeps it, for example its offer.
 * Worked out once a query, and only where nothing else has let the row through.
 */
export const IS_KEPT = `subject = any(array(select subject from subject_keeper where organisation = any(${ORGANISATIONS})))`;

/** The same for whatever counts as the same as what they keep. Who keeps nothing, most readers, asks for no families. */
export const IS_KIN_KEPT = `subject = any((select case when kept.those = '{}' then kept.those else kin_of(kept.those) end
  from (select array(select subject from subject_keeper where organisation = any(${ORGANISATIONS})) as those) kept)::uuid[])`;

/** SQL condition on a row with `subject`: a keeper of the register has opened it, or one that counts as the same. */
export const IS_KIN_OPENED = `(${KEEPER} and ${OPENED} is not null
  and subject = any((select kin_of(array[${OPENED}]))::uuid[]))`;
