/** One record of a CSV as it stands in the file; quoted cells may hold line breaks. */
export interface CsvRecord {
  /** The line of the file where it begins, from 1. */
  readonly line: number;
  readonly text: string;
  /** `stray`: a quote inside a quoted cell; `unclosed`: a quote that never ends, cut after its line. */
  readonly quotes: 'none' | 'fine' | 'stray' | 'unclosed';
}

export interface RecordSplitter {
  push(chunk: string): CsvRecord[];
  end(): CsvRecord[];
}

/** A cell with more lines than this is a quote that somebody forgot to close. */
const MAX_LINES = 200;

/**
 * Cuts text into records so that one forgotten quote costs one row, not the rest of the file:
 * a parser alone would read on to the next quote, wherever it is.
 */
export function recordSplitter(separator: string, newline: '\n' | '\r'): RecordSplitter {
  let rest = '';
  let line = 0;
  let open: string[] = [];
  let found: CsvRecord[] = [];

  function take(raw: string): void {
    line += 1;
    const text = newline === '\n' && raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (open.length === 0 && !text.includes('"')) {
      found.push({ line, text, quotes: 'none' });
      return;
    }
    const after = scan(text, separator, open.length > 0);
    if (!after.isOpen && (open.length === 0 || !after.isStray)) {
      const start = line - open.length;
      const whole = open.length === 0 ? text : [...open, text].join(newline);
      open = [];
      found.push({ line: start, text: whole, quotes: after.isStray ? 'stray' : 'fine' });
      return;
    }
    open.push(raw);
    if (after.isStray || open.length > MAX_LINES) giveUp();
  }

  /** The first open line is broken; the lines after it get another chance. */
  function giveUp(): void {
    const [first = '', ...others] = open;
    open = [];
    line -= others.length;
    found.push({ line, text: first.replace(/\r$/, ''), quotes: 'unclosed' });
    for (const other of others) take(other);
  }

  function drain(): CsvRecord[] {
    const records = found;
    found = [];
    return records;
  }

  return {
    push(chunk) {
      const text = rest + chunk;
      let from = 0;
      for (let at = text.indexOf(newline); at >= 0; at = text.indexOf(newline, from)) {
        take(text.slice(from, at));
        from = at + 1;
      }
      rest = text.slice(from);
      return drain();
    },
    end() {
      if (rest !== '') take(rest);
      rest = '';
      while (open.length > 0) giveUp();
      return drain();
    },
  };
}

function scan(text: string, separator: string, wasOpen: boolean): { isOpen: boolean; isStray: boolean } {
  let isOpen = wasOpen;
  let isStray = false;
  let atStart = !wasOpen;
  let at = 0;
  while (at < text.length) {
    if (isOpen) {
      const quote = text.indexOf('"', at);
      if (quote < 0) break;
      const next = text.charAt(quote + 1);
      if (next === '"') at = quote + 2;
      else {
        if (next === '' || next === separator) isOpen = false;
        else isStray = true;
        at = quote + 1;
      }
    } else if (atStart && text.charAt(at) === '"') {
      isOpen = true;
      atStart = false;
      at += 1;
    } else {
      const next = text.indexOf(separator, at);
      if (next < 0) break;
      at = next + 1;
      atStart = true;
    }
  }
  return { isOpen, isStray };
}
