import type { FormFields } from '../../../platform/http/index.ts';
import { addDays, type Day } from '../../../plain/time.ts';
import {
  BackLink,
  Button,
  CheckField,
  DateField,
  ErrorSummary,
  Facts,
  Form,
  Notice,
  Page,
  PageTitle,
  Part,
  RadioField,
  ReadersNote,
  type Frame,
} from '../../../ui/index.ts';
import type { FieldProblem } from '../account.ts';
import { FURTHEST_DAYS } from '../hand-over.ts';
import type { HandOverItem } from '../hand-over-items.ts';
import type { HandOver } from '../store-hand-over.ts';
import { problemAt, tellProblems } from './account-fields.tsx';
import { aboveOf } from './role-page.tsx';
import type { ShownRole } from './role-at.ts';

/** The holder's half: what is open, to whom, from which day. */
export function HandOverPage({
  frame,
  shown,
  items,
  today,
  wrong,
}: {
  readonly frame: Frame;
  readonly shown: ShownRole;
  readonly items: readonly HandOverItem[];
  readonly today: Day;
  readonly wrong: { readonly typed: FormFields; readonly problems: readonly FieldProblem[] } | null;
}) {
  const { words } = frame;
  const problems = wrong?.problems ?? [];
  const deputy = shown.colleagues.find(({ place }) => place === 'deputy');
  const title = words.say('people.handOver.title');
  const done = wrong?.typed['done'];
  const day = wrong?.typed['day'];
  const to = wrong?.typed['to'];
  return (
    <Page frame={frame} title={title} noindex readers="self" faulty={wrong !== null}>
      <PageTitle
        back={<BackLink href={shown.path}>{words.say('people.role.back')}</BackLink>}
        above={aboveOf(words, shown)}
        title={title}
        below={words.say('people.handOver.text')}
      />
      <ErrorSummary words={words} errors={tellProblems(words, problems)} />
      <Form action={`${shown.path}/uebergabe`} label={title}>
        {items.length === 0 ? (
          <p>{words.say('people.handOver.nothing')}</p>
        ) : (
          <>
            <ul class="rows">
              {items.map(({ told, href }) => (
                <li>
                  <a href={href}>{words.tell(told)}</a>
                </li>
              ))}
            </ul>
            <CheckField
              words={words}
              name="done"
              label={words.say('people.handOver.done.label')}
              hint={words.say('people.handOver.done.hint')}
              error={problemAt(words, problems, 'done')}
              values={typeof done === 'string' ? [done] : (done ?? [])}
              choices={items.map(({ key, told }) => ({ value: key, label: words.tell(told) }))}
            />
          </>
        )}
        <RadioField
          words={words}
          name="to"
          label={words.say('people.handOver.to')}
          error={problemAt(words, problems, 'to')}
          value={typeof to === 'string' ? to : deputy === undefined ? 'invited' : 'deputy'}
          choices={[
            ...(deputy === undefined
              ? []
              : [{ value: 'deputy', label: words.say('people.handOver.to.deputy', { alias: deputy.alias ?? '' }) }]),
            {
              value: 'invited',
              label: words.say('people.handOver.to.invited'),
              hint: words.say('people.handOver.to.invited.hint'),
            },
          ]}
        />
        <DateField
          words={words}
          name="day"
          label={words.say('people.handOver.day')}
          hint={words.say('people.handOver.day.hint')}
          value={typeof day === 'string' ? day : today}
          min={today}
          max={addDays(today, FURTHEST_DAYS)}
          error={problemAt(words, problems, 'day')}
        />
        <ReadersNote words={words} scope="own">
          {words.say('people.handOver.readers')}
        </ReadersNote>
        <Button icon="next">{words.say('people.handOver.ask')}</Button>
      </Form>
    </Page>
  );
}

/** A hand-over under way: what has been agreed, the receiver's yes, and either side's no. */
export function RunningPage({
  frame,
  shown,
  handOver,
  side,
}: {
  readonly frame: Frame;
  readonly shown: ShownRole;
  readonly handOver: HandOver;
  readonly side: 'giver' | 'receiver';
}) {
  const { words } = frame;
  const title = words.say('people.handOver.title');
  const action = `${shown.path}/uebergabe`;
  const isAgreed = handOver.confirmedOn !== null;
  return (
    <Page frame={frame} title={title} noindex readers="self">
      <PageTitle above={aboveOf(words, shown)} title={title} below={words.say('people.handOver.both')} />
      <Facts
        facts={[
          { term: words.say('people.handOver.day'), value: words.day(handOver.day) },
          {
            term: words.say('people.handOver.answer'),
            value: words.say(isAgreed ? 'people.handOver.agreed' : 'people.handOver.waiting'),
          },
        ]}
      />
      {side === 'receiver' && !isAgreed ? (
        <Part title={words.say('people.handOver.yours')}>
          <p>{words.say('people.handOver.yours.text', { day: words.day(handOver.day) })}</p>
          <Form action={`${action}/zusage`} label={words.say('people.handOver.take')}>
            <Button icon="check">{words.say('people.handOver.take')}</Button>
          </Form>
        </Part>
      ) : null}
      <Notice>
        <p>{words.say('people.handOver.until')}</p>
      </Notice>
      <Form action={`${action}/absage`} label={words.say('people.handOver.cancel')}>
        <Button tone="end">{words.say('people.handOver.cancel')}</Button>
      </Form>
    </Page>
  );
}
