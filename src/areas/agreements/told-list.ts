/** A list of what was taken along, told in words of the reader. */
export interface ToldList {
  readonly title: string;
  readonly things: readonly (readonly ToldFact[])[];
}

export interface ToldFact {
  readonly term: string;
  /** What we say, or `lines` that somebody wrote in whatever language. */
  readonly value: string | null;
  readonly lines: readonly string[];
}
