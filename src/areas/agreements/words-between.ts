/** A stretch of words: in both texts, only in the earlier (`del`) or only in the later one (`ins`). */
export interface Stretch {
  readonly mark: 'same' | 'del' | 'ins';
  readonly text: string;
}

/** Beyond this many pairs of words two texts are shown as two: nobody reads such a patchwork, and it costs time. */
const MOST_PAIRS = 400_000;

/**
 * What has changed between two texts, word by word (longest common subsequence). Without `ins` it reads as the
 * earlier text, without `del` as the later one.
 *
 * @example wordsBetween('zwei Abende', 'drei Abende') // del "zwei", ins "drei", same " Abende"
 */
export function wordsBetween(before: string, after: string): readonly Stretch[] {
  const a = wordsIn(before);
  const b = wordsIn(after);
  const shortest = Math.min(a.length, b.length);
  let head = 0;
  while (head < shortest && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < shortest - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  return joined([
    ...a.slice(0, head).map((text): Stretch => ({ mark: 'same', text })),
    ...between(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...a.slice(a.length - tail).map((text): Stretch => ({ mark: 'same', text })),
  ]);
}

/** Words, blanks and single signs, so that nothing between them is lost. */
function wordsIn(text: string): readonly string[] {
  return text.match(/\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? [];
}

function between(a: readonly string[], b: readonly string[]): readonly Stretch[] {
  if (a.length * b.length > MOST_PAIRS || a.length === 0 || b.length === 0)
    return [
      { mark: 'del', text: a.join('') },
      { mark: 'ins', text: b.join('') },
    ];
  const width = b.length + 1;
  // For each pair of places the length of the longest common subsequence of what follows.
  const longest = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const stretches: Stretch[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      stretches.push({ mark: 'same', text: a[i] ?? '' });
      i += 1;
      j += 1;
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) {
      stretches.push({ mark: 'del', text: a[i] ?? '' });
      i += 1;
    } else {
      stretches.push({ mark: 'ins', text: b[j] ?? '' });
      j += 1;
    }
  }
  return stretches;
}

/** Neighbours of one mark as one stretch; between two texts in both, what goes stands before what comes. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = [];
  let gone = '';
  let come = '';
  const settle = (): void => {
    if (gone !== '') result.push({ mark: 'del', text: gone });
    if (come !== '') result.push({ mark: 'ins', text: come });
    gone = '';
    come = '';
  };
  for (const [at, { mark, text }] of stretches.entries()) {
    const isSeam = mark === 'same' && text.trim() === '' && gone + come !== '' && isChange(stretches[at + 1]);
    if (mark === 'del' || isSeam) gone += text;
    if (mark === 'ins' || isSeam) come += text;
    if (mark !== 'same' || isSeam) continue;
    settle();
    const last = result.at(-1);
    if (last?.mark === 'same') result[result.length - 1] = { mark, text: last.text + text };
    else result.push({ mark, text });
  }
  settle();
  return result;
}

/** A blank between two changes belongs to them: "vier neue" is one thing that came, not two. */
function isChange(stretch: Stretch | undefined): boolean {
  return stretch !== undefined && stretch.mark !== 'same';
}
