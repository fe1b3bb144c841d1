import type { Answer } from './house.ts';

/** Everything that an answer tells, without what has to differ: the id of the request and the address itself. */
export function told({ status, headers, text }: Answer, values: readonly string[]): string {
  const plain = (part: string) =>
    values
      .flatMap((value) => [value, encodeURIComponent(value), decodeURIComponent(value)])
      .filter((value) => value.length > 0)
      .toSorted((a, b) => b.length - a.length)
      .reduce(
        (rest, value) =>
          rest.replaceAll(
            new RegExp(value.length > 9 ? escaped(value) : `(?<=/|%2F)${escaped(value)}(?=[/"?&.%<]|$)`, 'g'),
            'ID',
          ),
        part,
      )
      .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'REQUEST');
  const lines = [...headers].map(([name, value]) => `${name}: ${plain(value)}`);
  return [String(status), ...lines.toSorted(), plain(text)].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

/** An answer up to its page. */
export function headersOf(told: string): string {
  return told.split('<!doctype')[0] ?? '';
}

/** The first line in which two answers differ, short. */
export function differenceOf(one: string, other: string): string {
  const at = [...one].findIndex((sign, index) => sign !== other[index]);
  const from = Math.max(0, (at === -1 ? Math.min(one.length, other.length) : at) - 30);
  return `${one.slice(0, 3)}/${other.slice(0, 3)} …${one.slice(from, from + 90)}… instead of …${other.slice(from, from + 90)}…`.replaceAll(
    '\n',
    ' ',
  );
}
