import { expect, test } from 'vitest';
import { STRANGER, system, type Actor } from '../../plain/actor.ts';
import { COORDINATION, OPERATOR, isRunning, type Place, type RoleRef } from './role.ts';
import { roleMay } from './role-may.ts';

const person = { session: 's', account: 'me', organisations: [], isAdmitted: false } as const;
const voice: RoleRef = { kind: 'organisation', organisation: 'house' };
const actors = {
  stranger: STRANGER,
  account: { kind: 'account', ...person },
  speaker: { kind: 'account', ...person, organisations: ['house'] },
  coordination: { kind: 'coordination', ...person },
  operator: { kind: 'operator', ...person },
  system: system('job'),
} as const satisfies Readonly<Record<string, Actor>>;

function who(ask: (actor: Actor) => unknown): string {
  return Object.entries(actors)
    .filter(([, actor]) => ask(actor) === true)
    .map(([name]) => name)
    .join(' ');
}

const free = (role: RoleRef, taken: readonly Place[] = [], mine: Place | null = null, place: Place = 'holder') => ({
  role,
  place,
  taken,
  mine,
});

test.each([
  ['an organisation that nobody speaks for', free(voice), 'coordination operator'],
  ['the deputy of an organisation with a holder', free(voice, ['holder'], null, 'deputy'), ''],
  ['a place that is taken', free(voice, ['holder']), ''],
  ['the coordination', free(COORDINATION), 'operator system'],
  ['the deputy of the coordination', free(COORDINATION, ['holder'], null, 'deputy'), 'operator system'],
  ['the operator', free(OPERATOR), 'operator system'],
])('to %s may invite: …', (_, vacancy, expected) => {
  expect(who((actor) => roleMay.invite(actor, vacancy))).toBe(expected);
});

test('whoever stands in a role invites to the other place of it, never to their own', () => {
  for (const role of [voice, COORDINATION, OPERATOR]) {
    expect(who((actor) => roleMay.invite(actor, free(role, ['holder'], 'holder', 'deputy')))).not.toBe('');
    expect(roleMay.invite(actors.speaker, free(voice, ['deputy'], 'deputy', 'holder'))).toBe(true);
    expect(who((actor) => roleMay.invite(actor, free(role, ['holder'], 'holder', 'holder')))).toBe('');
  }
});

test.each([
  ['holder', 'holder', false, false, ''],
  ['holder', 'deputy', false, false, ''],
  ['deputy', 'holder', false, false, 'stranger account speaker coordination operator system'],
  ['holder', null, false, false, ''],
  ['holder', null, false, true, 'coordination operator system'],
  ['deputy', null, true, false, 'stranger account speaker coordination operator system'],
] as const)(
  'a %s of an organisation, ended by its %s (own: %s, asleep: %s)',
  (place, mine, isOwn, isAsleep, expected) => {
    expect(who((actor) => roleMay.endTerm(actor, { role: voice, place, mine, isOwn, isAsleep }))).toBe(expected);
  },
);

test('of a role of the house only the operator ends the terms of others', () => {
  const ending = { role: COORDINATION, place: 'holder', mine: null, isOwn: false, isAsleep: true } as const;
  expect(who((actor) => roleMay.endTerm(actor, ending))).toBe('operator');
});

test('the network accepts no place in an organisation to which the network has invited', () => {
  const place = { role: voice, place: 'holder', mine: null } as const;
  for (const by of ['coordination', 'operator', 'system'] as const)
    expect(who((actor) => roleMay.accept(actor, { ...place, by }))).toBe('stranger account speaker');
  expect(who((actor) => roleMay.accept(actor, { ...place, by: 'organisation' }))).toBe(
    'stranger account speaker coordination operator',
  );
});

test('who sees a role, and who sees by which name it is held', () => {
  expect(who((actor) => roleMay.seeRole(actor, voice))).toBe('speaker coordination operator system');
  expect(who((actor) => roleMay.seeHolders(actor, voice))).toBe('speaker');
  expect(who((actor) => roleMay.seeRole(actor, COORDINATION))).toBe('coordination operator system');
  expect(who((actor) => roleMay.seeHolders(actor, COORDINATION))).toBe('coordination operator system');
});

test('a term counts from its first day until the day before its end', () => {
  const term = { from: '2026-01-01', until: '2026-04-01' };
  const days = ['2025-12-31', '2026-01-01', '2026-03-31', '2026-04-01'];
  expect(days.map((day) => isRunning(term, day))).toEqual([false, true, true, false]);
  expect(isRunning({ from: '2026-01-01', until: null }, '2099-01-01')).toBe(true);
});
