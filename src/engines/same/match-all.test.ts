import { expect, test } from 'vitest';
import { matchAll, type Item } from './index.ts';
import { OTHERS, verdictOn } from './verdict-in-tests.ts';

const TDV: Item = {
  source: 'a',
  name: 'Türkisch-Deutscher Verein (TDV) e. V.',
  street: 'Hansastraße 12',
  postcode: '01097',
  place: 'Dresden',
  phones: ['0351 / 123 45 67'],
};

test('an association is found under its acronym', () => {
  const short: Item = {
    source: 'b',
    name: 'TDV Dresden',
    street: 'Hansastr. 12',
    place: 'Dresden',
    phones: ['+49 351 1234567'],
  };
  expect(verdictOn(TDV, short).outcome).toBe('same');
});

test('umlauts, legal forms, abbreviations and lost zeros do not make another of it', () => {
  const retyped: Item = {
    source: 'b',
    name: 'Tuerkisch-Dt. Verein eV',
    street: 'Hansa-Str. 12',
    postcode: '1097',
    place: 'Dresden',
    phones: ['3511234567'],
  };
  expect(verdictOn(TDV, retyped).outcome).toBe('same');
});

test('a name that a field had no room for is the same name', () => {
  const whole = 'Arbeiterwohlfahrt Soziale Dienste Chemnitz und Umgebung gGmbH';
  const a: Item = { source: 'a', name: whole, street: 'Wiesenstraße 10', postcode: '09111' };
  const b: Item = { source: 'b', name: whole.slice(0, 50), street: 'Wiesenstraße 10', postcode: '09111' };
  expect(verdictOn(a, b).outcome).toBe('same');
});

test('a name in another script is the same name', () => {
  const a: Item = { source: 'a', name: 'Культурное общество «Огонёк»', street: 'Ahornufer 102', postcode: '05105' };
  const b: Item = { source: 'b', name: 'Kulturverein Ogonjok e. V.', street: 'Ahornufer 102', postcode: '05105' };
  expect(verdictOn(a, b).outcome).toBe('same');
});

test('the second house of a school is a part, and a number is a number in Roman letters too', () => {
  const where = { postcode: '09111', mails: ['schule@schule-am-ring.example'] };
  const first: Item = { source: 'a', name: 'Schule am Ring, Haus I', street: 'Ring 3', ...where };
  const second: Item = { source: 'a', name: 'Schule am Ring, Haus II', street: 'Wiesenweg 10', ...where };
  expect(verdictOn(first, second).outcome).not.toBe('same');
  expect(verdictOn(first, { ...first, source: 'b', name: 'Schule am Ring (Haus 1)' }).outcome).toBe('same');
});

test('a town that ends like a facility is no facility of whoever bears its name', () => {
  for (const place of ['Mannheim', 'Altenheim']) {
    const where = { street: 'Ring 3', postcode: '68159' };
    const a: Item = { source: 'a', name: `Türkischer Frauenverein Değirmen ${place}`, ...where };
    const b: Item = { source: 'b', name: 'Frauenverein Degirmen e. V.', place, ...where };
    expect(verdictOn(a, b).outcome, place).toBe('same');
  }
});

test('initials may hold the two letters of an umlaut', () => {
  const where = { street: 'Heidegasse 2', postcode: '05105' };
  const a: Item = { source: 'a', name: 'AEB e. V.', ...where };
  const b: Item = { source: 'b', name: 'Arbeitskreis für Europäische Begegnung e. V.', ...where };
  expect(verdictOn(a, b).outcome).toBe('same');
});

test('the rest of a legal form that was cut off is no number', () => {
  const where = { street: 'Lindenweg 28', postcode: '05101' };
  const a: Item = { source: 'a', name: 'Seniorenklub Nadezhda Kirschenroda eingetragener V', ...where };
  const b: Item = { source: 'b', name: 'Seniorenklub Nadezhda Kirschenroda', ...where };
  expect(verdictOn(a, b).outcome).toBe('same');
});

test('a city is not its mission', () => {
  expect(
    verdictOn({ source: 'a', name: 'Stadt Chemnitz' }, { source: 'b', name: 'Stadtmission Chemnitz e. V.' }).outcome,
  ).toBe('different');
});

test('the more share a telephone, the less it says', () => {
  const phone = (name: string, at: number): Item => ({ source: at, name, phones: ['0351 555 666'] });
  const weightAmong = (others: number): number => {
    const crowd = Array.from({ length: others }, (_, at) =>
      phone(`Gruppe ${'ABCDEFGHIJKLMNOPQRST'[at]}${at}x`, at + 2),
    );
    const { pairs } = matchAll([phone('Nähstube Regenbogen', 0), phone('Nähstube Regenbogen', 1), ...crowd]);
    const pair = pairs.find(({ a, b }) => a === 0 && b === 1);
    const reason = pair?.reasons.find(({ field }) => field === 'phone');
    expect(reason?.shared).toBe(others + 2);
    return reason?.weight ?? 0;
  };
  expect(weightAmong(0)).toBeGreaterThan(weightAmong(4));
  expect(weightAmong(4)).toBeGreaterThan(weightAmong(18));
});

test('a house, a hotline and a site of one carrier do not count as three proofs', () => {
  const reach: Partial<Item> = {
    street: 'Ring 3',
    postcode: '01067',
    phones: ['0351 555'],
    sites: ['sternweg.example'],
  };
  const weights = (parts: readonly (keyof Item)[]): number => {
    const own = Object.fromEntries(parts.map((part) => [part, reach[part]]));
    const { pairs } = matchAll(
      [{ source: 'a', name: 'Nähstube', ...own }, { source: 'b', name: 'Chor', ...own }, ...OTHERS],
      { leastP: 0 },
    );
    const reasons = pairs.find(({ a, b }) => a === 0 && b === 1)?.reasons ?? [];
    const counted = reasons.filter(({ field }) => ['address', 'phone', 'site'].includes(field));
    return counted.reduce((sum, { weight }) => sum + weight, 0);
  };
  const each = weights(['street', 'postcode']) + weights(['phones']) + weights(['sites']);
  expect(weights(['street', 'postcode', 'phones', 'sites'])).toBeLessThan(0.7 * each);
  expect(weights(['street', 'postcode', 'phones', 'sites'])).toBeGreaterThan(weights(['phones']));
});

test('nothing to compare is no error', () => {
  expect(matchAll([])).toEqual({ pairs: [], clusters: [] });
  expect(matchAll([{ source: 'a' }, { source: 'a' }]).clusters).toEqual([]);
  const nothing: Item = {
    name: '???',
    street: '-',
    phones: ['x'],
    mails: ['@'],
    sites: ['http://'],
    lat: NaN,
    lon: 0,
    source: 1,
  };
  expect(matchAll([nothing, { ...nothing, name: '!!!', source: 2 }]).clusters).toEqual([]);
});

test('of a list that names everything once a record is the same as one: who fits less well gives way', () => {
  const others = (source: string): Item[] =>
    ['Amsel', 'Birke', 'Distel', 'Eiche', 'Fichte', 'Ginster', 'Hasel'].flatMap((name) =>
      [1, 2, 3, 4, 5].map((number) => ({ source, name: `Treff ${name} ${number} ${source}`, place: 'Aue' })),
    );
  const one: Item = { source: 'a', name: 'Musikverein Kompass Aue', place: 'Aue', phones: ['03771 123456'] };
  const best: Item = { ...one, source: 'b' };
  const less: Item = { source: 'b', name: 'Musikverein Kompas', place: 'Aue', phones: ['03771 123457'] };
  const costOf = (items: readonly Item[], b: number): number => {
    const pair = matchAll([...items, ...others('a'), ...others('b')], { leastP: 0 }).pairs.find(
      (each) => each.a === 0 && each.b === b,
    );
    return pair?.reasons.find(({ field }) => field === 'rival')?.weight ?? 0;
  };
  expect(costOf([one, less], 1)).toBe(0);
  expect(costOf([one, best, less], 2)).toBeLessThan(-2);
});
