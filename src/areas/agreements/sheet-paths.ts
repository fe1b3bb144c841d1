import { sheetPath } from './paths.ts';
import { SHEET_PARTS, type SheetPart } from './sheet.ts';

const SLUGS: Readonly<Record<SheetPart, string>> = {
  expectations: 'erwartungen',
  brings: 'beitrag',
  limits: 'grenzen',
};

/** Where one question of a sheet is written. */
export function questionPath(cooperation: string, part: SheetPart): string {
  return `${sheetPath(cooperation)}/${SLUGS[part]}`;
}

export function handOverPath(cooperation: string): string {
  return `${sheetPath(cooperation)}/abgeben`;
}

/** Where the agreement begins: its first version. */
export function firstTextPath(cooperation: string): string {
  return `${sheetPath(cooperation)}/vereinbarung`;
}

export function partAt(slug: string): SheetPart | null {
  return SHEET_PARTS.find((part) => SLUGS[part] === slug) ?? null;
}

/** What comes after a question: the next one, or looking it over and handing it over. */
export function afterQuestion(cooperation: string, part: SheetPart): string {
  const next = SHEET_PARTS[SHEET_PARTS.indexOf(part) + 1];
  return next === undefined ? handOverPath(cooperation) : questionPath(cooperation, next);
}
