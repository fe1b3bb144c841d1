import {
  BackLink,
  Button,
  Chip,
  ErrorSummary,
  Form,
  Notice,
  Page,
  PageTitle,
  ReadersNote,
  type FormError,
  type Frame,
} from '../../../ui/index.ts';
import { inTheNameOf } from '../../cooperations/index.ts';
import { hashOfParagraph, partsOf, type Paragraph } from '../paragraph.ts';
import { unfoldedPath } from '../draft-paths.ts';
import { sayNumbered } from '../numbered.ts';
import { agreementPath, confirmPath } from '../paths.ts';
import type { AgreementShown } from '../show-agreement.ts';
import { ForWhom } from './for-whom.tsx';
import { PartFacts, type Document } from './show-paragraph.tsx';
import { Gaps, SpokenBlock } from './spoken.tsx';

/** All that the own side has to say yes to, in one form, each with its words in every language: a yes holds for all of them. */
export function ConfirmPage({
  frame,
  shown,
  errors,
}: {
  readonly frame: Frame;
  readonly shown: AgreementShown;
  readonly errors: readonly FormError[];
}) {
  const { words } = frame;
  const { standing, own, confirmed, history, toConfirm } = shown;
  const { text } = standing.version;
  const now = { own, confirmed, isSigned: shown.signatures.length > 0 };
  const document: Document = { words, text, all: true, gaps: true, agreement: standing.id, history, now };
  const title = words.say('agreements.show.confirm.title');
  return (
    <Page frame={frame} title={title} noindex readers="partner" faulty={errors.length > 0}>
      <PageTitle
        back={<BackLink href={agreementPath(standing.id)}>{words.say('agreements.show.back')}</BackLink>}
        title={title}
        below={words.say('agreements.show.confirm.text')}
      />
      <ForWhom words={words} cooperation={standing.cooperation} here={shown} partners={text.partners} />
      <ErrorSummary words={words} errors={errors} />
      {toConfirm.length === 0 ? (
        <Notice tone="ok">
          <p>{words.say('agreements.show.confirm.nothing')}</p>
        </Notice>
      ) : (
        <Form action={confirmPath(standing.id)} label={title} hidden={inTheNameOf(own)}>
          {toConfirm.map((paragraph) => (
            <Asked document={document} paragraph={paragraph} />
          ))}
          <ReadersNote words={words} scope="partner" />
          <Button icon="check">{words.say('agreements.show.confirm.go')}</Button>
        </Form>
      )}
    </Page>
  );
}

function Asked({ document, paragraph }: { readonly document: Document; readonly paragraph: Paragraph }) {
  const { words, text } = document;
  const [lead, ...rest] = partsOf(paragraph);
  const texts =
    paragraph.kind === 'goal' ? paragraph.parts.words : paragraph.kind === 'task' ? paragraph.parts.result : {};
  const ask = paragraph.kind === 'task' ? 'agreements.show.weCan' : 'agreements.show.weStand';
  const id = `yes-${paragraph.id}`;
  return (
    <section class="card asked">
      <h2>{sayNumbered(words, text, paragraph)} </h2>
      {paragraph.kind === 'task' ? (
        <p>
          <Chip tone={paragraph.parts.isPaid ? 'plain' : 'look'}>
            {words.say(paragraph.parts.isPaid ? 'agreements.option.paid' : 'agreements.option.unpaid')}
          </Chip>
        </p>
      ) : null}
      <SpokenBlock reading={{ ...document, gaps: false }} texts={texts} />
      {lead === undefined ? null : (
        <PartFacts document={document} paragraph={paragraph} parts={rest.filter(({ name }) => name !== 'isPaid')} />
      )}
      <Gaps reading={document} texts={texts} />
      <div class="tick">
        <input type="checkbox" id={id} name="hash" value={hashOfParagraph(paragraph)} />
        <label for={id}>{words.say(ask)}</label>
      </div>
      <p>
        <a class="with-icon" href={unfoldedPath(document.agreement, paragraph)}>
          {words.say('agreements.show.confirm.change')}
        </a>
      </p>
    </section>
  );
}
