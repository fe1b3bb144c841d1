/**
 * Makes the compact gazetteer of `src/areas/places/gazetteer/` out of the open lists named there
 * in `ATTRIBUTION.md`.
 *
 *     node scripts/gazetteer.ts FOLDER
 *
 * FOLDER holds `zipcodes.{de,at,ch,li}.csv` and `landkreise-destatis.csv`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { austria, liechtenstein, switzerland } from './gazetteer-alps.ts';
import { germany, receiverLines } from './gazetteer-germany.ts';
import { type Cells, write } from './gazetteer-table.ts';

const folder = process.argv[2];
if (folder === undefined) {
  console.error('Which folder? node scripts/gazetteer.ts FOLDER');
  process.exit(1);
}
const target = new URL('../src/areas/places/gazetteer/', import.meta.url);

const german = cells('zipcodes.de.csv', ',');
const counties = cells('landkreise-destatis.csv', ';');
save('de.tsv', write('DE', 'Deutschland', germany(german, counties)));
save('de-receivers.txt', receiverLines(german));
save('at.tsv', write('AT', 'Österreich', austria(cells('zipcodes.at.csv', ','), german)));
save('ch.tsv', write('CH', 'Schweiz', switzerland(cells('zipcodes.ch.csv', ','))));
save('li.tsv', write('LI', 'Liechtenstein', liechtenstein(cells('zipcodes.li.csv', ','))));

function cells(file: string, delimiter: string): Cells[] {
  const rows: unknown = parse(readFileSync(join(folder ?? '', file)), { columns: true, delimiter, bom: true });
  return Array.isArray(rows) ? rows : [];
}

function save(name: string, text: string): void {
  writeFileSync(new URL(name, target), text);
  console.log(`${name}: ${Math.round(Buffer.byteLength(text) / 1024)} KB, ${text.split('\n').length} lines`);
}
