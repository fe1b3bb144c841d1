import type { Child } from 'hono/jsx';
import { isolated } from '../../../plain/isolated.ts';
import type { Words } from '../../../plain/words.ts';
import { Button, Buttons, Chip, Form, Notice, RadioField, TextArea, type FormError } from '../../../ui/index.ts';
import { inTheNameOf } from '../../cooperations/index.ts';
import { difference } from '../difference.ts';
import { answerPath } from '../draft-paths.ts';
import { placeOf } from '../draft.ts';
import { verdictName, wordsName } from '../forms-answer.ts';
import { VERDICTS, type ProposedChange } from '../proposal.ts';
import type { Table } from '../show-table.ts';
import type { Said } from '../store-thread.ts';
import { isCurrent, type AgreementText } from '../text.ts';
import { isAsked } from '../turns.ts';
import { AnsweredPart } from './answered-part.tsx';
import { Became, PartsChanged } from './difference-parts.tsx';
import type { DraftPlace } from './draft-place.ts';
import { paragraphTitle } from './draft-row.tsx';
import { saidName } from './partner-names.ts';

export interface ChangeProps {
  readonly words: Words;
  readonly place: DraftPlace;
  readonly table: Table;
  readonly change: ProposedChange;
  /** Whether all of it lies open, and not only what it is about. */
  readonly isOpen: boolean;
  readonly typed: (name: string) => string;
  readonly errors: readonly FormError[];
}

// words: agreements.answer.verdict.*
/** A change of another partner, with room for an answer. */
export function TheirChange(props: ChangeProps) {
  const { words, change, typed, errors, isOpen } = props;
  const [verdict, said] = [verdictName(change.id), wordsName(change.id)];
  return (
    <ChangeFold {...props}>
      <input type="hidden" name="change" value={change.id} />
      {isOpen ? <input type="hidden" name="seen" value={change.id} /> : null}
      <RadioField
        words={words}
        name={verdict}
        label={words.say('agreements.answer.verdict')}
        optional={isOneOfSeveral(props.place)}
        choices={VERDICTS.map((one) => ({ value: one, label: words.say(`agreements.answer.verdict.${one}`) }))}
        value={typed(verdict)}
        error={errorAt(errors, verdict)}
      />
      <TextArea
        words={words}
        name={said}
        label={words.say('agreements.answer.words')}
        hint={words.say('agreements.answer.words.hint')}
        optional
        rows={2}
        value={typed(said)}
        error={errorAt(errors, said)}
      />
    </ChangeFold>
  );
}

/** Beside others an answer can wait; the only one there is, is what the form is for. */
function isOneOfSeveral({ open, own }: DraftPlace): boolean {
  return open.filter(({ partner }) => partner !== own).length > 1;
}

/** A change of one's own that waits: what the others say to it, a question to answer, a way to take it back. */
export function OwnChange(props: ChangeProps) {
  const { words, place, table, change, typed, errors } = props;
  const path = answerPath(place.agreement);
  const said = wordsName(change.id);
  const hasQuestion = isAsked(table.threads.get(change.id) ?? []);
  return (
    <ChangeFold {...props}>
      {hasQuestion ? (
        <Form action={`${path}/antworten`} hidden={{ change: change.id, ...inTheNameOf(change.partner) }}>
          <TextArea
            words={words}
            name={said}
            label={words.say('agreements.answer.reply')}
            rows={2}
            value={typed(said)}
            error={errorAt(errors, said)}
          />
          <Button tone="quiet">{words.say('agreements.answer.reply.go')}</Button>
        </Form>
      ) : null}
      <Form action={`${path}/zuruecknehmen`} hidden={{ change: change.id, ...inTheNameOf(change.partner) }}>
        <Buttons>
          <Button tone="end" icon="undo">
            {words.say('agreements.answer.withdraw')}
          </Button>
        </Buttons>
      </Form>
    </ChangeFold>
  );
}

/** In one look what it is about, from whom and why; below that, to be opened: before and after, what was said, the answer. */
function ChangeFold({ words, place, table, change, isOpen, children }: ChangeProps & { readonly children?: Child }) {
  const { text, reading } = place;
  const { after, partner, reason } = change;
  const there = placeOf(text, change);
  const shown = after ?? there;
  const [told] = difference(
    { ...text, paragraphs: there === null ? [] : [there] },
    { ...text, paragraphs: after === null ? [] : [there === null ? after : { ...after, id: there.id }] },
  );
  const thread = table.threads.get(change.id) ?? [];
  const last = thread.at(-1);
  return (
    <details id={`v-${change.id}`} class="card change" open={isOpen}>
      <summary>
        <b>{shown === null ? words.say('agreements.answer.nothingThere') : paragraphTitle(words, text, shown)}</b>
        <span class="chips">
          {told === undefined ? null : <Became reading={reading} became={told.became} />}
          {last === undefined ? null : <SaidChip words={words} text={text} said={last} />}
        </span>
        <span class="soft">{words.say('agreements.answer.from', { partner: saidName(words, text, partner) })}</span>
        {reason === '' ? null : (
          <span class="reason">{words.say('agreements.draft.because', { reason: isolated(words, reason) })}</span>
        )}
      </summary>
      {isCurrent(text, change) ? null : (
        <Notice tone="look">
          <p>{words.say('agreements.answer.overtaken')}</p>
        </Notice>
      )}
      {told === undefined ? (
        <p>{words.say('agreements.answer.same')}</p>
      ) : (
        <PartsChanged reading={reading} difference={told} />
      )}
      <AnsweredPart words={words} place={place} change={change} by={partner} />
      <Thread words={words} place={place} thread={thread} />
      {children}
    </details>
  );
}

/** What was said about a change, in the order in which it was said. */
export function Thread({
  words,
  place: { text },
  thread,
}: {
  readonly words: Words;
  readonly place: DraftPlace;
  readonly thread: readonly Said[];
}) {
  if (thread.length === 0) return null;
  return (
    <ul class="statements">
      {thread.map(({ partner, verdict, words: said, day }) => (
        <li>
          <p>
            <SaidChip words={words} text={text} said={{ partner, verdict }} />
          </p>
          {said === '' ? null : (
            <p dir="auto">
              <bdi>{said}</bdi>
            </p>
          )}
          <p class="soft">{words.day(day)}</p>
        </li>
      ))}
    </ul>
  );
}

// words: agreements.answer.said.*
function SaidChip({
  words,
  text,
  said: { partner, verdict },
}: {
  readonly words: Words;
  readonly text: AgreementText;
  readonly said: Pick<Said, 'partner' | 'verdict'>;
}) {
  return (
    <Chip tone={TONES[verdict]}>
      {words.say(`agreements.answer.said.${verdict}`, { partner: saidName(words, text, partner) })}
    </Chip>
  );
}

const TONES = { accept: 'ok', ask: 'look', reply: 'plain', counter: 'look', decline: 'end' } as const;

function errorAt(errors: readonly FormError[], field: string): string | null {
  return errors.find((one) => one.field === field)?.text ?? null;
}
