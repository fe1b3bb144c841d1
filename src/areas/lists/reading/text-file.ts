/** A file of text whose encoding is known. */
export interface TextFile {
  readonly path: string;
  readonly size: number;
  readonly encoding: string;
  /** The beginning of the text. */
  readonly head: string;
  /** Whether `head` is all of it. */
  readonly isWhole: boolean;
}
