/** The outcome of reading something that people typed: a value, or problems that say what to do. */
export type Result<Value, Issue> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly issue: Issue };

export function ok<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

export function not<Issue>(issue: Issue): { ok: false; issue: Issue } {
  return { ok: false, issue };
}
