/** How firm something is for one side. */
export const FIRMNESS = ['fixed', 'negotiable', 'open'] as const;
export type Firmness = (typeof FIRMNESS)[number];

/** One sentence of a sheet. */
export interface SheetEntry {
  readonly words: string;
  readonly firmness: Firmness;
}

/** What a sheet asks, the same of everybody: who asks, answers too. */
export const SHEET_PARTS = ['expectations', 'brings', 'limits'] as const;
export type SheetPart = (typeof SHEET_PARTS)[number];

export type SheetWords = Readonly<Record<SheetPart, readonly SheetEntry[]>>;

export const EMPTY_SHEET: SheetWords = { expectations: [], brings: [], limits: [] };

/** A sheet can be handed over when its side says what it expects and what it brings; limits may be none. */
export function isWhole({ expectations, brings }: SheetWords): boolean {
  return [expectations, brings].every((part) => part.some(({ words }) => words.trim() !== ''));
}
