/** Jaro–Winkler as Winkler (1990) gave it: prefix of at most four, scale 0.1. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  if (a === '' || b === '') return 0;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const takenOfB = new Uint8Array(b.length);
  const common: number[] = [];
  for (let at = 0; at < a.length; at += 1) {
    const last = Math.min(b.length - 1, at + reach);
    for (let other = Math.max(0, at - reach); other <= last; other += 1) {
      if (takenOfB[other] === 1 || a.charCodeAt(at) !== b.charCodeAt(other)) continue;
      takenOfB[other] = 1;
      common.push(a.charCodeAt(at));
      break;
    }
  }
  if (common.length === 0) return 0;
  let [moved, place] = [0, 0];
  for (let other = 0; other < b.length; other += 1) {
    if (takenOfB[other] !== 1) continue;
    if (b.charCodeAt(other) !== common[place]) moved += 1;
    place += 1;
  }
  const count = common.length;
  const jaro = (count / a.length + count / b.length + (count - moved / 2) / count) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** How many letters have to be put in, left out or changed (Levenshtein 1965). */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let at = 0; at < a.length; at += 1) {
    const next = [at + 1];
    for (let other = 0; other < b.length; other += 1) {
      const change = (row[other] ?? 0) + (a.charCodeAt(at) === b.charCodeAt(other) ? 0 : 1);
      next.push(Math.min(change, (row[other + 1] ?? 0) + 1, (next[other] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
