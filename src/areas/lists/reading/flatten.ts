/** The cells of one JSON object by column: nested objects as `kontakt.telefon`, lists joined by commas. */
export function flatten(value: Readonly<Record<string, unknown>>): Map<string, string> {
  const cells = new Map<string, string>();
  fill(cells, '', value, 0);
  return cells;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const DEEPEST = 4;

function fill(cells: Map<string, string>, path: string, value: Readonly<Record<string, unknown>>, depth: number): void {
  for (const [key, part] of Object.entries(value)) {
    const name = path === '' ? key : `${path}.${key}`;
    if (isRecord(part) && depth < DEEPEST) fill(cells, name, part, depth + 1);
    else cells.set(name, text(part));
  }
}

function text(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value))
    return value
      .map(listed)
      .filter((part) => part !== '')
      .join(', ');
  return JSON.stringify(value);
}

/** An object inside a list stands for itself by its name, if it has one. */
function listed(value: unknown): string {
  if (!isRecord(value)) return text(value);
  const name = [value['name'], value['title'], value['label']].find((part) => typeof part === 'string');
  return typeof name === 'string' ? name : JSON.stringify(value);
}
