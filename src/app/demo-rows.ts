import { readValue, type NewClaim } from '../areas/claims/index.ts';
import { keyOf } from '../areas/lists/index.ts';
import type { County, List } from '../engines/rhoenau/index.ts';
import { canonical } from '../plain/json.ts';
import { addDays, dayOf } from '../plain/time.ts';
import { inventedId, type Sources } from './demo-ids.ts';
import { REGISTER } from './register.ts';

/** How the lists of the county head what they say in other words than the others. */
const HEADERS: Readonly<Record<string, string>> = {
  'Name des Vereins': 'name',
  BEZEICHNUNG: 'name',
  'Name auf Deutsch': 'name',
  Angebot: 'name',
  'Tel.': 'phone',
  TELEFON: 'phone',
  Telefon: 'phone',
  'Kontakt Telefon': 'phone',
  Träger: 'carrier',
  Wann: 'times',
  SPRACHEN: 'languages',
  Sprachen: 'languages',
  'Für wen Sprachen': 'languages',
};

/**
 * What the other lists say about the same things, as their rows have it: cut names, other numbers.
 * It is older and nobody has confirmed it, so it stays beside what holds.
 */
export function listsSayToo(county: County, sources: Sources, claims: readonly NewClaim[]): readonly NewClaim[] {
  const held = new Map(claims.map((claim) => [`${claim.subject} ${claim.field} ${claim.language ?? ''}`, claim]));
  return county.lists.flatMap((list) => {
    const source = sources.get(list.key);
    const seen = new Set<string>();
    return list.rows.flatMap((row, place) => {
      const about = list.truth[place] ?? null;
      if (about === null || source === undefined || seen.has(about)) return [];
      seen.add(about);
      return list.headers.flatMap((header, column): NewClaim[] => {
        const field = REGISTER.fields[list.subject].fields.get(HEADERS[header] ?? '');
        const cell = row[column];
        if (field === undefined || cell === undefined) return [];
        const holds = held.get(`${inventedId(about)} ${field.name} ${field.perLanguage ? 'de' : ''}`);
        if (holds === undefined || holds.source === source) return [];
        const read = readValue(field, cell, { country: 'DE' });
        if (!read.ok || canonical(read.value.value) === '[]') return [];
        const saidAt = new Date(`${addDays(dayOf(holds.saidAt), -30)}T08:00:00Z`);
        return [
          {
            ...holds,
            value: read.value.value,
            source,
            sourceKind: 'list',
            saidAt,
            confirmedAt: null,
            confirmedByRole: null,
          },
        ];
      });
    });
  });
}

/** What each list remembers of its rows, so that the same list taken in again meets what is there. */
export function rowKeys(list: List, county: County) {
  const facts = new Map([...county.organisations, ...county.offers].map((subject) => [subject.id, subject.facts]));
  const keys = new Map<string, { key: string; subject: string; fingerprint: string }>();
  list.rows.forEach((row, place) => {
    const about = list.truth[place] ?? null;
    if (about === null) return;
    const own = list.keyHeader === null ? null : (row[list.headers.indexOf(list.keyHeader)] ?? null);
    const said = ['name', 'carrier', 'place'].flatMap((field) => {
      const value = facts.get(about)?.[field]?.[0]?.value;
      return value === undefined ? [] : [{ field, language: null, value, scope: 'public' as const }];
    });
    const key = keyOf(own, said);
    if (!keys.has(key)) keys.set(key, { key, subject: inventedId(about), fingerprint: 'invented' });
  });
  return [...keys.values()];
}
