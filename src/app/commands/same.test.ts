import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import writeXlsxFile from 'write-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Json } from '../../plain/json.ts';
import { run } from '../terminal.ts';
import { sameCommand } from './same.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'geflecht-same-'));
  await writeFile(
    join(folder, 'vereine.csv'),
    iconv.encode(
      [
        'Vereinsname;Straße;PLZ;Ort;Tel.',
        'Türkischer Elternverein Kirlangiç e. V.;Webergasse 12;5103;Kirschenroda;030/23125-001',
        'Theaterwerkstatt Anker e.V.;Otterweg 3;05104;Osterlinden;',
        '',
        'Musikverein Kompass e. V.;Färberstr. 8;05105;Mühlwerben;069 90009-456',
      ].join('\r\n'),
      'windows-1252',
    ),
  );
  await writeFile(
    join(folder, 'portal.csv'),
    [
      'organization,address,zip,city,phone,website',
      'Musikverein Kompass,Färberstraße 8,05105,Mühlwerben,+49 69 90009456,www.kompass.example',
      'Tuerkischer Elternverein Kirlangic,Webergasse 12,05103,Kirschenroda,+493023125001,',
      'Sprachcafé Wellenbrecher,Amselplatz 40,05107,Neu Sandheim,,wellenbrecher.example',
    ].join('\n'),
  );
});
afterAll(() => rm(folder, { recursive: true }));

async function call(...argv: string[]) {
  const said = { lines: [] as string[], json: [] as Json[], notes: [] as string[] };
  const code = await run(
    ['same', ...argv],
    { same: sameCommand },
    {
      line: (text) => void said.lines.push(text),
      json: (value) => void said.json.push(value),
      note: (text) => void said.notes.push(text),
    },
  );
  return { code, ...said };
}

const file = (name: string) => join(folder, name);

test('two lists in different spellings give one document: records, pairs and groups by file and row', async () => {
  const { code, lines, json } = await call(file('vereine.csv'), file('portal.csv'), '--json');
  expect(code).toBe(0);
  expect(lines).toEqual([]);
  expect(json).toHaveLength(1);
  const [document] = json as unknown as [
    {
      records: object[];
      pairs: { a: object; b: object; p: number; outcome: string; reasons: object[] }[];
      clusters: object[][];
    },
  ];
  expect(Object.keys(document)).toEqual(['records', 'pairs', 'clusters']);
  expect(document.records).toEqual([
    ...[1, 2, 3].map((row) => ({ file: file('vereine.csv'), row })),
    ...[1, 2, 3].map((row) => ({ file: file('portal.csv'), row })),
  ]);
  const groups = document.clusters.map((group) =>
    group.toSorted((a, b) => JSON.stringify(b).localeCompare(JSON.stringify(a))),
  );
  expect(groups).toHaveLength(2);
  expect(groups).toEqual(
    expect.arrayContaining([
      [
        { file: file('vereine.csv'), row: 1 },
        { file: file('portal.csv'), row: 2 },
      ],
      [
        { file: file('vereine.csv'), row: 3 },
        { file: file('portal.csv'), row: 1 },
      ],
    ]),
  );
  const sure = document.pairs.filter(({ outcome }) => outcome === 'same');
  expect(sure).toHaveLength(2);
  for (const { p, reasons } of sure) {
    expect(p).toBeGreaterThan(0.5);
    expect(p).toBeLessThanOrEqual(1);
    expect(reasons).toContainEqual(expect.objectContaining({ field: 'phone', weight: expect.any(Number) as number }));
  }
});

test('in one list of offers and of who carries them each offer is a part of its carrier', async () => {
  await writeFile(
    file('gemischt.csv'),
    [
      'Angebot;Träger;Straße;PLZ;Ort;Wann',
      'Kulturverein Kompass e. V.;;Ring 3;05105;Mühlwerben;',
      'Deutschkurs für Frauen;Kulturverein Kompass;Ring 3;05105;Mühlwerben;Di 16-18 Uhr',
      'Nähstube Regenbogen gGmbH;;Markt 9;05105;Mühlwerben;',
      'Offene Werkstatt;Nähstube Regenbogen;Weg 1;05105;Mühlwerben;Mi 10-12 Uhr',
    ].join('\n'),
  );
  const { json } = await call(file('gemischt.csv'), '--json');
  const [{ pairs, clusters }] = json as unknown as [{ pairs: object[]; clusters: object[] }];
  const row = (number: number) => ({ file: file('gemischt.csv'), row: number });
  expect(pairs).toMatchObject([
    { a: row(1), b: row(2), outcome: 'part' },
    { a: row(3), b: row(4), outcome: 'part' },
  ]);
  expect(clusters).toEqual([]);
});

test('people read the groups with what speaks for them', async () => {
  const { code, lines, notes } = await call(file('vereine.csv'), file('portal.csv'));
  expect(code).toBe(0);
  const text = lines.join('\n');
  expect(text).toContain('6 Einträge gelesen. 2 Gruppen');
  expect(text).toContain(`Musikverein Kompass e. V. (${file('vereine.csv')}, Zeile 3)`);
  expect(text).toMatch(/Dafür spricht: .*Telefon/);
  expect(text).not.toContain('Wellenbrecher');
  expect(notes.join('\n')).toContain('Vereinsname = name, Straße = street, PLZ = postcode, Ort = place, Tel. = phone');
});

test('a sheet is read as well as a list of commas', async () => {
  const rows = [
    ['Einrichtung', 'Anschrift', 'PLZ / Ort', 'Telefonnummer'],
    ['Musikverein Kompass', 'Färberstraße 8', '05105 Mühlwerben', '069 90009456'],
  ];
  await writeFile(
    file('wegweiser.xlsx'),
    await writeXlsxFile(rows.map((row) => row.map((value) => ({ value, type: String })))).toBuffer(),
  );
  const { json } = await call(file('vereine.csv'), file('wegweiser.xlsx'), '--json');
  expect(json).toMatchObject([
    {
      clusters: [
        [
          { file: file('vereine.csv'), row: 3 },
          { file: file('wegweiser.xlsx'), row: 1 },
        ],
      ],
    },
  ]);
});

test('a column that cannot be guessed can be named, in our words or in those of others', async () => {
  await writeFile(
    file('fremd.csv'),
    'wer;wo;x\nMusikverein Kompass;Färberstraße 8;069 90009456\nChor Anker;Otterweg 9;\n',
  );
  const ways = [
    ['--map', 'wer=name,wo=address,x=tel'],
    ['--map', 'wer=name', '--map', 'wo=address', '--map', 'x=tel'],
    ['--map', 'wer=name', 'wo=address', 'x=tel'],
  ];
  for (const map of ways) {
    const { code, json } = await call(file('vereine.csv'), file('fremd.csv'), ...map, '--json');
    expect(code).toBe(0);
    expect(json).toMatchObject([
      {
        clusters: [
          [
            { file: file('vereine.csv'), row: 3 },
            { file: file('fremd.csv'), row: 1 },
          ],
        ],
      },
    ]);
  }
});

test('a file that is not there, is empty or has no names ends with 1 and says why', async () => {
  await writeFile(file('leer.csv'), '');
  await writeFile(file('zahlen.csv'), 'id;wert\n1;2\n2;3\n3;4\n');
  const refused = await Promise.all([
    call(file('fehlt.csv'), '--json'),
    call(folder, '--json'),
    call(file('leer.csv'), '--json'),
    call(file('zahlen.csv'), '--json'),
    call(file('vereine.csv'), '--map', 'Gibtsnicht=name', '--json'),
  ]);
  expect(refused.map(({ code }) => code)).toEqual([1, 1, 1, 1, 1]);
  expect(refused.every(({ json, lines }) => json.length + lines.length === 0)).toBe(true);
  expect(refused.map(({ notes }) => notes.join(' '))).toEqual([
    expect.stringContaining('fehlt.csv gibt es nicht'),
    expect.stringContaining('gibt es nicht'),
    expect.stringContaining('leer.csv'),
    expect.stringContaining('--map SPALTE=name'),
    expect.stringContaining('Gibtsnicht'),
  ]);
});

test('a wrong call ends with 2', async () => {
  expect((await call()).code).toBe(2);
  expect((await call(file('vereine.csv'), '--map', 'Ort')).code).toBe(2);
  expect((await call(file('vereine.csv'), '--map', 'Ort=quatsch')).code).toBe(2);
  expect((await call(file('vereine.csv'), file('vereine.csv'))).code).toBe(2);
  expect((await call(file('vereine.csv'), '--wie')).code).toBe(2);
});
