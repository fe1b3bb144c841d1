import { StringDecoder } from 'node:string_decoder';

/** An element of this length is no spreadsheet any more. */
const MAX_ELEMENT = 8 * 1024 * 1024;

/** The XML of a part grew beyond all measure inside one element. */
export class EndlessElementError extends Error {
  override readonly name = 'EndlessElementError';
}

export interface XmlElement {
  readonly attributes: string;
  readonly content: string;
}

/**
 * Every element of one name out of a stream of XML, with or without a namespace prefix; elements of
 * this name do not lie in each other. `rest` gets the text behind the last one.
 */
export async function* elementsNamed(
  name: string,
  source: AsyncIterable<Buffer>,
  rest?: (text: string) => void,
): AsyncGenerator<XmlElement> {
  const decoder = new StringDecoder('utf8');
  const scan = scannerFor(name);
  let pieces: string[] = [];
  let length = 0;
  let enough = STEP;
  for await (const bytes of source) {
    const piece = decoder.write(bytes);
    pieces.push(piece);
    length += piece.length;
    if (length < enough) continue;
    const text = pieces.join('');
    const { elements, end } = scan(text);
    yield* elements;
    pieces = [text.slice(end)];
    length = text.length - end;
    // Twice what is left, so that a long element is not searched again with every piece.
    enough = Math.max(STEP, length * 2);
    if (length > MAX_ELEMENT) throw new EndlessElementError();
  }
  const text = pieces.join('');
  const { elements, end } = scan(text);
  yield* elements;
  rest?.(text.slice(end));
}

const STEP = 128 * 1024;

function scannerFor(name: string): (text: string) => { elements: XmlElement[]; end: number } {
  const opening = new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])([^>]*)>`, 'g');
  const closing = new RegExp(`</(?:\\w+:)?${name}\\s*>`, 'g');
  return (text) => {
    const elements: XmlElement[] = [];
    let end = 0;
    for (;;) {
      opening.lastIndex = end;
      const start = opening.exec(text);
      if (start === null) return { elements, end };
      const attributes = start[1] ?? '';
      const from = opening.lastIndex;
      if (attributes.endsWith('/')) {
        end = from;
        elements.push({ attributes, content: '' });
        continue;
      }
      closing.lastIndex = from;
      const stop = closing.exec(text);
      if (stop === null) return { elements, end: start.index };
      elements.push({ attributes, content: text.slice(from, stop.index) });
      end = closing.lastIndex;
    }
  };
}

const ATTRIBUTES = new Map<string, RegExp>();

export function attribute(attributes: string, name: string): string | null {
  const pattern = ATTRIBUTES.get(name) ?? new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  ATTRIBUTES.set(name, pattern);
  const found = pattern.exec(attributes);
  return found === null ? null : unescaped(found[1] ?? found[2] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
