/** One element of the list inside a JSON file, as text. */
export interface JsonElement {
  readonly line: number;
  readonly text: string;
}

export interface ElementSplitter {
  push(chunk: string): JsonElement[];
  /** `whole`: all brackets closed; `found`: a list of objects was there. */
  end(): { readonly isWhole: boolean; readonly isFound: boolean };
}

/** Lists lie at the top, or one or two levels below (`{"features": […]}`, `{"data": {"items": […]}}`). */
const DEEPEST = 3;

/**
 * Cuts the first list of objects out of a stream of JSON without holding it. It only follows
 * brackets and strings; whether an element is good JSON shows when it is parsed.
 */
export function elementSplitter(): ElementSplitter {
  let depth = 0;
  let line = 1;
  let isInString = false;
  let isEscaped = false;
  /** Depth inside the list; null before it is found. */
  let target: number | null = null;
  let isOver = false;
  let isFound = false;
  /** The last sign that was no blank: a list of objects begins with `[` and then `{`. */
  let before = '';
  let pieces: string[] | null = null;
  let startLine = 1;
  let isBroken = false;

  function push(chunk: string): JsonElement[] {
    const found: JsonElement[] = [];
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const sign = chunk.charAt(at);
      if (sign === '\n') line += 1;
      if (isInString) {
        if (isEscaped) isEscaped = false;
        else if (sign === '\\') isEscaped = true;
        else if (sign === '"') isInString = false;
        continue;
      }
      if (sign === ' ' || sign === '\n' || sign === '\r' || sign === '\t') continue;
      if (sign === '"') isInString = true;
      else if (sign === '{' || sign === '[') {
        if (target === null && sign === '{' && before === '[' && depth <= DEEPEST) {
          target = depth;
          isFound = true;
        }
        if (sign === '{' && target === depth && !isOver) {
          pieces = [];
          from = at;
          startLine = line;
        }
        depth += 1;
      } else if (sign === '}' || sign === ']') {
        depth -= 1;
        if (depth < 0) isBroken = true;
        if (pieces !== null && depth === target) {
          found.push({ line: startLine, text: pieces.join('') + chunk.slice(from, at + 1) });
          pieces = null;
        } else if (target !== null && depth < target) isOver = true;
      }
      before = sign;
    }
    if (pieces !== null) pieces.push(chunk.slice(from));
    return found;
  }

  return { push, end: () => ({ isWhole: depth === 0 && !isInString && !isBroken, isFound }) };
}
