import iconv from 'iconv-lite';
import writeXlsxFile from 'write-excel-file/node';

/** A file as a browser sends it. */
export interface Sent {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const HEADERS = ['Nr', 'Name', 'Straße', 'PLZ', 'Ort', 'Telefon', 'E-Mail', 'Sprachen', 'Ansprechpartner'];

const ROWS = [
  [
    '1',
    'Frauenverein Brücke e. V.',
    'Löwenstraße 3',
    '34117',
    'Kassel',
    '0561 123456',
    'kontakt@bruecke.example',
    'Deutsch, Arabisch',
    'Sabine Müller',
  ],
  [
    '2',
    'Nachbarschaftsinitiative Südstadt',
    'Gärtnerweg 8',
    '34121',
    'Kassel',
    '0561 654321',
    'post@suedstadt.example',
    'de,tr',
    '',
  ],
  [
    '3',
    'Kulturverein Öresund',
    'Hafengasse 1',
    '34123',
    'Kassel',
    '0561 112233',
    'info@oeresund.example',
    'Deutsch',
    '',
  ],
];

/** As Excel writes it in a German office: windows-1252, semicolons. */
export function clubs(changed = false): Sent {
  const rows = changed
    ? [
        ...ROWS.slice(0, 1),
        [
          '2',
          'Nachbarschaftsinitiative Südstadt',
          'Gärtnerweg 8',
          '34121',
          'Kassel',
          '0561 999999',
          'post@suedstadt.example',
          'de,tr',
          '',
        ],
      ]
    : ROWS;
  const text = [HEADERS, ...rows].map((row) => row.join(';')).join('\r\n');
  return { name: 'vereine.csv', mimeType: 'text/csv', buffer: iconv.encode(`${text}\r\n`, 'windows-1252') };
}

/** A workbook with a title above its headers. */
export async function offers(): Promise<Sent> {
  const cell = (value: string) => ({ value, type: String });
  const rows = [
    ['Angebote in Kassel', '', '', '', ''],
    ['Angebot', 'Träger', 'Ort', 'Sprachen', 'Zeiten'],
    ['Sprachcafé', 'Frauenverein Brücke e. V.', 'Kassel', 'Arabisch, Deutsch', 'Sonntag 14-17 Uhr'],
    ['Hausaufgabenhilfe', 'Kulturverein Öresund', 'Kassel', 'Deutsch', 'Montag 15-17 Uhr'],
  ];
  const buffer = await writeXlsxFile(rows.map((row) => row.map(cell))).toBuffer();
  return {
    name: 'angebote.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer,
  };
}

export function map(): Sent {
  const features = [
    {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [9.4797, 51.3127] },
      properties: {
        name: 'Stadtteilzentrum Wesertor',
        postcode: '34125',
        city: 'Kassel',
        website: 'https://wesertor.example',
      },
    },
    {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [9.46, 51.31] },
      properties: { name: 'Haus der Sprachen', postcode: '34117', city: 'Kassel', website: 'https://sprachen.example' },
    },
  ];
  return {
    name: 'orte.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })),
  };
}
