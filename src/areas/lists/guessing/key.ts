import { fold } from '../../../plain/text.ts';
import type { ColumnView } from './column.ts';
import { shareOf } from './contents.ts';

/** From the surest: numbers that a program or an office gives once and keeps. */
const KEY_HEADERS = [
  ['globalid', 'guid', 'uuid'],
  [
    'id',
    'kennung',
    'schluessel',
    'key',
    'datensatzid',
    'externalid',
    'identifier',
    'recordid',
    'vereinsid',
    'angebotsid',
    'organisationid',
    'organizationid',
  ],
  [
    'nr',
    'nummer',
    'no',
    'number',
    'vereinsnr',
    'vereinsnummer',
    'angebotsnr',
    'angebotsnummer',
    'kursnr',
    'kursnummer',
    'aktenzeichen',
  ],
];

/**
 * The column by which the list itself tells its rows apart: filled and different in every row of the sample.
 * Numbers of position (OBJECTID, FID, "lfd. Nr.") are never proposed: an export gives them anew, and
 * row 5 of today would then speak about another organisation than row 5 of last year.
 */
export function guessKey(columns: readonly ColumnView[]): string | null {
  const candidates = columns.filter(
    ({ cells, filled }) =>
      filled.length > 0 && filled.length === cells.length && new Set(filled).size === filled.length,
  );
  const uuids = candidates.find(
    ({ filled, header }) => rank(header) < KEY_HEADERS.length && shareOf('identifier', filled) === 1,
  );
  if (uuids !== undefined) return uuids.header;
  const best = candidates
    .filter(({ header }) => rank(header) < KEY_HEADERS.length)
    .toSorted((a, b) => rank(a.header) - rank(b.header))[0];
  return best?.header ?? null;
}

function rank(header: string): number {
  const squashed = fold(header).replaceAll(' ', '');
  const at = KEY_HEADERS.findIndex((names) => names.includes(squashed));
  return at < 0 ? KEY_HEADERS.length : at;
}
