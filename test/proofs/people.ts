import { sql } from 'kysely';
import { withdraw } from '../../src/areas/claims/index.ts';
import { putPicture } from '../../src/areas/organisations/store-picture.ts';
import { inventedId } from '../../src/app/demo-ids.ts';
import { REGISTER } from '../../src/app/register.ts';
import { idFor } from '../../src/plain/ids.ts';
import { dayOf } from '../../src/plain/time.ts';
import { cooperating } from './cooperating.ts';
import { openHouse, type Who } from './house.ts';

/** An association of the invented county that shows itself and speaks. */
export const SHOWN = inventedId('organisation/frauenverein-nujin');

export type County = Awaited<ReturnType<typeof openCounty>>;

/** The invented county with people in it, and with one thing of every kind that strangers must not know. */
export async function openCounty() {
  const house = await openHouse();
  const entrance = await house.begin({ way: 'rhoenau' });
  const organisations = await house.sql(
    `select s.id from subject s where s.kind = 'organisation' and s.id <> $1
     and exists (select from subject_keeper k where k.organisation = s.id) order by s.id limit 2`,
    [SHOWN],
  );
  const [hidden = '', ours = ''] = organisations.rows.map(({ id }) => String(id));
  const together = await cooperating(house, SHOWN);
  const { bildungswerk, nujin } = together;
  const who = {
    stranger: null as Who,
    /** Signed in a minute ago, speaks for nobody. */
    account: await house.enter('Frische Feder'),
    /** Speaks for another organisation, not confirmed in the network. */
    other: await house.enter('Andere Amsel', { kind: 'organisation', organisation: ours }),
    own: await house.enter('Eigene Eule', { kind: 'organisation', organisation: SHOWN }),
    deputy: await house.enter('Zweite Zeder', { kind: 'organisation', organisation: SHOWN, place: 'deputy' }),
    withdrawn: await house.enter('Stille Stute', { kind: 'organisation', organisation: hidden }),
    /** Two that do everything together that can be done here; they have asked the one above. */
    partner: await house.enter('Vertraute Viper', { kind: 'organisation', organisation: bildungswerk }),
    second: await house.enter('Verlässliche Vogelbeere', { kind: 'organisation', organisation: nujin }),
    coordination: await house.enter('Koordinierte Kiefer', { kind: 'coordination' }),
    operator: await house.enter('Betriebs Birke', { kind: 'operator' }),
    entrance: entrance as Who,
  };
  const first = async (text: string, values: readonly unknown[] = []) =>
    String((await house.sql(text, values)).rows[0]?.['id'] ?? '');
  const things = {
    organisation: hidden,
    offer: await first(`select k.subject as id from subject_keeper k where k.organisation = $1 order by 1 limit 1`, [
      hidden,
    ]),
    network: await first(`select id from subject where kind = 'network' order by id desc limit 1`),
    list: await first('select id from list order by id limit 1'),
    import: idFor('import'),
    notice: idFor('notice'),
    mail: idFor('mail'),
    invitation: idFor('invitation'),
    term: idFor('term/Eigene Eule'),
    picture: 'a'.repeat(32),
    cooperation: together.cooperation,
    agreement: together.agreement,
    'kept agreement': together.kept,
    commitment: together.commitment,
    conversation: together.conversation.id,
    'conversation token': together.conversation.token,
    request: together.request,
    introduction: together.introduction,
    'search request': together.search,
    'talking point': together.point,
    'part of a sheet': 'erwartungen',
    section: 'ziele',
    question: 'offer',
    number: '1',
    'answer token': together.token,
    'calendar token': `${together.calendar}.ics`,
    session: await first(`select id from session where account is not null order by id limit 1`),
  };
  await house.program.write(async (tx) => {
    const now = house.home.clock.now();
    const shown = { scope: 'public', alternative: 'Ein Faden', language: 'de', width: 1, height: 1 } as const;
    const saidOn = dayOf(now);
    await putPicture(tx, hidden, { ...shown, name: things.picture, bytes: Buffer.from('picture'), saidOn });
    for (const subject of [hidden, things.offer, things.network]) await withdraw(tx, REGISTER, subject, now);
    await sql`insert into import (id, list, state, file_name, choices, counts, made_at)
      values (${things.import}, ${things.list}, 'compared', 'f.csv', '{}', '{}', ${now})`.execute(tx);
    await sql`insert into notice (id, kind, about, raised_on) values (${things.notice}, 'mailGivenUp', null, ${now})`.execute(
      tx,
    );
    await sql`insert into mail (id, receiver, language, content, written_at, state, next_at)
      values (${things.mail}, 'wer@post.example', 'de', '{"subject":{"key":"x"},"paragraphs":[],"link":null}', ${now},
      'in the outbox', ${now})`.execute(tx);
    await sql`insert into invitation (id, role, place, by_role, token_hash, code_hash, made_on, ends_at)
      values (${things.invitation}, ${idFor(`role/organisation/${SHOWN}`)}, 'deputy', 'organisation', 'th', 'ch',
      ${now}, '2099-01-01')`.execute(tx);
  });
  return { ...house, who, things, ours, together };
}
