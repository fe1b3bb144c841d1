import type { Actor } from '../../../plain/actor.ts';
import {
  Button,
  Card,
  Chip,
  Chips,
  ErrorSummary,
  Facts,
  Form,
  LinkButton,
  Notice,
  Page,
  PageTitle,
  Pair,
  Part,
  type Frame,
} from '../../../ui/index.ts';
import type { Words } from '../../../plain/words.ts';
import type { Colleague } from '../colleagues.ts';
import { may } from '../may.ts';
import { pathOfRole, PLACES, type Place } from '../role.ts';
import { tellProblems } from './account-fields.tsx';
import { Invitations, InvitePart, type Wrong } from './invite-parts.tsx';
import type { ShownRole } from './role-at.ts';

// words: people.role.title.* people.role.text.*
export function RolePage({
  frame,
  actor,
  shown,
  wrong,
}: {
  readonly frame: Frame;
  readonly actor: Actor;
  readonly shown: ShownRole;
  readonly wrong?: Wrong;
}) {
  const { words } = frame;
  const { ref, role, handOver, path, colleagues } = shown;
  // A place is handed over where it was given.
  const own = colleagues.find(({ isMe, mine }) => isMe && mine === 'holder');
  const title = words.say(`people.role.title.${ref.kind}`);
  return (
    <Page
      frame={frame}
      title={title}
      noindex
      readers={ref.organisation === null ? 'keepers' : 'ownAndKeepers'}
      faulty={wrong !== undefined}
    >
      <PageTitle above={aboveOf(words, shown)} title={title} below={words.say(`people.role.text.${ref.kind}`)} />
      <ErrorSummary words={words} errors={tellProblems(words, wrong?.problems ?? [])} />
      {role === null || role.vacantSince === null || colleagues.length > 0 ? null : (
        <Notice tone="look" title={words.say('people.role.vacant')}>
          <p>{words.say('people.role.vacant.since', { day: words.day(role.vacantSince) })}</p>
        </Notice>
      )}
      <Pair>
        {PLACES.map((place) => (
          <PlaceCard words={words} actor={actor} shown={shown} place={place} />
        ))}
      </Pair>
      {shown.isForwarded ? null : <InvitePart words={words} actor={actor} shown={shown} wrong={wrong} />}
      {shown.invitations.length === 0 ? null : <Invitations words={words} actor={actor} shown={shown} />}
      {(handOver === null ? own !== undefined : may.cancelHandOver(actor, handOver) === true) ? (
        <Part title={words.say('people.handOver.title')}>
          <p>
            {handOver === null
              ? words.say('people.handOver.short')
              : words.say('people.handOver.running', { day: words.day(handOver.day) })}
          </p>
          <LinkButton
            href={`${handOver === null && own !== undefined ? pathOfRole(own.role) : path}/uebergabe`}
            tone="quiet"
          >
            {words.say(handOver === null ? 'people.handOver.go' : 'people.handOver.see')}
          </LinkButton>
        </Part>
      ) : null}
      {ref.kind === 'organisation' ? <Admission words={words} actor={actor} shown={shown} /> : null}
    </Page>
  );
}

/** Whose role it is, with the way back. */
export function aboveOf(words: Words, { ref, name }: Pick<ShownRole, 'ref' | 'name'>) {
  if (ref.organisation === null) return <a href="/rollen">{words.say('people.roles.title')}</a>;
  return (
    <a href={`/organisationen/${ref.organisation}`}>
      <bdi>{name ?? words.say('people.role.nameless')}</bdi>
    </a>
  );
}

// words: people.role.place.*
function PlaceCard({
  words,
  actor,
  shown,
  place,
}: {
  readonly words: Words;
  readonly actor: Actor;
  readonly shown: ShownRole;
  readonly place: Place;
}) {
  const held = shown.colleagues.filter((each) => each.place === place);
  return (
    <Card title={words.say(`people.role.place.${place}`)}>
      {held.length === 0 ? <p>{words.say('people.role.free')}</p> : null}
      {held.map((each) => (
        <Held words={words} actor={actor} held={each} />
      ))}
    </Card>
  );
}

function Held({ words, actor, held }: { readonly words: Words; readonly actor: Actor; readonly held: Colleague }) {
  const { alias, isMe, isAsleep, role, mine, place, from, until, id } = held;
  return (
    <>
      <Facts
        facts={[
          ...(alias === null
            ? []
            : [
                {
                  term: words.say('people.role.who'),
                  value: <bdi>{isMe ? words.say('people.role.me', { alias }) : alias}</bdi>,
                },
              ]),
          { term: words.say('people.role.since'), value: words.day(from) },
          ...(until === null ? [] : [{ term: words.say('people.role.until'), value: words.day(until) }]),
        ]}
      />
      {isAsleep && !isMe ? <p class="soft">{words.say('people.role.asleep')}</p> : null}
      {may.endTerm(actor, { role, place, mine, isOwn: isMe, isAsleep }) === true ? (
        <Form
          action={`${pathOfRole(role)}/aufgabe/${id}/ende`}
          label={words.say(isMe ? 'people.role.leave' : 'people.role.end')}
        >
          <p class="hint">{words.say(isMe ? 'people.role.leave.hint' : 'people.role.end.hint')}</p>
          <Button tone="end">{words.say(isMe ? 'people.role.leave' : 'people.role.end')}</Button>
        </Form>
      ) : null}
    </>
  );
}

function Admission({
  words,
  actor,
  shown,
}: {
  readonly words: Words;
  readonly actor: Actor;
  readonly shown: ShownRole;
}) {
  const { admittedOn, path, colleagues } = shown;
  const action = `${path}/aufnahme`;
  const mayAdmit = may.admit(actor) === true && colleagues.length > 0;
  return (
    <Part title={words.say('people.admission.title')}>
      <p>{words.say('people.admission.text')}</p>
      <Chips>
        {admittedOn === null ? (
          <Chip tone="look">{words.say('people.admission.waiting')}</Chip>
        ) : (
          <Chip tone="ok">{words.say('people.admission.since', { day: words.day(admittedOn) })}</Chip>
        )}
      </Chips>
      {mayAdmit && admittedOn === null ? (
        <Form action={action} label={words.say('people.admission.go')}>
          <Button icon="check">{words.say('people.admission.go')}</Button>
        </Form>
      ) : null}
      {may.admit(actor) === true && admittedOn !== null ? (
        <Form action={`${action}/ende`} label={words.say('people.admission.end')}>
          <Button tone="end">{words.say('people.admission.end')}</Button>
        </Form>
      ) : null}
    </Part>
  );
}
