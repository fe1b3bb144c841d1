import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/index.ts';
import { rankOf } from '../../../plain/actor.ts';
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
import { isSearched, readSearch, wishesIn, type SearchTyped } from '../forms.ts';
import type { Seen } from '../load.ts';
import { offerIn, WAYS, type Offered } from '../offer.ts';
import type { Answers } from '../plan.ts';
import { COOPERATIONS_PATH, requestPath, SEARCH_REQUESTS_PATH, searchPath } from '../paths.ts';
import { findKnown } from '../store.ts';
import { findPlan } from '../store-plan.ts';
import { suggest, wishesOf, type Criteria, type Suggestion, type Wish } from '../suggest.ts';
import { seenAt, titleOf, type CooperationPages, type Profile, type Written } from './access.ts';
import { FromPlan } from './from-plan.tsx';
import { pageAt, type Paged } from './paged.ts';
import { SearchForm, type FieldChoice } from './search-form.tsx';

const PAGE_SIZE = 12;

/** `/kooperationen/:id/suchen`: who may fit, and why. What is looked for stands in the address and nowhere else. */
export function addSearchPage(web: Hono<Env>, pages: CooperationPages): void {
  web.get(`${COOPERATIONS_PATH}/:id/suchen`, async (c) => {
    const seen = await seenAt(c);
    const { words, read } = c.var;
    const { searchParams } = new URL(c.req.url);
    const fields = pages.fieldsOfAction(words);
    const wanted = readSearch(
      searchParams,
      fields.map(({ value }) => value),
    );
    const { answers } = await read.db.read((db) => findPlan(db, seen.cooperation.id, seen.own));
    const offered = isSearched(searchParams) ? null : offerIn(answers);
    // Filled in is not yet looked for: nothing is found before somebody presses the button.
    const typed = offered === null ? wanted : { ...wanted, gives: givesIn(words, offered) };
    const place = typed.place === '' ? null : pages.placeOf(typed.place);
    const criteria = criteriaOf(wanted, place);
    const isAsked = wishesOf(criteria).length > 0;
    const known = typed.isNew ? await read.db.read(findKnown) : [];
    const mine = new Set([...known, ...seen.cooperation.partners.map(({ organisation }) => organisation)]);
    const candidates = isAsked ? await pages.candidatesFor(read, criteria) : [];
    const found = suggest(
      candidates.filter(({ id }) => !mine.has(id)),
      criteria,
      seen.cooperation.id,
    );
    return c.html(
      <SearchPage
        frame={await pages.frame(c)}
        seen={seen}
        typed={typed}
        answers={answers}
        isFromPlan={typed !== wanted && typed.gives !== ''}
        fields={fields}
        isAsked={isAsked}
        isPlaceUnknown={typed.place !== '' && place === null}
        found={found}
        paged={pageAt(c, found.length, PAGE_SIZE)}
        maySeek={rankOf(c.var.actor) !== 'account'}
      />,
    );
  });
}

// words: cooperations.offer.way.*
/** What can be given, as wishes in the words in which somebody may look for it. */
function givesIn(words: Words, { words: texts, money }: Offered): string {
  const gives = [
    ...(texts.money === undefined && money === undefined ? [] : [words.say('cooperations.offer.sought.money')]),
    ...WAYS.filter((way) => way !== 'money' && way !== 'other' && texts[way] !== undefined).map((way) =>
      words.say(`cooperations.offer.way.${way}`),
    ),
  ];
  return gives.join(', ');
}

function criteriaOf(typed: SearchTyped, place: Criteria['place']): Criteria {
  const { field: fields, language: languages, time: times } = typed;
  return {
    names: typed.name === '' ? [] : [typed.name],
    expertise: wishesIn(typed.expertise),
    gives: wishesIn(typed.gives),
    fields,
    languages,
    place,
    times,
  };
}

interface Searched {
  readonly frame: Frame;
  readonly seen: Seen;
  readonly typed: SearchTyped;
  readonly answers: Answers;
  /** What can be given was filled in from the plan. */
  readonly isFromPlan: boolean;
  readonly fields: readonly FieldChoice[];
  readonly isAsked: boolean;
  readonly isPlaceUnknown: boolean;
  readonly found: readonly Suggestion<Profile>[];
  readonly paged: Paged;
  /** Whether this reader may tell the network what is looked for. */
  readonly maySeek: boolean;
}

function SearchPage({
  frame,
  seen,
  typed,
  answers,
  isFromPlan,
  fields,
  isAsked,
  isPlaceUnknown,
  found,
  paged,
  maySeek,
}: Searched) {
  const { words, url } = frame;
  const { cooperation } = seen;
  const title = words.say('cooperations.search.title');
  const shown = found.slice(paged.offset, paged.offset + paged.limit);
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
                page={paged.page}
                pages={paged.pages}
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
      {maySeek ? (
        <p>
          <a href={`${SEARCH_REQUESTS_PATH}/neu?zu=${cooperation.id}`}>{words.say('cooperations.sought.new')}</a>
        </p>
      ) : null}
      <FromPlan words={words} answers={answers} questions={['partner']} />
      <SearchForm {...{ words, typed, isFromPlan, fields }} action={searchPath(cooperation.id)} />
    </Page>
  );
}

function pageHref(cooperation: string, url: URL, page: number): string {
  const address = new URLSearchParams(url.search);
  address.set('seite', String(page));
  return `${searchPath(cooperation)}?${address.toString()}`;
}

// words: cooperations.search.fits cooperations.search.fitsAll cooperations.search.lacks
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
  // What is wished for is the same in every row; what somebody seeks besides is counted nowhere.
  const [wished, sought] = [met.filter(({ kind }) => kind !== 'gives'), met.filter(({ kind }) => kind === 'gives')];
  const values = {
    met: wished.length,
    total: wished.length + missing.length,
    fits: tell(wished),
    lacks: tell(missing),
  };
  const key = wished.length === 0 ? 'lacks' : missing.length === 0 ? 'fitsAll' : 'fits';
  const fits = [
    ...(values.total === 0 ? [] : [words.say(`cooperations.search.${key}`, values)]),
    ...(sought.length === 0 ? [] : [words.say('cooperations.search.seeks', { texts: tell(sought) })]),
  ].join(' ');
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
      why={fits}
    >
      {candidate.otherName === null ? null : (
        <p>
          <Spoken of={candidate.otherName} />
        </p>
      )}
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
    case 'name':
    case 'expertise':
    case 'gives':
      return words.say('cooperations.search.quoted', { text: wish.value });
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
