import type { Saying } from '../../../plain/words.ts';
import type { FormFields } from '../../../platform/http/index.ts';
import {
  Button,
  ErrorSummary,
  Facts,
  Form,
  LinkButton,
  Notice,
  Page,
  PageTitle,
  Part,
  ReadersNote,
  TextField,
  type Frame,
} from '../../../ui/index.ts';
import type { FieldProblem } from '../account.ts';
import { INVITATION_WORDS } from '../invite.ts';
import type { Invitation } from '../store-invitation.ts';
import { signInPath } from './access.ts';
import { AccountFields, problemAt, tellProblems } from './account-fields.tsx';
import { FormPage, KeyReaders, problemsWith } from './form-page.tsx';
import { PASSKEY_ISLAND } from './passkey-door.tsx';

/** The six words of a printed invitation. They do not come back into the page: a screen is looked at by others too. */
export function CodePage({ frame, problem }: { readonly frame: Frame; readonly problem: Saying | null }) {
  const { words } = frame;
  const problems = problemsWith('code', problem);
  const title = words.say('people.invite.code.title');
  const below = words.say('people.invite.code.text', { count: INVITATION_WORDS });
  return (
    <FormPage frame={frame} title={title} below={below} problems={problems}>
      <Form action="/einladung" label={title}>
        <TextField
          words={words}
          name="code"
          label={words.say('people.invite.code')}
          hint={words.say('people.invite.code.hint')}
          error={problemAt(words, problems, 'code')}
          autocomplete="off"
          lang="de"
        />
        <KeyReaders words={words} />
        <Button icon="next">{words.say('people.invite.code.go')}</Button>
      </Form>
    </FormPage>
  );
}

/** Used, taken back, too old, or never made: one answer, so that nobody learns which. */
export function GonePage({ frame }: { readonly frame: Frame }) {
  const { words } = frame;
  const title = words.say('people.invite.gone.title');
  return (
    <Page frame={frame} title={title} noindex>
      <PageTitle title={title} below={words.say('people.invite.gone')} />
      <Notice title={words.say('people.invite.gone.what')}>
        <p>{words.say('people.invite.gone.ask')}</p>
      </Notice>
      <p>
        <LinkButton href="/einladung" tone="quiet">
          {words.say('people.invite.code.title')}
        </LinkButton>
      </p>
    </Page>
  );
}

// words: people.role.place.* people.invite.for.* people.invite.may.* people.invite.account.readers.*
/** What one is invited to, and accepting it: with the account at hand, or with a new one. */
export function InvitationPage({
  frame,
  invitation,
  secret,
  name,
  alias,
  refusal,
  typed,
  problems,
}: {
  readonly frame: Frame;
  readonly invitation: Invitation;
  readonly secret: string;
  readonly name: string | null;
  /** The alias of whoever is signed in. */
  readonly alias: string | null;
  readonly refusal: Saying | null;
  readonly typed: FormFields;
  readonly problems: readonly FieldProblem[];
}) {
  const { words } = frame;
  const { role, place, endsAt, until } = invitation;
  const title = words.say('people.invite.title');
  const isFaulty = problems.length > 0;
  return (
    <Page
      frame={frame}
      title={title}
      noindex
      readers="self"
      faulty={isFaulty}
      islands={[PASSKEY_ISLAND, ...(isFaulty ? ['error-focus'] : [])]}
    >
      <PageTitle
        above={role.organisation === null ? undefined : <bdi>{name ?? words.say('people.role.nameless')}</bdi>}
        title={title}
        below={words.say(`people.invite.for.${role.kind}`)}
      />
      <ErrorSummary words={words} errors={tellProblems(words, problems)} />
      <Facts
        facts={[
          { term: words.say('people.invite.place'), value: words.say(`people.role.place.${place}`) },
          { term: words.say('people.invite.means'), value: words.say(`people.invite.may.${role.kind}`) },
          ...(until === null ? [] : [{ term: words.say('people.role.until'), value: words.day(until) }]),
          { term: words.say('people.invite.ends'), value: words.day(endsAt) },
        ]}
      />
      {refusal === null ? null : (
        <Notice tone="look">
          <p>{words.tell(refusal)}</p>
        </Notice>
      )}
      {refusal === null && alias !== null ? (
        <Form
          action="/einladung/annehmen"
          hidden={{ key: secret, who: 'mine' }}
          label={words.say('people.invite.accept')}
        >
          <Button icon="check">{words.say('people.invite.acceptAs', { alias })}</Button>
        </Form>
      ) : null}
      {refusal === null && alias === null ? (
        <>
          <Part title={words.say('people.invite.newAccount')}>
            <Form action="/einladung/annehmen" hidden={{ key: secret }} label={words.say('people.invite.newAccount')}>
              <AccountFields words={words} typed={typed} problems={problems} />
              <ReadersNote words={words} scope="own">
                {words.say(`people.invite.account.readers.${role.organisation === null ? 'house' : 'organisation'}`)}
              </ReadersNote>
              <Button icon="check">{words.say('people.invite.accept')}</Button>
            </Form>
          </Part>
          <Part title={words.say('people.invite.known')}>
            <p>{words.say('people.invite.known.text')}</p>
            <LinkButton href={signInPath(secret.includes(' ') ? '/einladung' : `/einladung/${secret}`)} tone="quiet">
              {words.say('people.signIn.title')}
            </LinkButton>
          </Part>
        </>
      ) : null}
    </Page>
  );
}
