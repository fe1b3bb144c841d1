import type { Sent } from './files.ts';

const HEADERS = ['Nr', 'Name', 'Straße', 'PLZ', 'Ort', 'Telefon', 'E-Mail'];

/**
 * Three lists that name the same invented organisations in their own ways. The first column is who it is, for the
 * test alone; the file has a number there.
 */
const ROWS = {
  Vereinsverzeichnis: [
    ['freundeskreis', 'Deutsch-Ukrainischer Freundeskreis (e.V.)', 'Ahornring 23b', '34117', '0561 4710973', ''],
    ['sport', 'Tuerkisch-Deutscher Sportverein Kassel e.V.', 'Bahnhofufer 38b', '34119', 'Tel. 0561 90009994', ''],
    ['jesr', 'Arabischer Frauenverein Al Jesr eingetragener Vere', 'Ziegelweg 80', '34121', '', 'info@aljisr.example'],
    ['eltern', 'Deutsch-Syrischer Elternverein e.V.', 'Ahornstrasse 49', '34123', '0561 66969408', ''],
    ['sozialwerk', 'Sozialwerk Lindenbogen e. V.', 'Ahornring 114', '34125', '0561 4710607', ''],
    ['garten', 'Interkultureller Garten Kastanie', 'Markt 9', '34117', '0561 230000', ''],
    ['wacholder', 'Kulturverein Wacholder e. V.', 'Rosenweg 2', '34132', '0561 77001', ''],
    ['amsel', 'Musikschule Amsel e. V.', 'Lerchenweg 4', '34130', '0561 88001', ''],
  ],
  Migrantenorganisationen: [
    ['freundeskreis', 'Deutsch-Ukrainischer Freundeskreis (DUF)', 'Ahornring 23b', '34117', '', 'post@duf.example'],
    ['sport', 'TDS - Türkisch-Deutscher Sportverein', 'Bahnhofufer 38b ', '34119', '+4956190009994', ''],
    ['jesr', 'جمعية الجسر للنساء', 'Ziegelweg 80', '34121', '', 'info@aljisr.example'],
    ['eltern', 'Deutsch-Syrischer Elternverein', 'Ahorn-Str. 49', '34123', '0561 66969 - 408', ''],
    ['café', 'Interkulturelles Café Kastanie', 'Markt 9', '34117', '0561 230000', ''],
  ],
  Stadtportal: [
    [
      'freundeskreis',
      'Deutsch-Ukrainischer Freundeskreis',
      'Ahornring 23 b',
      '34117',
      '0561 471 097 3',
      'post@duf.example',
    ],
    ['jesr', 'Frauenverein Al-Jisr', 'Ziegelweg 80', '34121', '0561 4710678', 'info@aljisr.example'],
    ['beratung', 'Schuldnerberatung Süd (Sozialwerk Lindenbogen)', 'Otterring 119', '34125', '0561 4710607', ''],
    ['rad', 'Fahrradwerkstatt Kompass', 'Weberweg 6', '34127', '0561 555001', 'rad@kompass.example'],
    ['other wacholder', 'Kulturverein Wacholder', 'Am Anger 40', '34132', '0561 99002', ''],
    ['other amsel', 'Musikschule Amsel', 'Schulweg 30', '34130', '0561 66003', ''],
  ],
  Nachzügler: [['rad', 'Fahrradwerkstatt Kompaß e. V.', 'Weberweg 6', '34127', '0561 555001', '']],
} as const satisfies Record<string, readonly (readonly [string, ...string[]])[]>;

export type Overlapping = keyof typeof ROWS;

export function overlapping(list: Overlapping): Sent {
  const rows = ROWS[list].map(([, name, street, postcode, phone, mail], at) =>
    [String(at + 1), name, `"${street}"`, postcode, 'Kassel', phone, mail].join(';'),
  );
  const text = [HEADERS.join(';'), ...rows, ''].join('\r\n');
  return { name: `${list}.csv`, mimeType: 'text/csv', buffer: Buffer.from(text) };
}

const WHO = new Map<string, string>(Object.values(ROWS).flatMap((rows) => rows.map(([who, name]) => [name, who])));

const ANSWERS: Readonly<Record<string, number>> = {
  'beratung,sozialwerk': 2,
  'café,garten': 3,
  'amsel,other amsel': 4,
  'other wacholder,wacholder': 5,
};

/** What somebody who knows nearly all of them would answer, by the number of the button. */
export function answerTo(names: readonly [string, string]): number {
  const pair = names.map((name) => WHO.get(name) ?? name).toSorted();
  const answer = pair[0] === pair[1] ? 1 : ANSWERS[pair.join()];
  if (answer === undefined) throw new Error(`nobody thought that ${pair.join(' and ')} are alike`);
  return answer;
}
