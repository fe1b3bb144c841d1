import type { Hono } from 'hono';
import { NotFoundError } from '../../../platform/errors.ts';
import type { Env, Request } from '../../../platform/http/index.ts';
import { accountOf, isKeeper, speaksFor } from '../../../plain/actor.ts';
import type { Words } from '../../../plain/words.ts';
import { Facts, Notice, OtherForms, Page, PageTitle, Part, type Fact, type Frame } from '../../../ui/index.ts';
import { SubjectName } from '../../claims/index.ts';
import { ORGANISATION_FIELDS } from '../../organisations/index.ts';
import {
  discloseAccount,
  discloseOrganisation,
  TOGETHER_PARTS,
  type AccountDisclosed,
  type Disclosing,
  type HeldTogether,
  type OrganisationDisclosed,
} from '../disclose.ts';
import { factLines } from './facts.tsx';
import { WHO_SEES_PATH } from './who-sees.tsx';

export interface DisclosurePages extends Omit<Disclosing, 'db'> {
  readonly frame: (c: Request) => Promise<Frame>;
}

/** `/konto/auskunft` for oneself, `/organisationen/:id/auskunft` for who speaks for it and who keeps the register. */
export function addDisclosurePages(web: Hono<Env>, { frame, ...disclosing }: DisclosurePages): void {
  web.get('/konto/auskunft', async (c) => {
    const told = await ofOneself(c);
    c.header('cache-control', 'no-store');
    if (c.req.query('form') === 'json') return c.json(told);
    return c.html(<AccountPage frame={await frame(c)} told={told} />);
  });
  web.get('/organisationen/:id/auskunft', async (c) => {
    const id = c.req.param('id');
    const { actor, read } = c.var;
    if (!speaksFor(actor, id) && !isKeeper(actor)) throw new NotFoundError();
    const told = await discloseOrganisation({ ...disclosing, db: read.db }, id, actor);
    if (told === null) throw new NotFoundError();
    c.header('cache-control', 'no-store');
    if (c.req.query('form') === 'json') return c.json(told);
    return c.html(<OrganisationPage frame={await frame(c)} told={told} />);
  });
}

async function ofOneself(c: Request): Promise<AccountDisclosed> {
  const account = accountOf(c.var.actor);
  const told = account === null ? null : await discloseAccount({ db: c.var.read.db }, { id: account });
  if (told === null) throw new NotFoundError();
  return told;
}

// words: protection.disclose.role.* protection.disclose.place.*
function AccountPage({ frame, told }: { readonly frame: Frame; readonly told: AccountDisclosed }) {
  const { words } = frame;
  const title = words.say('protection.disclose.account.title');
  const facts: readonly Fact[] = [
    { term: words.say('protection.disclose.alias'), value: <bdi>{told.alias}</bdi> },
    { term: words.say('protection.disclose.beganIn'), value: <span dir="ltr">{told.beganIn}</span> },
    {
      term: words.say('protection.disclose.seenOn'),
      value: told.seenOn === null ? words.say('protection.disclose.never') : words.day(told.seenOn),
    },
    ...told.roles.map(({ kind, place, since, organisation }) => ({
      term: words.say(`protection.disclose.role.${kind}`),
      value: (
        <>
          {words.say(`protection.disclose.place.${place}`, { day: words.day(since) })}{' '}
          {organisation === null ? null : (
            <a href={`/organisationen/${organisation}`}>{words.say('protection.disclose.toOrganisation')}</a>
          )}
        </>
      ),
    })),
    {
      term: words.say('protection.disclose.published'),
      value: words.say('protection.disclose.published.account'),
    },
  ];
  return (
    <Page frame={frame} title={title} noindex readers="self">
      <PageTitle title={title} below={words.say('protection.disclose.account.text')} />
      <Facts facts={facts} />
      <Beside words={words} />
    </Page>
  );
}

// words: protection.disclose.place.* claims.field.*
function OrganisationPage({ frame, told }: { readonly frame: Frame; readonly told: OrganisationDisclosed }) {
  const { words } = frame;
  const title = words.say('protection.disclose.organisation.title');
  return (
    <Page frame={frame} title={title} noindex readers="ownAndKeepers">
      <PageTitle
        above={<a href={`/organisationen/${told.organisation}`}>{words.say('protection.disclose.toOrganisation')}</a>}
        title={title}
        below={words.say('protection.disclose.organisation.text')}
      />
      <Part title={words.say('protection.disclose.people')}>
        <p>
          {told.admittedOn === null
            ? words.say('protection.disclose.notAdmitted')
            : words.say('protection.disclose.admitted', { day: words.day(told.admittedOn) })}
        </p>
        <ul class="rows">
          {told.places.map(({ place, since }) => (
            <li>{words.say(`protection.disclose.place.${place}`, { day: words.day(since) })}</li>
          ))}
        </ul>
        <p class="soft">{words.say('protection.disclose.noNames')}</p>
      </Part>
      <Part title={words.say('protection.disclose.published')}>
        <Facts
          facts={[
            ...factLines(words, ORGANISATION_FIELDS, told.published),
            ...(told.picture === null
              ? []
              : [{ term: words.say('protection.disclose.picture'), value: <bdi>{told.picture}</bdi> }]),
          ]}
        />
        <Linked words={words} to={told.offers} />
        {told.networks.length === 0 ? null : <p>{words.say('protection.disclose.networks')}</p>}
        <Linked words={words} to={told.networks} />
      </Part>
      <p>{words.say('protection.disclose.closed')}</p>
      <Together words={words} held={told.together} />
      <Beside words={words} />
    </Page>
  );
}

// words: protection.disclose.together.part.*
/** What is kept of working together: how much for the organisation itself, and that it is readable for who has the machine. */
function Together({ words, held }: { readonly words: Words; readonly held: HeldTogether | null }) {
  if (held === null)
    return (
      <Part title={words.say('protection.disclose.together')}>
        <p>{words.say('protection.disclose.together.keepers')}</p>
      </Part>
    );
  const parts = TOGETHER_PARTS.map((part) => ({
    part,
    count: Object.values(held.rows[part]).reduce((sum, rows) => sum + rows, 0),
  })).filter(({ count }) => count > 0);
  return (
    <Part title={words.say('protection.disclose.together')}>
      <p>{words.say('protection.disclose.together.text')}</p>
      {parts.length === 0 ? <p>{words.say('protection.disclose.together.none')}</p> : null}
      <Facts
        facts={parts.map(({ part, count }) => ({
          term: words.say(`protection.disclose.together.part.${part}`),
          value: words.say('protection.disclose.together.rows', { count }),
        }))}
      />
      <p class="soft">{words.say('protection.disclose.together.sealed')}</p>
    </Part>
  );
}

function Linked({ words, to }: { readonly words: Words; readonly to: OrganisationDisclosed['offers'] }) {
  return (
    <ul class="rows">
      {to.map(({ href, facts }) => (
        <li>
          <a href={href}>
            <SubjectName words={words} name={facts['name']} first="reader" nameless={href} />
          </a>
        </li>
      ))}
    </ul>
  );
}

function Beside({ words }: { readonly words: Words }) {
  return (
    <>
      <Notice>
        {words.say('protection.disclose.nothingElse')}{' '}
        <a href={WHO_SEES_PATH}>{words.say('protection.inventory.toSees')}</a>
      </Notice>
      <OtherForms
        label={words.say('protection.inventory.otherForms')}
        forms={[{ href: '?form=json', label: words.say('protection.inventory.json'), icon: 'download' }]}
      />
    </>
  );
}
