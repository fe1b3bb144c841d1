import { matchAll, type Item, type Outcome } from './index.ts';

/** Others in the same town, so that what two have in common is not what all have in common. */
export const OTHERS: readonly Item[] = [
  'Kulturhof Wegwarte',
  'Sportgemeinschaft Nordlicht',
  'Nähstube Regenbogen',
  'Elternkreis Lindenhof',
  'Musikfreunde Auental',
  'Tauschring Morgenstern',
].flatMap((name, at) => [
  { source: 'a', name: `${name} e. V.`, street: `Waldweg ${at + 1}`, postcode: '01097', place: 'Dresden' },
  { source: 'b', name: `${name} ${at}`, street: `Bergstraße ${at + 50}`, postcode: '01187', place: 'Dresden' },
]);

export function verdictOn(a: Item, b: Item): { readonly outcome: Outcome; readonly p: number } {
  const { pairs } = matchAll([a, b, ...OTHERS]);
  const pair = pairs.find((one) => one.a === 0 && one.b === 1);
  return { outcome: pair?.outcome ?? 'different', p: pair?.p ?? 0 };
}
