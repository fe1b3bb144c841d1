import { z } from 'zod';
import { isDay } from '../../plain/time.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { FACET_VALUES, FACETS, type FacetName } from './codes.ts';
import { EVERYTHING, LAST_PAGE, type FinderQuery } from './query.ts';

const MOST_VALUES = 12;

const text = z.string().max(200);
const place = z.string().max(120);
const km = z.coerce.number().positive().max(500);
const page = z.coerce.number().int().min(1).max(LAST_PAGE);
const stand = z.string().refine(isDay);
const tag = z
  .string()
  .max(20)
  .regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i);

/**
 * Reads a query from an address. What cannot be read is left out and said kindly; an address never fails.
 *
 * @example readQuery(new URLSearchParams('q=Sprachcafé&day=2,7&language=ar&lang=uk')).query.chosen.day // ['2', '7']
 */
export function readQuery(parameters: URLSearchParams): {
  readonly query: FinderQuery;
  readonly notes: readonly Saying[];
} {
  const notes: Saying[] = [];
  const read = <Value>(name: string, schema: z.ZodType<Value>): Value | null => {
    const written = parameters.get(name)?.trim() ?? '';
    if (written === '') return null;
    const parsed = schema.safeParse(written);
    if (!parsed.success) notes.push(saying('finding.note.ignored', { name, value: written.slice(0, 40) }));
    return parsed.success ? parsed.data : null;
  };
  const choose = (facet: FacetName): readonly string[] => {
    const written = [
      ...new Set(
        parameters
          .getAll(facet)
          .flatMap((value) => value.split(','))
          .filter((value) => value !== ''),
      ),
    ].slice(0, MOST_VALUES);
    const known = written.filter((value) => isValue(facet, value));
    for (const value of written) {
      if (!known.includes(value))
        notes.push(saying('finding.note.ignored', { name: facet, value: value.slice(0, 40) }));
    }
    return known;
  };
  const [field, language, group, day, condition, kind] = FACETS.map(choose);
  const query = {
    text: read('q', text) ?? '',
    chosen: {
      field: field ?? [],
      language: language ?? [],
      group: group ?? [],
      day: day ?? [],
      condition: condition ?? [],
      kind: kind ?? [],
    },
    place: read('place', place),
    km: read('km', km),
    page: read('page', page) ?? EVERYTHING.page,
    stand: read('stand', stand),
  };
  if (query.km !== null && query.place === null) notes.push(saying('finding.note.kmWithoutPlace'));
  return { query, notes };
}

function isValue(facet: FacetName, value: string): boolean {
  return facet === 'language' ? tag.safeParse(value).success : FACET_VALUES[facet].includes(value);
}
