import type { Child } from 'hono/jsx';
import { Part } from '../../../ui/index.ts';
import { draftPath } from '../draft-paths.ts';
import type { ParagraphKind } from '../paragraph.ts';
import { partsOf } from '../paragraph.ts';
import { SECTIONS, type Section } from '../sections.ts';
import { paragraphsOf } from '../text.ts';
import { ParagraphRow, PartFacts, Standing, type Document } from './show-paragraph.tsx';
import { BoundaryTable, MoneyTables, TaskTable } from './show-tables.tsx';
import { PartnerName, SpokenBlock } from './spoken.tsx';

// words: agreements.show.section.*
/** The whole text, section by section in the order in which it is read. What nothing is said about stands at the end. */
export function DocumentText({ document }: { readonly document: Document }) {
  const { words, text } = document;
  const isSaid = (section: Section): boolean =>
    text.paragraphs.some(({ kind }) => section.kinds.some((one) => one === kind));
  const silent = SECTIONS.filter((section) => !isSaid(section));
  return (
    <div class="agreement">
      <Partners document={document} />
      {SECTIONS.filter(isSaid).map((section) => (
        <Part title={words.say(`agreements.show.section.${section.name}`)} id={section.slug}>
          {section.kinds.map((kind) => (
            <OfKind document={document} kind={kind} isAlone={section.kinds.length === 1} />
          ))}
          {document.now === null ? null : (
            <p class="screen-only">
              <a class="with-icon" href={draftPath(document.agreement, section)}>
                {words.say('agreements.show.propose')}
              </a>
            </p>
          )}
        </Part>
      ))}
      {silent.length === 0 ? null : <Silent document={document} sections={silent} />}
    </div>
  );
}

function Partners({ document: { words, text } }: { readonly document: Document }) {
  return (
    <Part title={words.say('agreements.show.partners')}>
      <ul>
        {text.partners.map(({ id }) => (
          <li>
            <PartnerName text={text} id={id} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** Kinds that are read as a table or as a card of facts; all others are paragraphs below each other. */
const SPECIAL: Partial<Record<ParagraphKind, (props: { readonly document: Document }) => Child>> = {
  frame: Frame,
  task: TaskTable,
  line: MoneyTables,
  boundary: BoundaryTable,
  exit: Exit,
};

// words: agreements.kind.*
function OfKind({
  document,
  kind,
  isAlone,
}: {
  readonly document: Document;
  readonly kind: ParagraphKind;
  readonly isAlone: boolean;
}) {
  const paragraphs = paragraphsOf(document.text, kind);
  if (paragraphs.length === 0) return null;
  const Special = SPECIAL[kind];
  if (Special !== undefined) return <Special document={document} />;
  return (
    <>
      {isAlone ? null : <h3>{document.words.say(`agreements.kind.${kind}`)}</h3>}
      <ol class="paragraphs">
        {paragraphs.map((paragraph, at) => (
          <ParagraphRow
            document={document}
            paragraph={paragraph}
            number={paragraphs.length > 1 || kind === 'goal' ? at + 1 : null}
          />
        ))}
      </ol>
    </>
  );
}

function Frame({ document }: { readonly document: Document }) {
  const [frame] = paragraphsOf(document.text, 'frame');
  if (frame === undefined) return null;
  return (
    <div id={`p-${frame.id}`}>
      <SpokenBlock reading={document} texts={frame.parts.title} />
      <PartFacts document={document} paragraph={frame} parts={partsOf(frame).slice(1)} />
      <Standing document={document} paragraph={frame} />
    </div>
  );
}

function Exit({ document }: { readonly document: Document }) {
  const [exit] = paragraphsOf(document.text, 'exit');
  if (exit === undefined) return null;
  return (
    <div id={`p-${exit.id}`}>
      <PartFacts document={document} paragraph={exit} parts={partsOf(exit)} />
      <Standing document={document} paragraph={exit} />
    </div>
  );
}

function Silent({
  document: { words, agreement, now },
  sections,
}: {
  readonly document: Document;
  readonly sections: readonly Section[];
}) {
  const name = (section: Section): string => words.say(`agreements.show.section.${section.name}`);
  if (now === null) return null;
  return (
    <div class="screen-only">
      <Part title={words.say('agreements.show.silent')}>
        <p>{words.say('agreements.show.silent.text')}</p>
        <ul class="link-list">
          {sections.map((section) => (
            <li>
              <a class="with-icon" href={draftPath(agreement, section)}>
                {name(section)}
              </a>
            </li>
          ))}
        </ul>
      </Part>
    </div>
  );
}
