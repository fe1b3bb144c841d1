import { fold } from '../../../plain/text.ts';

/** Abbreviations and old names; the full names come from `Intl`. Monday is 1, Sunday 7. */
const EXTRA: Readonly<Record<string, readonly number[]>> = {
  mo: [1],
  mon: [1],
  di: [2],
  dien: [2],
  tu: [2],
  tue: [2],
  tues: [2],
  mi: [3],
  mitt: [3],
  we: [3],
  wed: [3],
  weds: [3],
  do: [4],
  donn: [4],
  th: [4],
  thu: [4],
  thur: [4],
  thurs: [4],
  fr: [5],
  fri: [5],
  sa: [6],
  sam: [6],
  sams: [6],
  sat: [6],
  sonnabend: [6],
  so: [7],
  sonn: [7],
  su: [7],
  sun: [7],
  taeglich: [1, 2, 3, 4, 5, 6, 7],
  daily: [1, 2, 3, 4, 5, 6, 7],
  'her gun': [1, 2, 3, 4, 5, 6, 7],
  щодня: [1, 2, 3, 4, 5, 6, 7],
  يوميا: [1, 2, 3, 4, 5, 6, 7],
  wochenende: [6, 7],
  wochenends: [6, 7],
  weekend: [6, 7],
  weekends: [6, 7],
  weekdays: [1, 2, 3, 4, 5],
  пн: [1],
  вт: [2],
  ср: [3],
  чт: [4],
  пт: [5],
  сб: [6],
  нд: [7],
  вс: [7],
  середу: [3],
  "п'ятниця": [5],
  "п'ятницю": [5],
  суботу: [6],
  неділю: [7],
  pzt: [1],
  sali: [2],
  cars: [3],
  cmt: [6],
  paz: [7],
};
const LANGUAGES = ['de', 'en', 'tr', 'ar', 'uk', 'ru', 'fr'];

let byName: ReadonlyMap<string, readonly number[]> | null = null;

/** The days that a word names: "dienstags" → [2], "täglich" → [1 … 7]. */
export function weekdaysCalled(word: string): readonly number[] | undefined {
  byName ??= collectNames();
  const key = fold(word).replaceAll(' ', '');
  return byName.get(key) ?? (key.length > 4 && key.endsWith('s') ? byName.get(key.slice(0, -1)) : undefined);
}

function collectNames(): Map<string, readonly number[]> {
  const names = new Map(Object.entries(EXTRA).map(([name, days]) => [fold(name).replaceAll(' ', ''), days]));
  for (const language of LANGUAGES) {
    const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
    // 5 January 2026 is a Monday.
    for (let day = 1; day <= 7; day++)
      names.set(fold(format.format(Date.UTC(2026, 0, 4 + day))).replaceAll(' ', ''), [day]);
  }
  return names;
}
