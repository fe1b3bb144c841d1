import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/index.ts';
import { pageNumber } from '../../../plain/page-number.ts';
import type { Words } from '../../../plain/words.ts';
import {
  BackLink,
  EmptyState,
  LinkButton,
  Notice,
  Page,
  Pager,
  PageTitle,
  Part,
  Passage,
  Row,
  Rows,
  type Frame,
} from '../../../ui/index.ts';
import { readSearch, wishesIn, type SearchTyped } from '../forms.ts';
import type { Seen } from '../load.ts';
import { COOPERATIONS_PATH, requestPath, SEARCH_REQUESTS_PATH, searchPath } from '../paths.ts';
import { findCooperations } from '../store.ts';
import { suggest, wishesOf, type Criteria, type Suggestion, type Wish } from '../suggest.ts';
import { seenAt, titleOf, type CooperationPages, type Profile, type Written } from './access.ts';
import { SearchForm, type FieldChoice } from './search-form.tsx';

const PAGE_SIZE = 12;

/** `/kooperationen/:id/suchen`: who may fit, and why. What is looked for stands in the address and nowhere else. */
export function addSearchPage(web: Hono<Env>, pages: CooperationPages): void {
  web.get(`${COOPERATIONS_PATH}/:id/suchen`, async (c) => {
    const seen = await seenAt(c);
    const { words, read } = c.var;
    const { searchParams } = new URL(c.req.url);
    const fields = pages.fieldsOfAction(words);
    const typed = readSearch(
      searchParams,
      fields.map(({ value }) => value),
    );
    const place = typed.place === '' ? null : pages.placeOf(typed.place);
    const criteria = criteriaOf(typed, place);
    const isAsked = wishesOf(criteria).length > 0;
    const known = await read.db.read(async (db) =>
      (await findCooperations(db)).flatMap(({ partners }) => partners.map(({ organisation }) => organisation)),
    );
    const mine = new Set(typed.isNew ? known : seen.cooperation.partners.map(({ organisation }) => organisation));
    const candidates = isAsked ? await pages.candidatesFor(read, criteria) : [];
    const found = suggest(
      candidates.filter(({ id }) => !mine.has(id)),
      criteria,
      seen.cooperation.id,
    );
    const page = pageNumber(searchParams.get('seite') ?? undefined);
    return c.html(
      <SearchPage
        frame={await pages.frame(c)}
        seen={seen}
        typed={typed}
        fields={fields}
        isAsked={isAsked}
        isPlaceUnknown={typed.place !== '' && place === null}
        found={found}
        page={Math.min(page, Math.max(1, Math.ceil(found.length / PAGE_SIZE)))}
      />,
    );
  });
}

function criteriaOf(typed: SearchTyped, place: Criteria['place']): Criteria {
  const { field: fields, language: languages, time: times } = typed;
  return { expertise: wishesIn(typed.expertise), gives: wishesIn(typed.gives), fields, languages, place, times };
}

interface Searched {
  readonly frame: Frame;
  readonly seen: Seen;
  readonly typed: SearchTyped;
  readonly fields: readonly FieldChoice[];
  readonly isAsked: boolean;
  readonly isPlaceUnknown: boolean;
  readonly found: readonly Suggestion<Profile>[];
  readonly page: number;
}

function SearchPage({ frame, seen, typed, fields, isAsked, isPlaceUnknown, found, page }: Searched) {
  const { words, url } = frame;
  const { cooperation } = seen;
  const title = words.say('cooperations.search.title');
  const shown = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return (
    <Page frame={frame} title={title} noindex readers="self">
      <PageTitle
        back={
          <BackLink href={`${COOPERATIONS_PATH}/${cooperation.id}`}>{words.say('cooperations.show.back')}</BackLink>
        }
        above={<bdi>{titleOf(words, cooperation)}</bdi>}
        title={title}
        below={words.say('cooperations.search.text')}
      />
      {isPlaceUnknown ? (
        <Notice tone="look">
          <p>{words.say('cooperations.search.placeUnknown', { place: typed.place })}</p>
        </Notice>
      ) : null}
      {isAsked ? (
        <Part title={words.say('cooperations.search.found', { count: found.length })}>
          {found.length === 0 ? (
            <EmptyState title={words.say('cooperations.search.none')}>
              <p>{words.say('cooperations.search.none.text')}</p>
            </EmptyState>
          ) : (
            <>
              <p class="soft">{words.say('cooperations.search.order')}</p>
              <Rows>
                {shown.map((suggestion) => (
                  <SuggestionRow words={words} cooperation={cooperation.id} suggestion={suggestion} fields={fields} />
                ))}
              </Rows>
              <Pager
                words={words}
                page={page}
                pages={Math.ceil(found.length / PAGE_SIZE)}
                href={(other) => pageHref(cooperation.id, url, other)}
              />
            </>
          )}
        </Part>
      ) : null}
      <p>
        <a href={SEARCH_REQUESTS_PATH}>{words.say('cooperations.sought.title')}</a>{' '}
        <span class="soft">{words.say('cooperations.sought.note')}</span>
      </p>
      <SearchForm words={words} action={searchPath(cooperation.id)} typed={typed} fields={fields} />
    </Page>
  );
}

function pageHref(cooperation: string, url: URL, page: number): string {
  const address = new URLSearchParams(url.search);
  address.set('seite', String(page));
  return `${searchPath(cooperation)}?${address.toString()}`;
}

function SuggestionRow({
  words,
  cooperation,
  suggestion: { candidate, met, missing },
  fields,
}: {
  readonly words: Words;
  readonly cooperation: string;
  readonly suggestion: Suggestion<Profile>;
  readonly fields: readonly FieldChoice[];
}) {
  const tell = (wishes: readonly Wish[]) => words.list(wishes.map((wish) => wishName(words, wish, fields)));
  const total = met.length + missing.length;
  const values = { met: met.length, total, fits: tell(met), lacks: tell(missing) };
  return (
    <Row
      href={`/organisationen/${candidate.id}`}
      title={<Spoken of={candidate.name} />}
      beside={
        <LinkButton tone="quiet" href={requestPath(cooperation, candidate.id)}>
          {words.say('cooperations.search.ask')}
          <span class="away">: {candidate.name.text}</span>
        </LinkButton>
      }
      why={words.say(missing.length === 0 ? 'cooperations.search.fitsAll' : 'cooperations.search.fits', values)}
    >
      {candidate.about === null ? null : (
        <p>
          <Spoken of={candidate.about} />
        </p>
      )}
    </Row>
  );
}

function Spoken({ of: { language, text } }: { readonly of: Written }) {
  return language === null ? <bdi>{text}</bdi> : <Passage lang={language}>{text}</Passage>;
}

// words: cooperations.time.*
function wishName(words: Words, wish: Wish, fields: readonly FieldChoice[]): string {
  switch (wish.kind) {
    case 'expertise':
      return words.say('cooperations.search.quoted', { text: wish.value });
    case 'gives':
      return words.say('cooperations.search.seeks', { text: wish.value });
    case 'field':
      return fields.find(({ value }) => value === wish.value)?.label ?? wish.value;
    case 'language':
      return words.languageName(wish.value);
    case 'place':
      return wish.name;
    case 'time':
      return words.say(`cooperations.time.${wish.value}`);
  }
}
