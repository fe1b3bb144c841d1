import { expect, test } from 'vitest';
import { OFFER_FIELDS } from '../../offers/index.ts';
import { ORGANISATION_FIELDS } from '../../organisations/index.ts';
import type { Field } from '../field.ts';
import de from '../words/de.json' with { type: 'json' };
import en from '../words/en.json' with { type: 'json' };
import { readCode, readCodes } from './code.ts';

const fields = new Map([...ORGANISATION_FIELDS.fields, ...OFFER_FIELDS.fields]);

function field(name: string): Field {
  const found = fields.get(name);
  if (found === undefined) throw new Error(`no field ${name}`);
  return found;
}

test.each([
  ['kind', 'association', 'association'],
  ['kind', 'Verein', 'association'],
  ['kind', 'e.V.', 'association'],
  ['kind', 'freier Träger', 'carrier'],
  ['kind', 'Initiative ohne Form', 'initiative'],
  ['kind', 'Behörde', 'administration'],
  ['kind', 'DACHVERBAND', 'umbrella'],
  ['kind', 'dernek', 'association'],
  ['cost', 'kostenlos', 'free'],
  ['cost', 'frei', 'free'],
  ['cost', '0 €', 'free'],
  ['cost', 'keine', 'free'],
  ['cost', 'Spende', 'donation'],
  ['cost', 'ücretsiz', 'free'],
])('%s understands %j as %s', (name, raw, code) => {
  expect(readCode(raw, field(name))).toEqual({ ok: true, value: { value: code, notes: [] } });
});

test.each([
  ['kind', 'gemeinnütziger eingetragener Verein', 'association', 'claims.code.note.inside'],
  ['cost', 'kostenlos, Spende erbeten', 'donation', 'claims.code.note.inside'],
  ['cost', '5 €', 'fee', 'claims.code.note.amount'],
  ['cost', '2,50 Euro', 'fee', 'claims.code.note.amount'],
  ['cost', '5 € pro Monat', 'fee', 'claims.code.note.amount'],
  ['cost', '35 € für zehn Termine', 'fee', 'claims.code.note.amount'],
  ['cost', 'ab 3 Euro', 'fee', 'claims.code.note.amount'],
  ['cost', '5 €, ermäßigt 3 €', 'fee', 'claims.code.note.amount'],
  ['cost', 'Teilnahmebeitrag: 12,50 EUR im Semester', 'fee', 'claims.code.note.amount'],
])('%s takes from %j %s, with the note %s', (name, raw, code, note) => {
  expect(readCode(raw, field(name))).toMatchObject({ ok: true, value: { value: code, notes: [{ key: note }] } });
});

test.each([
  ['kind', 'Verein/Träger', 'claims.code.several'],
  ['kind', 'kein Verein', 'claims.code.unknown'],
  ['kind', 'Quatsch', 'claims.code.unknown'],
  ['cost', 'nicht kostenlos', 'claims.code.unknown'],
  ['cost', 'kostenlos für Mitglieder, sonst 5 €', 'claims.code.several'],
  ['cost', '10 €, Kinder frei', 'claims.code.several'],
  ['cost', 'nicht mehr als 5 €', 'claims.code.unknown'],
  ['cost', '0 € oder 5 €', 'claims.code.unknown'],
])('%s refuses %j by %s', (name, raw, key) => {
  expect(readCode(raw, field(name))).toMatchObject({ ok: false, issue: { key } });
});

test.each([
  ['fieldsOfAction', 'Arbeit, Wohnen', ['housing', 'work']],
  ['fieldsOfAction', 'Bildung/Schule/Sprache', ['education']],
  ['fieldsOfAction', 'Schule und Bildung', ['education']],
  ['fieldsOfAction', 'Kultur & Begegnung; Verkehr und Mobilität', ['transport', 'culture']],
  ['fieldsOfAction', 'housing|selfOrganisation', ['housing', 'selfOrganisation']],
  ['targetGroups', 'Frauen, Mütter, Jugendliche', ['women', 'youth']],
  ['targetGroups', 'nur für Frauen', ['women']],
  ['targetGroups', 'Jugendliche und junge Erwachsene', ['youth']],
  ['targetGroups', 'Geflüchtete/Neuzugewanderte', ['newcomers']],
  ['targetGroups', 'alle', ['everyone']],
  ['targetGroups', 'LSBTIQ*', ['lgbtiq']],
  ['targetGroups', 'Frauen*', ['women']],
  ['targetGroups', 'Seniorinnen und Senioren', ['older']],
])('%s understands %j as %j', (name, raw, codes) => {
  expect(readCodes(raw, field(name))).toEqual({ ok: true, value: { value: codes, notes: [] } });
});

test.each([
  ['fieldsOfAction', 'Nähen, Gesundheit', ['health'], ['Nähen']],
  ['fieldsOfAction', 'Beratung zu Wohnen und Arbeit', ['housing', 'work'], ['Beratung zu Wohnen']],
  ['targetGroups', 'Frauen mit Kindern', ['women'], ['Frauen mit Kindern']],
  ['targetGroups', 'Frauen, nicht für Männer', ['women'], ['nicht für Männer']],
])('%s takes from %j %j and gives back the rest %j', (name, raw, value, rest) => {
  expect(readCodes(raw, field(name))).toMatchObject({
    ok: true,
    value: { value, rest, notes: [{ key: 'claims.codes.note.rest' }] },
  });
});

test('what names no code at all is refused whole', () => {
  expect(readCodes('Quatsch, Unfug', field('fieldsOfAction'))).toMatchObject({
    ok: false,
    issue: { key: 'claims.codes.unknown' },
  });
});

test('every code of every declared field has a German and an English word that is read back as that code', () => {
  const withCodes = [...ORGANISATION_FIELDS.fields.values(), ...OFFER_FIELDS.fields.values()].filter(
    (one) => one.codes !== undefined,
  );
  expect(withCodes.length).toBeGreaterThan(4);
  for (const one of withCodes) {
    for (const code of one.codes ?? []) {
      for (const catalogue of [de, en] as Record<string, string>[]) {
        const label = catalogue[`claims.code.${one.name}.${code}`];
        expect(label, `${one.name}.${code}`).toBeTypeOf('string');
        const read = one.kind === 'code' ? readCode(label ?? '', one) : readCodes(label ?? '', one);
        expect(read, label).toEqual({ ok: true, value: { value: one.kind === 'code' ? code : [code], notes: [] } });
      }
    }
  }
});

test('every answer of every declared field has a German and an English word', () => {
  for (const one of fields.values()) {
    if (one.kind !== 'answer') continue;
    for (const answer of ['yes', 'no']) {
      for (const catalogue of [de, en] as Record<string, string>[])
        expect(catalogue[`claims.answer.${one.name}.${answer}`], `${one.name}.${answer}`).toBeTypeOf('string');
    }
  }
});
