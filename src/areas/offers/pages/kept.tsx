import type { Hono } from 'hono';
import { NotFoundError } from '../../../platform/errors.ts';
import type { Env, Request } from '../../../platform/http/index.ts';
import { isId } from '../../../plain/ids.ts';
import { findKeptBy, mergeShown, SubjectName } from '../../claims/index.ts';
import {
  BackLink,
  Buttons,
  EmptyState,
  LinkButton,
  Page,
  PageTitle,
  Row,
  Rows,
  type Frame,
} from '../../../ui/index.ts';
import { OFFER_FIELDS } from '../fields.ts';
import { may } from '../may.ts';
import { findShownOffers } from '../store.ts';

/** `/organisationen/:id/angebote`: the offers that an organisation keeps, for itself, also those that nobody else sees. */
export function addKeptPage(web: Hono<Env>, frame: (c: Request) => Promise<Frame>): void {
  web.get('/organisationen/:id/angebote', async (c) => {
    const organisation = c.req.param('id');
    if (!isId(organisation) || may.speak(c.var.actor, organisation) !== true) throw new NotFoundError();
    const shown = await c.var.read.db.read(async (db) => findShownOffers(db, await findKeptBy(db, organisation)));
    const offers = [...Map.groupBy(shown, ({ subject }) => subject)].map(([offer, parts]) => ({
      offer,
      facts: mergeShown(OFFER_FIELDS, parts),
    }));
    const { words } = c.var;
    const title = words.say('offers.kept.title');
    const path = `/organisationen/${organisation}`;
    return c.html(
      <Page frame={await frame(c)} title={title} noindex readers="own">
        <PageTitle back={<BackLink href={path}>{words.say('organisations.speak.back')}</BackLink>} title={title} />
        {offers.length === 0 ? (
          <EmptyState title={words.say('offers.kept.none')} icon="list" />
        ) : (
          <Rows>
            {offers.map(({ offer, facts }) => (
              <Row
                href={`/angebote/${offer}/bearbeiten`}
                title={
                  <SubjectName
                    words={words}
                    name={facts['name']}
                    first="reader"
                    nameless={words.say('offers.noName')}
                  />
                }
              />
            ))}
          </Rows>
        )}
        <Buttons>
          <LinkButton icon="plus" href={`${path}/angebote/neu`}>
            {words.say('offers.new.go')}
          </LinkButton>
        </Buttons>
      </Page>,
    );
  });
}
