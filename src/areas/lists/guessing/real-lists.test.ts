import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openTable } from '../reading/open-table.ts';
import { guessColumns } from './guess.ts';

const LISTS = fileURLToPath(new URL('../../../../../shared/data/lists/', import.meta.url));
const isThere = existsSync(LISTS);

/** Columns that are not named here are left out on purpose. */
const EXPECTED = {
  'chemnitz/Jugendberufshilfen.geojson': {
    rows: 10,
    subject: 'offer',
    key: 'ID',
    fields: {
      TRAEGER: 'carrier',
      LEISTUNGEN: 'name',
      STRASSE: 'street',
      PLZ: 'postcode',
      ORT: 'placeName',
      TELEFON: 'phone',
      EMAIL: 'mailbox',
      lat: 'lat',
      lon: 'lon',
    },
  },
  'chemnitz/Schulsozialarbeit.geojson': {
    rows: 51,
    subject: 'offer',
    key: 'ID',
    fields: {
      TRAEGER: 'carrier',
      LEISTUNGEN: 'name',
      STRASSE: 'street',
      PLZ: 'postcode',
      ORT: 'placeName',
      TELEFON: 'phone',
      EMAIL: 'mailbox',
      lat: 'lat',
      lon: 'lon',
    },
  },
  'chemnitz/Kindertageseinrichtungen.geojson': {
    rows: 241,
    subject: 'organisation',
    key: 'ID',
    fields: {
      BEZEICHNUNG: 'name',
      STRASSE: 'street',
      HAUSBEZ: 'houseNumber',
      PLZ: 'postcode',
      ORT: 'placeName',
      URL: 'website',
      TELEFON: 'phone',
      EMAIL: 'mailbox',
      lat: 'lat',
      lon: 'lon',
    },
  },
  'chemnitz/Schulen.geojson': {
    rows: 139,
    subject: 'organisation',
    key: 'GlobalID',
    fields: {
      BEZEICHNUNG: 'name',
      BEZEICHNUNGZUSATZ: 'description',
      KURZBEZEICHNUNG: 'shortName',
      STRASSE: 'street',
      PLZ: 'postcode',
      ORT: 'placeName',
      TELEFON: 'phone',
      EMAIL: 'mailbox',
      PROFILE: 'topics',
      WWW: 'website',
      lat: 'lat',
      lon: 'lon',
    },
  },
  'munich/map_refugee_initiatives_munich.csv': {
    rows: 50,
    subject: 'organisation',
    key: null,
    fields: { name: 'name', lat: 'lat', long: 'lon', homepage: 'website' },
  },
  'openfairdb/search_results.json': {
    rows: 99,
    subject: 'organisation',
    key: 'id',
    fields: { title: 'name', description: 'description', lat: 'lat', lng: 'lon', tags: 'topics' },
  },
};

test.skipIf(!isThere).each(Object.entries(EXPECTED))(
  '%s is understood without help (needs the folder of real lists)',
  async (file, expected) => {
    const opened = await openTable(`${LISTS}${file}`);
    if (!opened.ok) throw new Error(opened.issue.key);
    let rows = 0;
    for await (const batch of opened.value.rows()) rows += batch.filter(({ problem }) => problem === undefined).length;
    const { subject, key, columns } = guessColumns(opened.value);
    const fields = Object.fromEntries(
      columns.filter(({ field }) => field !== null).map(({ header, field }) => [header, field]),
    );
    expect({ rows, subject, key, fields }).toEqual(expected);
  },
);
