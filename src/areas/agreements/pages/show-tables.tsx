import type { Child } from 'hono/jsx';
import { showMoney } from '../../../plain/money.ts';
import { DataTable } from '../../../ui/index.ts';
import type { Paragraph, Texts } from '../paragraph.ts';
import { sayMinutes } from '../say-part.ts';
import { budgetOf, sharesOf, sumOfLines } from '../shares.ts';
import { paragraphsOf } from '../text.ts';
import { Standing, type Document } from './show-paragraph.tsx';
import { Gaps, OrOpen, PartnerName, SpokenLine } from './spoken.tsx';

/** Who does what: result, who, hours, paid or not, until when, and whether the doing side can. */
export function TaskTable({ document }: { readonly document: Document }) {
  const { words, text } = document;
  const tasks = paragraphsOf(text, 'task');
  return (
    <DataTable
      caption={words.say('agreements.show.section.tasks')}
      quietCaption
      rows={tasks}
      columns={[
        {
          label: words.say('agreements.part.task.result'),
          names: true,
          cell: (task) => named(document, task, task.parts.result),
        },
        { label: words.say('agreements.part.task.doer'), cell: ({ parts }) => who(document, parts.doer) },
        {
          label: words.say('agreements.part.task.effort'),
          cell: ({ parts }) => (
            <OrOpen words={words}>
              {parts.effort === null
                ? null
                : words.say('agreements.show.hoursPaid', {
                    hours: sayMinutes(words, parts.effort),
                    paid: words.say(parts.isPaid ? 'agreements.option.paid' : 'agreements.option.unpaid'),
                  })}
            </OrOpen>
          ),
        },
        {
          label: words.say('agreements.part.task.until'),
          cell: ({ parts }) => <OrOpen words={words}>{parts.until === null ? null : words.day(parts.until)}</OrOpen>,
        },
      ]}
    />
  );
}

// words: agreements.option.sort.*
/** Where the money goes, line by line, and what each partner has of it: to the cent, and in percent that sum to 100. */
export function MoneyTables({ document }: { readonly document: Document }) {
  const { words, text } = document;
  const budget = budgetOf(text);
  const money = (cents: number): string => showMoney(cents, words.language);
  return (
    <>
      <DataTable
        caption={words.say('agreements.show.lines')}
        rows={paragraphsOf(text, 'line')}
        columns={[
          {
            label: words.say('agreements.part.line.purpose'),
            names: true,
            cell: (line) => named(document, line, line.parts.purpose),
          },
          {
            label: words.say('agreements.part.line.sort'),
            cell: ({ parts }) => (
              <OrOpen words={words}>
                {parts.sort === null ? null : words.say(`agreements.option.sort.${parts.sort}`)}
              </OrOpen>
            ),
          },
          { label: words.say('agreements.part.line.receiver'), cell: ({ parts }) => who(document, parts.receiver) },
          {
            label: words.say('agreements.part.line.amount'),
            numeric: true,
            cell: ({ parts }) => <OrOpen words={words}>{parts.amount === null ? null : money(parts.amount)}</OrOpen>,
          },
        ]}
      />
      <DataTable
        caption={words.say('agreements.show.shares')}
        rows={sharesOf(text)}
        columns={[
          {
            label: words.say('agreements.show.partner'),
            names: true,
            cell: ({ partner }) => <PartnerName text={text} id={partner} />,
          },
          { label: words.say('agreements.part.line.amount'), numeric: true, cell: ({ cents }) => money(cents) },
          {
            label: words.say('agreements.show.share'),
            numeric: true,
            cell: ({ tenths }) => words.say('agreements.show.percent', { share: tenths / 1000 }),
          },
        ]}
      />
      <p>
        {budget === null
          ? words.say('agreements.show.given', { sum: money(sumOfLines(text)) })
          : words.say('agreements.show.givenOf', { sum: money(sumOfLines(text)), budget: money(budget) })}
      </p>
    </>
  );
}

// words: agreements.option.doneBy.*
/** Which work who does, and where it ends for volunteers. */
export function BoundaryTable({ document }: { readonly document: Document }) {
  const { words, text } = document;
  return (
    <DataTable
      caption={words.say('agreements.show.boundaries')}
      rows={paragraphsOf(text, 'boundary')}
      columns={[
        {
          label: words.say('agreements.part.boundary.work'),
          names: true,
          cell: (one) => named(document, one, one.parts.work),
        },
        {
          label: words.say('agreements.part.boundary.doneBy'),
          cell: ({ parts }) => (
            <OrOpen words={words}>
              {parts.doneBy === null ? null : words.say(`agreements.option.doneBy.${parts.doneBy}`)}
            </OrOpen>
          ),
        },
        {
          label: words.say('agreements.part.boundary.limit'),
          cell: ({ parts }) => <SpokenLine reading={document} texts={parts.limit} />,
        },
      ]}
    />
  );
}

/** What a row is about, and who stands behind it. */
function named(document: Document, paragraph: Paragraph, texts: Texts): Child {
  const gaps = Gaps({ reading: document, texts });
  return (
    <div id={`p-${paragraph.id}`}>
      <SpokenLine reading={{ ...document, gaps: false }} texts={texts} />
      {gaps === null ? null : <div class="standing">{gaps}</div>}
      <Standing document={document} paragraph={paragraph} />
    </div>
  );
}

function who({ words, text }: Document, partner: string | null): Child {
  return <OrOpen words={words}>{partner === null ? null : <PartnerName text={text} id={partner} />}</OrOpen>;
}
