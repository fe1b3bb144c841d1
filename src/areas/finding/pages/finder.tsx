import type { Saying, Words } from '../../../plain/words.ts';
import type { Day } from '../../../plain/time.ts';
import {
  Button,
  Buttons,
  Columns,
  DateField,
  EmptyState,
  Facets,
  Fold,
  LinkButton,
  Notice,
  OtherForms,
  Page,
  PageTitle,
  Pager,
  QueryForm,
  RelatedLinks,
  Rows,
  SearchLine,
  SelectField,
  TextField,
  type Facet,
  type Frame,
  type IconName,
} from '../../../ui/index.ts';
import { FACETS, type FacetName } from '../codes.ts';
import type { Found } from '../find.ts';
import { EVERYTHING, type FinderQuery } from '../query.ts';
import { addressOf, FEED_PATH, FINDER_PATH, JSON_FEED_PATH, partsOf, toggled } from './address.ts';
import { ResultRow } from './result.tsx';
import { valueName } from './say-entry.ts';

interface FinderProps {
  readonly frame: Frame;
  readonly found: Found;
  readonly notes: readonly Saying[];
  readonly today: Day;
}

/** The public finder. Everything that was asked stands in the address. */
export function FinderPage({ frame, found, notes, today }: FinderProps) {
  const { words } = frame;
  const { query } = found;
  const language = frame.url.searchParams.get('lang');
  const title = query.text === '' ? words.say('finding.title') : words.say('finding.titleFor', { words: query.text });
  const feed = addressOf({ ...query, page: 1 }, language, FEED_PATH);
  return (
    <Page
      frame={frame}
      title={title}
      description={words.say('finding.description')}
      alternates={query.page === 1 && query.stand === null}
      noindex={query.stand !== null || query.page > 1}
      feed={{ href: feed, title: words.say('finding.feed.title', { title }) }}
    >
      <PageTitle title={words.say('finding.title')} />
      <SearchLine
        words={words}
        action={FINDER_PATH}
        label={words.say('finding.search.label')}
        value={query.text}
        example={words.say('finding.search.example')}
        hint={words.say('finding.search.notStored')}
        keep={kept({ ...query, text: '' }, language)}
      />
      <Notes frame={frame} found={found} notes={[...notes, ...found.notes]} />
      <Columns sideFirst side={<Narrow frame={frame} found={found} language={language} />}>
        <Asked words={words} found={found} today={today} />
        <p role="status">
          <b>{words.say('finding.results', { count: found.total })}</b>
        </p>
        {query.stand === null ? null : (
          <Notice>{words.say('finding.stand.told', { day: words.day(query.stand) })}</Notice>
        )}
        {found.total === 0 ? <Nothing frame={frame} query={query} language={language} /> : null}
        <Rows label={words.say('finding.results.label')}>
          {found.results.map((entry) => (
            <ResultRow words={words} entry={entry} today={today} />
          ))}
        </Rows>
        <Pager
          words={words}
          page={query.page}
          pages={found.pages}
          href={(page) => addressOf({ ...query, page }, language)}
        />
        {found.total === 0 ? null : <p class="soft">{words.say('finding.order')}</p>}
        <OtherForms
          label={words.say('finding.otherForms')}
          forms={[
            { href: feed, label: words.say('finding.feed.link'), icon: 'feed' },
            {
              href: addressOf({ ...query, page: 1 }, language, JSON_FEED_PATH),
              label: words.say('finding.feed.json'),
              icon: 'feed',
            },
          ]}
        />
      </Columns>
    </Page>
  );
}

function Notes({ frame: { words, url }, found, notes }: Pick<FinderProps, 'frame' | 'found' | 'notes'>) {
  const language = url.searchParams.get('lang');
  return (
    <>
      {notes.length === 0 ? null : (
        <Notice tone="look">
          {notes.map((note) => (
            <p>{words.tell(note)}</p>
          ))}
        </Notice>
      )}
      <RelatedLinks
        title={words.say('finding.place.which')}
        links={found.placeChoices.map(({ id, name, within }) => ({
          href: addressOf({ ...found.query, place: id, page: 1 }, language),
          label: name,
          note: within,
        }))}
      />
    </>
  );
}

function Nothing({
  frame: { words },
  query,
  language,
}: {
  readonly frame: Frame;
  readonly query: FinderQuery;
  readonly language: string | null;
}) {
  return (
    <EmptyState title={words.say('finding.noResult.title')}>
      <p>{words.say('finding.noResult.tryFewerWords')}</p>
      <Buttons>
        {query.text === '' || !isNarrowed(query) ? null : (
          <LinkButton tone="quiet" href={addressOf({ ...EVERYTHING, text: query.text }, language)}>
            {words.say('finding.noResult.withoutChoices')}
          </LinkButton>
        )}
        <LinkButton tone="quiet" href={addressOf(EVERYTHING, language)}>
          {words.say('finding.noResult.everything')}
        </LinkButton>
      </Buttons>
    </EmptyState>
  );
}

const DISTANCES = ['2', '5', '10', '20', '50', '100'];

function Narrow({
  frame,
  found,
  language,
}: Pick<FinderProps, 'frame' | 'found'> & { readonly language: string | null }) {
  const { words } = frame;
  const { query } = found;
  return (
    <Facets
      words={words}
      facets={facetsOf(frame, found, language)}
      also={placesOf(words, found).map((label) => ({
        label,
        href: addressOf({ ...query, place: null, km: null, page: 1 }, language),
      }))}
      clear={addressOf({ ...EVERYTHING, text: query.text }, language)}
    >
      <Fold label={words.say('finding.place.title')} open={query.place !== null}>
        <QueryForm
          action={FINDER_PATH}
          label={words.say('finding.place.title')}
          keep={kept({ ...query, place: null, km: null }, language)}
        >
          <TextField
            words={words}
            name="place"
            label={words.say('finding.place.label')}
            value={found.place?.name ?? query.place ?? ''}
            optional
          />
          <SelectField
            words={words}
            name="km"
            label={words.say('finding.place.distance')}
            value={query.km === null ? '' : String(query.km)}
            empty={words.say('finding.place.within')}
            choices={DISTANCES.map((km) => ({
              value: km,
              label: words.say('finding.place.km', { km: words.number(Number(km)) }),
            }))}
            optional
          />
          <Button tone="quiet" icon="place">
            {words.say('finding.place.go')}
          </Button>
        </QueryForm>
      </Fold>
      <Fold label={words.say('finding.stand.title')} open={query.stand !== null}>
        <QueryForm
          action={FINDER_PATH}
          label={words.say('finding.stand.title')}
          keep={kept({ ...query, stand: null }, language)}
        >
          <DateField
            words={words}
            name="stand"
            label={words.say('finding.stand.label')}
            value={query.stand ?? ''}
            optional
          />
          <Button tone="quiet" icon="calendar">
            {words.say('finding.stand.go')}
          </Button>
        </QueryForm>
      </Fold>
    </Facets>
  );
}

/** What was asked and when, for the sheet of paper: there the search line and the choices are left out. */
function Asked({
  words,
  found: { query, ...found },
  today,
}: Pick<FinderProps, 'found' | 'today'> & { readonly words: Words }) {
  const chosen = FACETS.flatMap((facet) => query.chosen[facet].map((value) => valueName(words, facet, value)));
  const asked = [query.text, ...chosen, ...placesOf(words, { query, ...found })].filter((part) => part !== '');
  return (
    <p class="print-only">
      {[...asked, words.day(today)].map((part, order) => (
        <>
          {order === 0 ? '' : ' · '}
          <bdi>{part}</bdi>
        </>
      ))}
    </p>
  );
}

/** The place that was asked for, with its distance. */
function placesOf(words: Words, { query: { km }, place }: Found): readonly string[] {
  if (place === null) return [];
  if (km === null) return [place.name];
  // The name comes first, but the line has the direction of the page (right-to-left mark).
  const mark = words.dir === 'rtl' ? '\u200F' : '';
  return [`${mark}${place.name}, ${words.say('finding.place.km', { km: words.number(km) })}`];
}

function isNarrowed({ chosen, place, stand }: FinderQuery): boolean {
  return place !== null || stand !== null || FACETS.some((facet) => chosen[facet].length > 0);
}

// words: finding.facet.*
function facetsOf({ words }: Frame, { query, facets }: Found, language: string | null): readonly Facet[] {
  return facets.map(({ facet, values }) => ({
    label: words.say(`finding.facet.${facet}`),
    open: facet === 'field',
    options: values.map(({ value, count, chosen }) => ({
      label: valueName(words, facet, value),
      count,
      chosen,
      href: addressOf(toggled(query, facet, value), language),
      icon: iconOf(facet, value),
    })),
  }));
}

const FIELD_ICONS: ReadonlyMap<string, IconName> = new Map([
  ['housing', 'housing'],
  ['education', 'education'],
  ['work', 'work'],
  ['health', 'health'],
  ['transport', 'transport'],
  ['selfOrganisation', 'selfOrganisation'],
  ['culture', 'culture'],
]);

function iconOf(facet: FacetName, value: string): IconName | undefined {
  return facet === 'field' ? FIELD_ICONS.get(value) : undefined;
}

/** The parts of the address that a form keeps; from the first page on. */
function kept(query: FinderQuery, language: string | null): Readonly<Record<string, string>> {
  return { ...partsOf({ ...query, page: 1 }), ...(language === null ? {} : { lang: language }) };
}
