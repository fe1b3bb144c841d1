/** What an export has written. */
export interface Written {
  readonly files: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}
