import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/index.ts';
import type { Words } from '../../../plain/words.ts';
import {
  BackLink,
  Button,
  DataTable,
  EmptyState,
  Form,
  Notice,
  Page,
  PageTitle,
  Pager,
  Part,
} from '../../../ui/index.ts';
import { knownOf } from '../../claims/index.ts';
import { contradictionsIn, type Contradiction } from '../contradiction.ts';
import { pageForm } from '../forms.ts';
import type { Judgement } from '../judgement.ts';
import { findOwnNames } from '../show-question.ts';
import { findJudgements } from '../store.ts';
import { findBelonging } from '../store-pairs.ts';
import { DUPLICATES_PATH, JUDGEMENTS_PATH, keepersOnly, type DuplicatePages } from './access.ts';
import { findMarks, tellApart } from './apart.ts';

const A_PAGE = 50;

interface Judged {
  readonly words: Words;
  /** What the two are called, told apart. */
  readonly namesOf: (judgement: Judgement) => readonly [string, string];
  readonly hrefOf: (subject: string) => string;
  readonly belonging: ReadonlyMap<string, string>;
}

/** `/dasselbe/urteile`: what was judged, each to be taken back; what cannot all be true stands on top. */
export function addJudgementPages(web: Hono<Env>, pages: DuplicatePages): void {
  web.get(JUDGEMENTS_PATH, async (c) => {
    keepersOnly(c);
    const { seite } = pageForm.parse(c.req.query());
    const { words } = c.var;
    const { all, some, contradictions, named, marks, known, belonging } = await c.var.read.db.read(async (db) => {
      const judgements = await findJudgements(db);
      const against = contradictionsIn(judgements);
      const newest = judgements.toSorted((a, b) => (a.id > b.id ? -1 : 1));
      const shown = newest.slice((seite - 1) * A_PAGE, seite * A_PAGE);
      const told = [...shown, ...against.flatMap(({ judgement, way }) => [judgement, ...way])];
      const names = await findOwnNames(db, [...new Set(told.flatMap(({ pair }) => pair))]);
      const nameOf = (id: string) => names.get(id) ?? words.say('duplicates.nameless');
      const pairs = told.map(({ id, pair }) => ({ id, pair, names: [nameOf(pair[0]), nameOf(pair[1])] as const }));
      return {
        all: judgements.length,
        some: shown,
        contradictions: against,
        named: new Map(pairs.map((each) => [each.id, each.names])),
        marks: await findMarks(db, words, pages, pairs),
        known: await knownOf(db, [...new Set(shown.flatMap(({ pair }) => pair))]),
        belonging: await findBelonging(
          db,
          told.map(({ id }) => id),
        ),
      };
    });
    const frame = await pages.frame(c);
    const judged: Judged = {
      words,
      namesOf: ({ id, pair }) => tellApart(words, pair, named.get(id) ?? ['', ''], marks),
      hrefOf: (id) => pages.pathOf(known.get(id)?.kind ?? 'organisation', id),
      belonging,
    };
    const title = words.say('duplicates.judgements');
    return c.html(
      <Page frame={frame} title={title} noindex readers="keepers">
        <PageTitle
          back={<BackLink href={DUPLICATES_PATH}>{words.say('duplicates.title')}</BackLink>}
          title={title}
          below={words.say('duplicates.judgements.text')}
        />
        <Contradictions judged={judged} contradictions={contradictions} />
        {all === 0 ? (
          <EmptyState title={words.say('duplicates.judgements.none')} icon="check" />
        ) : (
          <Part title={words.say('duplicates.judgements.all', { count: all })}>
            <Table judged={judged} rows={some} />
            <Pager
              words={words}
              page={seite}
              pages={Math.ceil(all / A_PAGE)}
              href={(to) => `${JUDGEMENTS_PATH}?seite=${to}`}
            />
          </Part>
        )}
      </Page>,
    );
  });
}

function Contradictions({
  judged,
  contradictions,
}: {
  readonly judged: Judged;
  readonly contradictions: readonly Contradiction[];
}) {
  const { words } = judged;
  if (contradictions.length === 0) return null;
  return (
    <Part title={words.say('duplicates.contradictions')}>
      <p>{words.say('duplicates.contradictions.text')}</p>
      {contradictions.map(({ judgement, way }) => (
        <Notice tone="look" title={words.say('duplicates.contradictions.one')}>
          <ul>
            {[judgement, ...way].map((each) => {
              const [one, other] = judged.namesOf(each);
              return (
                <li>
                  <bdi>{one}</bdi> – <bdi>{other}</bdi>: <b>{outcomeOf(judged, each)}</b>{' '}
                  <TakeBack words={words} judgement={each} />
                </li>
              );
            })}
          </ul>
        </Notice>
      ))}
    </Part>
  );
}

// words: duplicates.outcome.*
function outcomeOf({ words, belonging, namesOf }: Judged, judgement: Judgement): string {
  const part = belonging.get(judgement.id);
  if (judgement.outcome !== 'part' || part === undefined) return words.say(`duplicates.outcome.${judgement.outcome}`);
  const [one, other] = namesOf(judgement);
  return part === judgement.pair[0]
    ? words.say('duplicates.part.of', { part: one, whole: other })
    : words.say('duplicates.part.of', { part: other, whole: one });
}

// words: duplicates.by.*
function Table({ judged, rows }: { readonly judged: Judged; readonly rows: readonly Judgement[] }) {
  const { words } = judged;
  return (
    <DataTable<Judgement>
      caption={words.say('duplicates.judgements')}
      quietCaption
      rows={rows}
      columns={[
        {
          label: words.say('duplicates.judgements.pair'),
          names: true,
          cell: (row) => {
            const [one, other] = judged.namesOf(row);
            return (
              <>
                <a href={judged.hrefOf(row.pair[0])}>
                  <bdi>{one}</bdi>
                </a>
                <br />
                <a href={judged.hrefOf(row.pair[1])}>
                  <bdi>{other}</bdi>
                </a>
              </>
            );
          },
        },
        {
          label: words.say('duplicates.judgements.outcome'),
          cell: (row) => (
            <>
              {outcomeOf(judged, row)}
              {row.outcome === 'same' && row.heads[0] !== row.heads[1] ? (
                <div class="soft">{words.say('duplicates.judgements.notMerged')}</div>
              ) : null}
            </>
          ),
        },
        ...(rows.some(({ words: why }) => why !== null)
          ? [
              {
                label: words.say('duplicates.judgements.why'),
                cell: ({ words: why }: Judgement) => <bdi>{why ?? ''}</bdi>,
              },
            ]
          : []),
        {
          label: words.say('duplicates.judgements.by'),
          short: true,
          cell: ({ byRole }) => words.say(`duplicates.by.${byRole}`),
        },
        { label: words.say('duplicates.judgements.day'), short: true, cell: ({ day }) => words.day(day) },
        {
          label: words.say('duplicates.judgements.back'),
          short: true,
          cell: (row) => <TakeBack words={words} judgement={row} />,
        },
      ]}
    />
  );
}

function TakeBack({ words, judgement }: { readonly words: Words; readonly judgement: Judgement }) {
  return (
    <Form action={`${DUPLICATES_PATH}/ruecknahme`} hidden={{ judgement: judgement.id, from: 'urteile' }}>
      <Button tone="quiet" icon="undo">
        {words.say('duplicates.judgements.takeBack')}
      </Button>
    </Form>
  );
}
