import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import type { Env, Request } from '../../../platform/http/index.ts';
import type { Holding, Keep } from '../../../plain/holding.ts';
import type { Words } from '../../../plain/words.ts';
import { DataTable, OtherForms, Page, PageTitle, Part, type Frame } from '../../../ui/index.ts';
import type { SubjectKind } from '../../claims/index.ts';
import type { FactLine, HoldingLine, Inventory } from '../inventory.ts';

export const INVENTORY_PATH = '/datenschutz/inventar';

export interface InventoryPages {
  readonly frame: (c: Request) => Promise<Frame>;
  readonly inventory: Inventory;
  /** What is kept beside the tables: files, logs, backups. */
  readonly beside: readonly Holding[];
}

/** `/datenschutz/inventar`, and the same with `.json` for machines: what is kept, what for, who reads it, how long. */
export function addInventoryPages(web: Hono<Env>, { frame, inventory, beside }: InventoryPages): void {
  web.get(INVENTORY_PATH, async (c) =>
    c.html(<InventoryPage frame={await frame(c)} inventory={inventory} beside={beside} />),
  );
  web.get(`${INVENTORY_PATH}.json`, (c) => c.json({ ...inventory, beside }));
}

const KINDS: readonly SubjectKind[] = ['organisation', 'offer', 'network'];

// words: protection.inventory.kind.*
function InventoryPage({
  frame,
  inventory: { facts, holdings },
  beside,
}: {
  readonly frame: Frame;
  readonly inventory: Inventory;
  readonly beside: readonly Holding[];
}) {
  const { words } = frame;
  const title = words.say('protection.inventory.title');
  return (
    <Page frame={frame} title={title} alternates>
      <PageTitle title={title} below={words.say('protection.inventory.text')} />
      <p>
        <a href="/was-kann-wer-sehen">{words.say('protection.inventory.toSees')}</a>
      </p>
      {KINDS.map((kind) => (
        <Part title={words.say(`protection.inventory.kind.${kind}`)}>
          <Folded words={words} count={facts.filter(({ subject }) => subject === kind).length}>
            <FactTable words={words} kind={kind} facts={facts.filter(({ subject }) => subject === kind)} />
          </Folded>
        </Part>
      ))}
      <Part title={words.say('protection.inventory.tables')}>
        <p>{words.say('protection.inventory.tables.text')}</p>
        <Folded words={words} count={holdings.length}>
          <HoldingTable words={words} caption={words.say('protection.inventory.tables')} lines={holdings} />
        </Folded>
      </Part>
      <Part title={words.say('protection.inventory.beside')}>
        <Folded words={words} count={beside.length}>
          <HoldingTable words={words} caption={words.say('protection.inventory.beside')} lines={beside} />
        </Folded>
      </Part>
      <OtherForms
        label={words.say('protection.inventory.otherForms')}
        forms={[{ href: `${INVENTORY_PATH}.json`, label: words.say('protection.inventory.json'), icon: 'download' }]}
      />
    </Page>
  );
}

/** The whole page at once would be a wall: each part opens by itself. */
function Folded({
  words,
  count,
  children,
}: {
  readonly words: Words;
  readonly count: number;
  readonly children?: Child;
}) {
  return (
    <details class="more-fields">
      <summary>{words.say('protection.inventory.show', { count })}</summary>
      {children}
    </details>
  );
}

// words: protection.inventory.kind.* protection.inventory.group.* claims.field.* claims.scope.*
function FactTable({
  words,
  kind,
  facts,
}: {
  readonly words: Words;
  readonly kind: SubjectKind;
  readonly facts: readonly FactLine[];
}) {
  return (
    <DataTable
      caption={words.say(`protection.inventory.kind.${kind}`)}
      quietCaption
      rows={facts}
      columns={[
        {
          label: words.say('protection.inventory.what'),
          names: true,
          cell: ({ field }) => words.say(`claims.field.${field}`),
        },
        {
          label: words.say('protection.inventory.purpose'),
          cell: ({ group }) => words.say(`protection.inventory.group.${group}`),
        },
        {
          label: words.say('protection.inventory.readers'),
          cell: (fact) => <FactReaders words={words} fact={fact} />,
        },
        {
          label: words.say('protection.inventory.howLong'),
          cell: ({ halfLifeDays }) => words.say('protection.inventory.halfLife', { count: halfLifeDays }),
        },
      ]}
    />
  );
}

// words: protection.inventory.scope.*
function FactReaders({ words, fact }: { readonly words: Words; readonly fact: FactLine }) {
  return (
    <>
      {words.say(`protection.inventory.scope.${fact.scope}`)}
      {fact.neverWider ? <> {words.say('protection.inventory.neverWider')}</> : null}
      {fact.hidesInProtection ? <> {words.say('protection.inventory.hides')}</> : null}
    </>
  );
}

// words: protection.inventory.purpose.* protection.inventory.reader.*
function HoldingTable({
  words,
  caption,
  lines,
}: {
  readonly words: Words;
  readonly caption: string;
  readonly lines: readonly HoldingLine[];
}) {
  return (
    <DataTable
      caption={caption}
      quietCaption
      rows={lines}
      columns={[
        {
          label: words.say('protection.inventory.purpose'),
          names: true,
          cell: ({ purpose }) => words.say(`protection.inventory.purpose.${purpose}`),
        },
        {
          label: words.say('protection.inventory.where'),
          cell: ({ table, columns }) => <code dir="ltr">{`${table}: ${columns.join(', ')}`}</code>,
        },
        {
          label: words.say('protection.inventory.readers'),
          cell: ({ readers, hidesInProtection }) => (
            <>
              {words.list(readers.map((reader) => words.say(`protection.inventory.reader.${reader}`)))}
              {hidesInProtection === true ? <> {words.say('protection.inventory.hides')}</> : null}
            </>
          ),
        },
        { label: words.say('protection.inventory.howLong'), cell: ({ keep }) => keepInWords(words, keep) },
      ]}
    />
  );
}

// words: protection.inventory.while.* protection.inventory.after.*
/** How long, as a sentence. */
export function keepInWords(words: Words, keep: Keep): string {
  return 'while' in keep
    ? words.say(`protection.inventory.while.${keep.while}`)
    : words.say(`protection.inventory.after.${keep.after}`, { count: keep.days });
}
