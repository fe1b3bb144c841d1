import type { Actor } from '../../../plain/actor.ts';
import type { Words } from '../../../plain/words.ts';
import { Button, DateField, Form, Part, RadioField, ReadersNote, TextField } from '../../../ui/index.ts';
import type { FieldProblem } from '../account.ts';
import { INVITATION_DAYS } from '../invite.ts';
import { may } from '../may.ts';
import { PLACES, type Place } from '../role.ts';
import { problemAt } from './account-fields.tsx';
import type { ShownRole } from './role-at.ts';

/** What was wrong with the form for an invitation. */
export interface Wrong {
  readonly place: Place;
  readonly until: string;
  readonly mail: string;
  readonly problems: readonly FieldProblem[];
}

/** Inviting into one of the free places, as far as the reader may. */
export function InvitePart({
  words,
  actor,
  shown: { ref, colleagues, mineAmongAll: mine, path },
  wrong,
}: {
  readonly words: Words;
  readonly actor: Actor;
  readonly shown: ShownRole;
  readonly wrong: Wrong | undefined;
}) {
  const taken = colleagues.map(({ place }) => place);
  const free = PLACES.filter((place) => may.invite(actor, { role: ref, place, taken, mine }) === true);
  const [first] = free;
  if (first === undefined) return null;
  const problems = wrong?.problems ?? [];
  const title = words.say('people.invite.go');
  return (
    <Part title={title}>
      <p>{words.say('people.invite.how', { days: INVITATION_DAYS })}</p>
      <Form action={`${path}/einladung`} label={title} hidden={free.length === 1 ? { place: first } : undefined}>
        {free.length === 1 ? null : (
          <RadioField
            words={words}
            name="place"
            label={words.say('people.invite.which')}
            value={wrong?.place ?? first}
            choices={free.map((place) => ({ value: place, label: words.say(`people.role.place.${place}`) }))}
          />
        )}
        <TextField
          words={words}
          name="mail"
          kind="email"
          label={words.say('people.invite.mail')}
          hint={words.say('people.invite.mail.hint')}
          value={wrong?.mail}
          error={problemAt(words, problems, 'mail')}
          autocomplete="off"
          optional
        />
        <DateField
          words={words}
          name="until"
          label={words.say('people.invite.until')}
          hint={words.say('people.invite.until.hint')}
          value={wrong?.until}
          error={problemAt(words, problems, 'until')}
          optional
        />
        <ReadersNote words={words} scope="own">
          {words.say('people.invite.readers')}
        </ReadersNote>
        <Button icon="next">{words.say('people.invite.make')}</Button>
      </Form>
    </Part>
  );
}

/** The invitations that are open, each to be taken back. */
export function Invitations({
  words,
  actor,
  shown,
}: {
  readonly words: Words;
  readonly actor: Actor;
  readonly shown: ShownRole;
}) {
  const { ref, invitations, mine, path } = shown;
  return (
    <Part title={words.say('people.invite.open')}>
      <ul class="rows">
        {invitations.map(({ id, place, by, madeOn, endsAt }) => (
          <li>
            <div class="row-main">
              <b>{words.say(`people.role.place.${place}`)}</b>
              <p class="soft">
                {words.say('people.invite.days', {
                  from: words.day(madeOn),
                  until: words.day(endsAt),
                })}
              </p>
            </div>
            {may.revokeInvitation(actor, { role: ref, by, mine }) === true ? (
              <div class="row-beside">
                <Form action={`${path}/einladung/${id}/widerruf`} label={words.say('people.invite.revoke')}>
                  <Button tone="quiet">{words.say('people.invite.revoke')}</Button>
                </Form>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </Part>
  );
}
