import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/index.ts';
import {
  BackLink,
  Buttons,
  Chip,
  EmptyState,
  LinkButton,
  Page,
  PageTitle,
  Part,
  Row,
  Rows,
} from '../../../ui/index.ts';
import { COOPERATIONS_PATH } from '../../cooperations/index.ts';
import { introductionState } from '../introduction.ts';
import type { RequestWords } from '../request.ts';
import { findRequests, findWordsIn } from '../store.ts';
import { findIntroductions } from '../store-introduction.ts';
import { INTRODUCTIONS_PART, INTRODUCTIONS_PATH, REQUESTS_PATH } from '../work.ts';
import { cooperationAt, namesAt, type RequestPages } from './access.ts';

// words: requests.short.* requests.introduction.short.*
/** `/kooperationen/:id/anfragen`: who was asked and introduced in a cooperation, and what came of it. */
export function addRequestListPage(web: Hono<Env>, pages: RequestPages): void {
  web.get(`${COOPERATIONS_PATH}/:id/anfragen`, async (c) => {
    const { id, partners } = await cooperationAt(c);
    const { words } = c.var;
    const { requests, written, introductions } = await c.var.read.db.read(async (db) => ({
      requests: await findRequests(db, [id]),
      written: await findWordsIn(db, id),
      introductions: await findIntroductions(db, [id]),
    }));
    const name = await namesAt(c, pages, [
      ...requests.map(({ receiver }) => receiver),
      ...introductions.flatMap(({ introduced, third }) => [introduced, third]),
    ]);
    const title = words.say('requests.list.title');
    return c.html(
      <Page frame={await pages.frame(c)} title={title} noindex readers="partner">
        <PageTitle
          back={<BackLink href={`${COOPERATIONS_PATH}/${id}`}>{words.say('requests.toCooperation')}</BackLink>}
          title={title}
          below={words.say('requests.list.text')}
        />
        {requests.length === 0 ? (
          <EmptyState title={words.say('requests.part.none')} icon="mail">
            <p>
              <LinkButton href={`${COOPERATIONS_PATH}/${id}/suchen`}>{words.say('requests.new.toSearch')}</LinkButton>
            </p>
          </EmptyState>
        ) : (
          <Rows label={title}>
            {requests.map((each) => (
              <Row
                level={2}
                href={`${REQUESTS_PATH}/${each.id}`}
                title={<bdi>{name(each.receiver)}</bdi>}
                why={<Working request={written.get(each.id)} />}
                beside={
                  <Chip>{words.say(`requests.short.${each.answer?.kind ?? each.state.replaceAll(' ', '-')}`)}</Chip>
                }
              />
            ))}
          </Rows>
        )}
        <Part title={words.say('requests.introduction.list')} id={INTRODUCTIONS_PART}>
          {introductions.length === 0 ? <p>{words.say('requests.introduction.none')}</p> : null}
          <Rows label={words.say('requests.introduction.list')}>
            {introductions.map((each) => (
              <Row
                href={`${INTRODUCTIONS_PATH}/${each.id}`}
                title={words.say('requests.introduction.pair', {
                  one: name(each.introduced),
                  other: name(each.third),
                })}
                beside={<Chip>{words.say(`requests.introduction.short.${introductionState(each)}`)}</Chip>}
              />
            ))}
          </Rows>
          {partners.length < 2 ? null : (
            <Buttons>
              <LinkButton tone="quiet" href={`${INTRODUCTIONS_PATH}/neu?in=${id}`}>
                {words.say('requests.introduction.go')}
              </LinkButton>
            </Buttons>
          )}
        </Part>
      </Page>,
    );
  });
}

/** The working title in the language in which it was written. */
function Working({ request }: { readonly request: RequestWords | undefined }) {
  return request === undefined ? null : (
    <bdi lang={request.language} dir="auto">
      {request.title}
    </bdi>
  );
}
