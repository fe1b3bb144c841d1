import type { Organisation } from '../src/engines/rhoenau/index.ts';
import { openGazetteer, rhoenauTable } from '../src/areas/places/index.ts';
import { idFor } from '../src/plain/ids.ts';
import { fold } from '../src/plain/text.ts';
import type { Database } from '../src/platform/database/index.ts';
import type { Asked } from './finder-queries.ts';

/** The peer in the same database: trigram similarity on the rows (folded as ours), facet counts in SQL, no row-level security. */
export async function openTrigrams(database: Database, organisations: readonly Organisation[]) {
  const gazetteer = openGazetteer({ extra: [rhoenauTable()] });
  const texts = (one: Organisation, field: string) =>
    (one.facts[field] ?? []).map(({ value }) => String(value)).join(' ');
  const rows = organisations.map((one) => {
    const place = one.facts['place']?.[0]?.value;
    const id = place !== null && typeof place === 'object' && 'place' in place ? String(place.place) : '';
    const list = (field: string, as: string) =>
      (one.facts[field] ?? []).flatMap(({ value }) =>
        Array.isArray(value) ? value.map((part) => `${as}:${String(part)}`) : [],
      );
    return {
      id: idFor(one.id),
      name: fold(texts(one, 'name')),
      body: fold(`${texts(one, 'name')} ${texts(one, 'description')} ${texts(one, 'topics')}`),
      codes: [...list('fieldsOfAction', 'field'), ...list('languages', 'language')],
      lat: gazetteer.centreOf(id)?.lat ?? 0,
      lon: gazetteer.centreOf(id)?.lon ?? 0,
    };
  });
  await database.exec(
    'create table peer (id uuid primary key, name text, body text, codes text[], lat float8, lon float8)',
  );
  for (let from = 0; from < rows.length; from += 1000) {
    await database.sql('insert into peer select * from jsonb_populate_recordset(null::peer, $1::jsonb)', [
      JSON.stringify(rows.slice(from, from + 1000)),
    ]);
  }
  await database.exec(
    'create index peer_body on peer using gin (body gin_trgm_ops); create index peer_codes on peer using gin (codes); analyze peer',
  );
  return {
    /** How alike a word has to be (PostgreSQL: 0.6); lower finds more typing errors and takes longer. */
    alike: (share: number) => database.exec(`set pg_trgm.word_similarity_threshold = ${share}`),
    async ask(one: Asked): Promise<readonly string[]> {
      const words = one.words === '' ? [] : one.words.split(' ');
      const centre = one.near === null ? null : gazetteer.centreOf(one.near.place);
      const wanted = [
        ...words.map((_, at) => `$${at + 3}::text <% body`),
        ...(one.codes.length > 0 ? ['codes @> $1::text[]'] : ['$1::text[] is not null']),
        ...(centre === null || one.near === null
          ? []
          : [
              `sqrt(((lat - ${centre.lat}) * 111.2) ^ 2 + ((lon - ${centre.lon}) * 111.2 * cos(radians(lat))) ^ 2) <= ${one.near.km}`,
            ]),
      ].join(' and ');
      const { rows: found } = await database.sql(
        `with hit as materialized (select id, codes, word_similarity($2::text, name) as near from peer where ${wanted}),
           counted as (select code, count(*) from hit, unnest(codes) code group by code)
         select (select jsonb_agg(id) from (select id from hit order by near desc, id limit 20) best) as ids, (select jsonb_object_agg(code, count) from counted) as counts`,
        [`{${one.codes.join(',')}}`, one.words, ...words],
      );
      const ids = found[0]?.['ids'];
      return Array.isArray(ids) ? ids.slice(0, 10).map(String) : [];
    },
    close: () => database.exec('drop table peer'),
  };
}
