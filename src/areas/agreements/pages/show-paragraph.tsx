import type { Child } from 'hono/jsx';
import { Button, Chip, Chips, Facts, Form } from '../../../ui/index.ts';
import { inTheNameOf } from '../../cooperations/index.ts';
import { askedFor } from '../asked.ts';
import { changersOf, countererOf, everyoneIn } from '../history.ts';
import { sayNumbered } from '../numbered.ts';
import { hashOfParagraph, partsOf, type Paragraph, type Part, type Texts } from '../paragraph.ts';
import { confirmPath } from '../paths.ts';
import { nameIn, sayPart } from '../say-part.ts';
import type { Confirmed } from '../show-agreement.ts';
import type { VersionHead } from '../store-history.ts';
import { sayCountered } from './partner-names.ts';
import { SpokenBlock, SpokenLine, type Reading } from './spoken.tsx';

/** A text of an agreement as a document: one that is looked at again, or the newest, in which somebody says yes. */
export interface Document extends Reading {
  readonly agreement: string;
  readonly history: readonly VersionHead[];
  /** Null for a version of the past: nobody says yes to it any more. */
  readonly now: { readonly own: string; readonly confirmed: Confirmed; readonly isSigned: boolean } | null;
}

/** A paragraph that is one thing said: its first text, what else there is to know of it, and who stands behind it. */
export function ParagraphRow({
  document,
  paragraph,
  number,
  children,
}: {
  readonly document: Document;
  readonly paragraph: Paragraph;
  readonly number: number | null;
  readonly children?: Child;
}) {
  const [lead, ...rest] = partsOf(paragraph);
  return (
    <li id={`p-${paragraph.id}`} class="paragraph">
      {number === null ? null : <span class="soft count">{document.words.number(number)}</span>}
      <div>
        {lead === undefined || !isTexts(lead.value) ? null : <SpokenBlock reading={document} texts={lead.value} />}
        {children}
        <PartFacts document={document} paragraph={paragraph} parts={isTexts(lead?.value) ? rest : partsOf(paragraph)} />
        <Standing document={document} paragraph={paragraph} />
      </div>
    </li>
  );
}

// words: agreements.part.*
/** What is known of a paragraph part by part; what need not be said and is not said stays away. */
export function PartFacts({
  document,
  paragraph: { kind },
  parts,
}: {
  readonly document: Document;
  readonly paragraph: Paragraph;
  readonly parts: readonly Part[];
}) {
  const { words } = document;
  const facts = parts.flatMap(({ name, declared, value }) => {
    const said = sayPart(words, document.text, { kind, part: name, value });
    const isSilent = value === false || (said === null && !hasWords(value));
    if (isSilent && declared.needed === undefined) return [];
    return [
      {
        term: words.say(`agreements.part.${kind}.${name}`),
        value: isTexts(value) ? (
          <SpokenLine reading={document} texts={value} />
        ) : (
          (isolated(said, declared.holds) ?? <span class="soft">{words.say('agreements.show.open')}</span>)
        ),
      },
    ];
  });
  return facts.length === 0 ? null : <Facts facts={facts} />;
}

function isolated(said: string | null, holds: Part['declared']['holds']): Child | null {
  return said !== null && holds === 'partner' ? <bdi>{said}</bdi> : said;
}

/** Who brought a paragraph, who changed it, and who has said yes; to whoever still has to: the button. */
export function Standing({ document, paragraph }: { readonly document: Document; readonly paragraph: Paragraph }) {
  const { words, now, history } = document;
  const last = changersOf(history, paragraph.id).at(-1);
  const everyone = everyoneIn(history);
  const counterer = countererOf(history, paragraph.id);
  return (
    <div class="standing">
      <p class="soft">
        {counterer === null
          ? words.say('agreements.show.broughtBy', { partner: nameIn(everyone, paragraph.origin) })
          : sayCountered(words, everyone, { origin: paragraph.origin, by: counterer })}
        {last === undefined ? null : (
          <> · {words.say('agreements.show.changed', { partner: nameIn(everyone, last.by), number: last.number })}</>
        )}
      </p>
      {now === null ? null : <Yes document={document} now={now} paragraph={paragraph} />}
    </div>
  );
}

function Yes({
  document: { words, text, agreement },
  now: { own, confirmed, isSigned },
  paragraph,
}: {
  readonly document: Document;
  readonly now: NonNullable<Document['now']>;
  readonly paragraph: Paragraph;
}) {
  const asked = askedFor(paragraph, text);
  if (asked.length === 0) return null;
  const hash = hashOfParagraph(paragraph);
  const said = confirmed.get(hash) ?? [];
  const have = asked.filter((partner) => said.includes(partner));
  return (
    <>
      <Chips>
        {have.length === asked.length && asked.length > 1 ? (
          <Chip tone="ok" icon="check">
            {words.say('agreements.show.allYes')}
          </Chip>
        ) : (
          asked.map((partner) => (
            <Chip tone={said.includes(partner) ? 'ok' : 'look'} icon={said.includes(partner) ? 'check' : undefined}>
              {words.say(said.includes(partner) ? 'agreements.show.yes' : 'agreements.show.notYet', {
                partner: nameIn(text, partner),
              })}
            </Chip>
          ))
        )}
      </Chips>
      {/* What somebody has signed rests on a yes: then one proposes a change. */}
      {asked.includes(own) && !(isSigned && said.includes(own)) ? (
        <YesForm
          words={words}
          agreement={agreement}
          paragraph={paragraph}
          label={sayNumbered(words, text, paragraph)}
          hash={hash}
          own={own}
          hasSaid={said.includes(own)}
        />
      ) : null}
    </>
  );
}

function YesForm({
  words,
  agreement,
  paragraph,
  label,
  hash,
  own,
  hasSaid,
}: {
  readonly words: Reading['words'];
  readonly agreement: string;
  readonly paragraph: Paragraph;
  readonly label: string;
  readonly hash: string;
  readonly own: string;
  readonly hasSaid: boolean;
}) {
  const yes = paragraph.kind === 'task' ? 'agreements.show.weCan' : 'agreements.show.weStand';
  return (
    <Form
      action={hasSaid ? `${confirmPath(agreement)}/zurueck` : confirmPath(agreement)}
      hidden={{ hash, paragraph: paragraph.id, ...inTheNameOf(own) }}
      label={label}
    >
      <Button tone="quiet">{words.say(hasSaid ? 'agreements.show.takeBack' : yes)}</Button>
    </Form>
  );
}

function isTexts(value: Part['value'] | undefined): value is Texts {
  return typeof value === 'object' && value !== null;
}

function hasWords(value: Part['value']): boolean {
  return isTexts(value) && Object.values(value).some((text) => text.trim() !== '');
}
