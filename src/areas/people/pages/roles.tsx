import type { Hono } from 'hono';
import { NotFoundError } from '../../../platform/errors.ts';
import { context, type Env } from '../../../platform/http/index.ts';
import { accountOf, isKeeper } from '../../../plain/actor.ts';
import { dayOf } from '../../../plain/time.ts';
import {
  Button,
  Card,
  Chip,
  Chips,
  DataTable,
  EmptyState,
  Form,
  Page,
  PageTitle,
  Part,
  type Frame,
} from '../../../ui/index.ts';
import type { Words } from '../../../plain/words.ts';
import { invite } from '../invite.ts';
import { OPERATOR, pathOfRole, type Place } from '../role.ts';
import { showRoles, type RoleLine } from '../show-roles.ts';
import { keepNowhere, type PeoplePages } from './access.ts';

/** `/rollen`: all roles, for those who look after the network. */
export function addRolesPage(web: Hono<Env>, { frame, namesOf }: PeoplePages): void {
  web.get('/rollen', async (c) => {
    keepNowhere(c);
    if (!isKeeper(c.var.actor)) throw new NotFoundError();
    const { read, words } = c.var;
    const lines = await showRoles(read);
    const ids = lines.flatMap(({ ref }) => (ref.organisation === null ? [] : [ref.organisation]));
    const names = await read.db.read((db) => namesOf(db, ids, words));
    const isFirst = accountOf(c.var.actor) === null;
    return c.html(<RolesPage frame={await frame(c)} lines={lines} names={names} isFirst={isFirst} />);
  });
  // Whoever has come by the link of the terminal gets an account the way everybody does: by an invitation.
  web.post('/rollen/mein-konto', async (c) => {
    const { actor, words, read } = c.var;
    if (!isKeeper(actor) || accountOf(actor) !== null) throw new NotFoundError();
    const held = (await showRoles(read)).find(({ ref }) => ref.kind === OPERATOR.kind);
    const place: Place = held?.places.some((term) => term.place === 'holder') === true ? 'deputy' : 'holder';
    const wanted = { role: OPERATOR, place, until: null, mail: null, language: words.language };
    return c.redirect((await invite(context(c), wanted)).path, 303);
  });
}

function RolesPage({
  frame,
  lines,
  names,
  isFirst,
}: {
  readonly frame: Frame;
  readonly lines: readonly RoleLine[];
  readonly names: ReadonlyMap<string, string>;
  readonly isFirst: boolean;
}) {
  const { words } = frame;
  const house = lines.filter(({ ref }) => ref.organisation === null);
  const voices = lines.filter(({ ref }) => ref.organisation !== null);
  const nameOf = ({ ref }: RoleLine) =>
    ref.organisation === null
      ? words.say(`people.role.title.${ref.kind}`)
      : (names.get(ref.organisation) ?? words.say('people.role.nameless'));
  const table = (caption: string, rows: readonly RoleLine[]) => (
    <DataTable
      caption={caption}
      quietCaption
      rows={rows}
      columns={[
        {
          label: words.say('people.roles.role'),
          names: true,
          cell: (line) => (
            <a href={pathOfRole(line.ref)}>
              <bdi>{nameOf(line)}</bdi>
            </a>
          ),
        },
        { label: words.say('people.role.place.holder'), cell: (line) => placeIn(words, line, 'holder') },
        { label: words.say('people.role.place.deputy'), cell: (line) => placeIn(words, line, 'deputy') },
        { label: words.say('people.roles.state'), cell: (line) => <Chips>{chipOf(words, line)}</Chips> },
      ]}
    />
  );
  return (
    <Page frame={frame} title={words.say('people.roles.title')} noindex readers="keepers">
      <PageTitle title={words.say('people.roles.title')} below={words.say('people.roles.text')} />
      {isFirst ? (
        <Card title={words.say('people.roles.first')}>
          <p>{words.say('people.roles.first.text')}</p>
          <Form action="/rollen/mein-konto" label={words.say('people.roles.first.go')}>
            <Button icon="next">{words.say('people.roles.first.go')}</Button>
          </Form>
        </Card>
      ) : null}
      <Part title={words.say('people.roles.house')}>{table(words.say('people.roles.house'), house)}</Part>
      <Part title={words.say('people.roles.voices')}>
        {voices.length === 0 ? (
          <EmptyState title={words.say('people.roles.voices.none')} icon="people">
            <p>{words.say('people.roles.voices.none.text')}</p>
          </EmptyState>
        ) : (
          table(words.say('people.roles.voices'), voices)
        )}
      </Part>
    </Page>
  );
}

/** More than one where what counts as one is spoken for under each of its ids. */
function placeIn(words: Words, { places }: RoleLine, place: Place) {
  const held = places.filter((term) => term.place === place);
  if (held.length === 0) return words.say('people.role.free');
  return held.map(({ alias, from, until }) => (
    <div>
      {alias === null ? null : (
        <>
          <bdi>{alias}</bdi>
          <br />
        </>
      )}
      {until === null
        ? words.say('people.roles.since', { day: words.day(from) })
        : words.say('people.roles.sinceUntil', { day: words.day(from), until: words.day(until) })}
    </div>
  ));
}

function chipOf(words: Words, { ref, vacantSince, places, admittedOn }: RoleLine) {
  if (vacantSince !== null)
    return <Chip tone="look">{words.say('people.roles.vacant', { day: words.day(dayOf(vacantSince)) })}</Chip>;
  if (places.length === 0) return <Chip>{words.say('people.roles.invited')}</Chip>;
  if (ref.organisation !== null && admittedOn === null)
    return <Chip tone="look">{words.say('people.admission.waiting')}</Chip>;
  return <Chip tone="ok">{words.say('people.roles.fine')}</Chip>;
}
