/** SQL: the revisions whose rows readers do not see (not yet, or no longer). Worked out once a query. */
const HIDDEN = `array(select id from revision where state <> 'current')`;

/**
 * SQL condition on a row with `since` and `until`: it holds now. A row that came with a hidden
 * revision is not there yet; a row that goes with a hidden revision is still there.
 */
export const HOLDS_NOW = `(since = 0 or since <> all (${HIDDEN})) and (until is null or until = any (${HIDDEN}))`;
