import type { Words } from '../plain/words.ts';
import { Bars } from './bars.tsx';
import { BackLink, LinkButton } from './button.tsx';
import { Card, Door, Pair } from './card.tsx';
import { Facets } from './facets.tsx';
import { Facts, Statements } from './facts.tsx';
import type { Frame } from './frame.ts';
import { Icon } from './icons/icon.tsx';
import { Weave } from './icons/mark.tsx';
import { SHAPES, type IconName } from './icons/shapes.ts';
import { KitForm } from './kit-form.tsx';
import { ARABIC, GERMAN, type KitSample } from './kit-sample.ts';
import { Columns, EmptyState, OtherForms, PageTitle, Part, PrintSheet } from './layout.tsx';
import { Chip, Notice, type Tone } from './notice.tsx';
import { Page } from './page.tsx';
import { Pager } from './pager.tsx';
import { Marked, Passage } from './passage.tsx';
import { Progress } from './progress.tsx';
import { Row, Rows } from './rows.tsx';
import { SearchLine } from './search-line.tsx';
import { Steps } from './steps.tsx';
import { DataTable } from './table.tsx';
import { RelatedLinks, Tabs } from './tabs.tsx';

const TONES: readonly Tone[] = ['plain', 'ok', 'look', 'end', 'room'];
const SEVEN: readonly IconName[] = [
  'housing',
  'education',
  'work',
  'health',
  'transport',
  'selfOrganisation',
  'culture',
];

/** Every part of the kit on one page, to be looked at in development. */
export function kitPage(words: Words, frame: Frame) {
  const sample = words.language === 'ar' ? ARABIC : GERMAN;
  return (
    <Page frame={frame} title={sample.heading} noindex islands={['error-focus', 'file-limit', 'live-progress']}>
      <PageTitle title={sample.heading} below={sample.lead} back={<BackLink href="/">{sample.back}</BackLink>} />
      <Beginning words={words} sample={sample} />
      <Finding words={words} sample={sample} />
      <Knowing words={words} sample={sample} />
      <Part title={sample.parts.writing}>
        <KitForm words={words} sample={sample} />
      </Part>
      <Telling words={words} sample={sample} />
      <Moving words={words} sample={sample} />
    </Page>
  );
}

interface Shown {
  readonly words: Words;
  readonly sample: KitSample;
}

function Beginning({ words, sample }: Shown) {
  const [first, second] = sample.doors;
  return (
    <Part title={sample.search.question}>
      <SearchLine
        words={words}
        action="/_kit"
        label={sample.search.question}
        example={sample.search.example}
        hint={sample.search.hint}
        keep={{ lang: words.language }}
      />
      <Pair>
        <Door href="#" title={first.title} icon="search">
          {first.text}
        </Door>
        <Door href="#" title={second.title} icon="people" thread="second">
          {second.text}
        </Door>
      </Pair>
      <Statements
        statements={sample.statements.map(({ text, figures, note }) => ({
          text: <Marked text={text} parts={figures} />,
          note,
        }))}
      />
    </Part>
  );
}

function Finding({ words, sample }: Shown) {
  const facets = sample.facets.map(({ label, options }, group) => ({
    label,
    open: group === 1,
    options: options.map((option, index) => ({
      label: option,
      count: 41 - 9 * index,
      href: '#',
      chosen: group === 0 && index === 0,
    })),
  }));
  return (
    <Part title={sample.parts.finding}>
      <Columns sideFirst side={<Facets words={words} facets={facets} clear="#" />}>
        <Rows label={sample.parts.finding}>
          {sample.rows.map(({ name, lang, what, why, fresh, isFresh, chip }) => (
            <Row
              href="#"
              title={lang === null ? <bdi>{name}</bdi> : <Passage lang={lang}>{name}</Passage>}
              beside={
                <>
                  <Chip tone={isFresh ? 'ok' : 'look'} icon={isFresh ? 'check' : 'clock'}>
                    {fresh}
                  </Chip>
                  <Chip>{chip}</Chip>
                </>
              }
              why={why}
            >
              <Marked text={what} parts={[what.split(' ')[0] ?? '']} found />
            </Row>
          ))}
        </Rows>
        <Pager words={words} page={3} pages={12} href={(page) => `?page=${page}`} />
        <EmptyState title={sample.empty.title}>
          <p>{sample.empty.text}</p>
        </EmptyState>
      </Columns>
    </Part>
  );
}

function Knowing({ words, sample }: Shown) {
  const [name, example, count] = sample.table.headers;
  const facts = sample.facts.map(({ term, value, note }) => ({ term, value, note: note ?? undefined }));
  return (
    <Part title={sample.parts.facts}>
      <Facts facts={facts} />
      <Pair>
        <Card
          title={
            <mark>
              <bdi>{sample.rows[0]?.name}</bdi>
            </mark>
          }
          note={sample.facts[0]?.note}
        >
          <p>{sample.rows[0]?.what}</p>
        </Card>
        <Card title={<bdi>{sample.rows[1]?.name}</bdi>} note={sample.facts[1]?.note}>
          <p>{sample.rows[1]?.what}</p>
        </Card>
      </Pair>
      <DataTable
        caption={sample.table.caption}
        columns={[
          { label: name, names: true, cell: ([first]) => <bdi>{first}</bdi> },
          { label: example, cell: ([, second]) => <bdi>{second}</bdi> },
          { label: count, numeric: true, cell: ([, , third]) => words.number(third) },
        ]}
        rows={sample.table.rows}
      />
      <Bars
        words={words}
        title={sample.table.headers[2]}
        of={name}
        value={count}
        bars={sample.table.rows.map(([label, , value]) => ({ label, value }))}
      />
    </Part>
  );
}

function Telling({ words, sample }: Shown) {
  return (
    <Part title={sample.parts.telling}>
      {TONES.map((tone, index) => (
        <Notice tone={tone} title={sample.tones[index]}>
          <p>{sample.lead}</p>
        </Notice>
      ))}
      <p class="chips">
        {TONES.map((tone, index) => (
          <Chip tone={tone}>{sample.tones[index]}</Chip>
        ))}
      </p>
      <Progress words={words} label={sample.progress} done={1240} total={3400} refresh={5} />
    </Part>
  );
}

function Moving({ words, sample }: Shown) {
  const states = ['done', 'done', 'now', 'ahead'] as const;
  return (
    <>
      <Part title={sample.parts.moving}>
        <Steps
          words={words}
          label={sample.parts.moving}
          steps={sample.steps.map((label, index) => ({
            label,
            state: states[index] ?? 'ahead',
            href: index === 0 ? '#' : undefined,
          }))}
        />
        <Tabs
          label={sample.parts.facts}
          tabs={sample.tabs.map((label, index) => ({ href: '#', label, current: index === 0 }))}
        />
        <OtherForms
          label={sample.parts.sheet}
          forms={[
            { href: '#', label: sample.parts.sheet, icon: 'print' },
            { href: '#', label: sample.table.caption, icon: 'download' },
          ]}
        />
        <LinkButton href="#" tone="quiet" icon="next">
          {sample.steps[3]}
        </LinkButton>
        <RelatedLinks title={sample.tabs[1]} links={sample.related.map((label) => ({ href: '#', label }))} />
      </Part>
      <Weave />
      <Part title={sample.parts.icons}>
        <ul class="chips">
          {SEVEN.map((icon, index) => (
            <li>
              <Chip icon={icon}>{sample.seven[index]}</Chip>
            </li>
          ))}
        </ul>
        <p dir="ltr" lang="en" class="chips">
          {Object.keys(SHAPES).map((name) => (
            <Chip icon={isIcon(name) ? name : undefined}>{name}</Chip>
          ))}
        </p>
      </Part>
      <PrintSheet title={sample.parts.sheet} below={sample.lead}>
        <p>
          <Icon name="print" /> {sample.search.hint}
        </p>
      </PrintSheet>
    </>
  );
}

function isIcon(name: string): name is IconName {
  return name in SHAPES;
}
