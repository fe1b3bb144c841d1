import type { Run, Voice } from './print-voice.ts';

/** Texts below each other. */
export type Cell = readonly Run[];

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly runs: Cell }
  | { readonly kind: 'pair'; readonly cells: readonly Cell[] }
  | {
      readonly kind: 'table';
      /** `width` is a share of the line; figures stand at the `end` of their column. */
      readonly heads: readonly { readonly runs: Cell; readonly width: number; readonly end: boolean }[];
      readonly rows: readonly (readonly Cell[])[];
    }
  | {
      readonly kind: 'signatures';
      /** `blanks`: lines to write on, with what belongs there. */
      readonly boxes: readonly { readonly name: string; readonly runs: Cell; readonly blanks: readonly Cell[] }[];
    };

/** One cell for each language; the same block for all. */
export function pairOf(voices: readonly Voice[], cell: (voice: Voice) => Cell): Block {
  return { kind: 'pair', cells: voices.map(cell) };
}

/** What several languages say below each other: what is the same in all stands once. */
export function unlike(runs: readonly Run[]): readonly Run[] {
  return runs.filter((run, at) => runs.findIndex((one) => bare(one.text) === bare(run.text)) === at);
}

/** Without the signs that keep a name together. */
function bare(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '');
}
