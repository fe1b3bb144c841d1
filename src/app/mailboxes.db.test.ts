import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSpeaking, speaker, type Speaking } from '../../test/speaking.ts';
import { idFor } from '../plain/ids.ts';
import { findOrganisationMailboxes } from './mailboxes.ts';

const NUJIN = idFor('nujin');
const TREFF = idFor('treff');
const HADAS = idFor('hadas');
const WERK = idFor('werk');
let house: Speaking;

beforeAll(async () => {
  house = await openSpeaking({ anna: speaker('anna', [NUJIN]) }, '2026-11-21T20:00:00Z');
  await house.tell(
    [NUJIN, TREFF, HADAS].map((id) => ({ id, kind: 'organisation' })),
    [
      house.listed(NUJIN, 'name', 'Frauenverein Nujin'),
      house.listed(NUJIN, 'mailbox', 'buero@nujin.example', { scope: 'own' }),
      house.listed(NUJIN, 'languages', ['kmr', 'tr']),
      house.listed(TREFF, 'name', 'Treff'),
      house.listed(TREFF, 'mailbox', 'erika.mustermann@treff.example'),
      house.listed(HADAS, 'name', 'Hadas'),
    ],
  );
  await house.database.sql("update account set mail = 'anna@example.org' where id = $1", [idFor('anna')]);
  await house.database.sql("insert into role (id, kind, organisation) values ($1, 'organisation', $2)", [
    idFor('role'),
    HADAS,
  ]);
  await house.database.sql(
    "insert into role_term (id, role, place, account, from_day) values ($1, $2, 'holder', $3, '2026-01-01')",
    [idFor('term'), idFor('role'), idFor('anna')],
  );
});
afterAll(() => house.database.close());

const mailboxes = (id: string) =>
  house.database.as(speaker('anna', [NUJIN])).write((tx) => findOrganisationMailboxes(tx, id, '2026-11-21'));

test('an organisation is written to at its function mailbox, in its language, whoever may see that', async () => {
  expect(await mailboxes(NUJIN)).toEqual([{ mail: 'buero@nujin.example', language: 'tr' }]);
});

test('without a function mailbox those are written to who speak for it, and never a mailbox that is a person’s', async () => {
  expect(await mailboxes(HADAS)).toEqual([{ mail: 'anna@example.org', language: 'de' }]);
  expect(await mailboxes(TREFF)).toEqual([]);
});

test('where somebody speaks for an organisation, the language is that of their account, mail address or not', async () => {
  await house.tell(
    [{ id: WERK, kind: 'organisation' }],
    [
      house.listed(WERK, 'name', 'Bildungswerk'),
      house.listed(WERK, 'mailbox', 'info@werk.example'),
      house.listed(WERK, 'languages', ['de', 'en']),
    ],
  );
  expect(await mailboxes(WERK)).toEqual([{ mail: 'info@werk.example', language: 'de' }]);
  await house.database.sql("insert into role (id, kind, organisation) values ($1, 'organisation', $2)", [
    idFor('werk role'),
    WERK,
  ]);
  await house.database.sql(
    "insert into role_term (id, role, place, account, from_day) values ($1, $2, 'holder', $3, '2026-01-01')",
    [idFor('werk term'), idFor('werk role'), idFor('anna')],
  );
  await house.database.sql("update account set mail = null, language = 'uk' where id = $1", [idFor('anna')]);
  expect(await mailboxes(WERK)).toEqual([{ mail: 'info@werk.example', language: 'uk' }]);
});
