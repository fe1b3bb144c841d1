import type { Hono } from 'hono';
import { dayOf } from '../../../plain/time.ts';
import { saying, type Saying } from '../../../plain/words.ts';
import { context, leaveNotice, readForm, type Env, type Request } from '../../../platform/http/index.ts';
import { Button, Form, Notice, Part, ReadersNote, TextField, type Frame } from '../../../ui/index.ts';
import { agreeRecoveryForm } from '../forms-recover.ts';
import { agreeToRecovery } from '../recover-agree.ts';
import { stopRecovery } from '../recover-stop.ts';
import { renewRescueWords } from '../rescue-words.ts';
import { findAskedOf, findOwnRecoveries, hasRescueWords, type Asked } from '../store-rescue.ts';
import { accountAt, keepNowhere, type PeoplePages } from './access.ts';
import { problemAt } from './account-fields.tsx';
import { FormPage, problemsWith } from './form-page.tsx';
import { NewWordsPage } from './recover-parts.tsx';

const PATH = '/konto/wiederherstellung';

/** `/konto/wiederherstellung`: one's own words, requests about one's account, and those of colleagues. */
export function addRecoverAccountPages(web: Hono<Env>, pages: PeoplePages): void {
  const show = async (c: Request, problem: Saying | null = null) => (
    <RecoverAccountPage frame={await pages.frame(c)} seen={await look(c, pages)} problem={problem} />
  );
  web.get(PATH, async (c) => {
    keepNowhere(c);
    return c.html(await show(c));
  });
  web.post(`${PATH}/woerter`, async (c) => {
    const code = await renewRescueWords(context(c));
    return c.html(<NewWordsPage frame={await pages.frame(c)} words={code} next={PATH} isBack={false} />);
  });
  web.post(`${PATH}/ende`, async (c) => {
    await stopRecovery(context(c));
    leaveNotice(c, saying('people.recovery.stop.done'));
    return c.redirect(PATH, 303);
  });
  web.post(`${PATH}/zustimmung`, async (c) => {
    const done = await agreeToRecovery(context(c), agreeRecoveryForm.parse(await readForm(c)));
    if (!done.ok) return c.html(await show(c, done.issue), 422);
    leaveNotice(c, saying(done.value === 'first' ? 'people.recovery.agree.first' : 'people.recovery.agree.second'));
    return c.redirect(PATH, 303);
  });
}

interface Seen {
  readonly hasWords: boolean;
  /** When the last request about one's own account was made, and from when it opens. */
  readonly own: { readonly askedAt: Date; readonly opensAt: Date | null } | null;
  /** Who asks for help, in words: a colleague by name, an organisation by its own. */
  readonly askers: readonly { readonly who: string; readonly askedAt: Date }[];
}

async function look(c: Request, { namesOf }: PeoplePages): Promise<Seen> {
  const account = accountAt(c);
  const { words, read, actor } = c.var;
  const now = read.clock.now();
  return read.db.read(async (db) => {
    const asked = await findAskedOf(db, { account, kind: actor.kind }, { today: dayOf(now), now });
    const organisations = asked.flatMap(({ organisation }) => (organisation === null ? [] : [organisation]));
    const names = await namesOf(db, organisations, words);
    const nameOf = (organisation: string | null) =>
      (organisation === null ? undefined : names.get(organisation)) ?? words.say('people.recovery.agree.somebody');
    return {
      hasWords: await hasRescueWords(db, account),
      own: (await findOwnRecoveries(db, account, now)).toSorted(later)[0] ?? null,
      askers: lastOfEach(asked).map(({ isColleague, alias, organisation, askedAt }) => ({
        who: isColleague ? alias : nameOf(organisation),
        askedAt,
      })),
    };
  });
}

/** Strangers can ask in somebody's name many times; that somebody is named once. */
function lastOfEach(asked: readonly Asked[]): readonly Asked[] {
  return [...new Map(asked.map((each) => [each.account, each])).values()];
}

/** What is closest to opening comes first. */
function later(one: { readonly opensAt: Date | null }, other: { readonly opensAt: Date | null }): number {
  return (one.opensAt?.getTime() ?? Infinity) - (other.opensAt?.getTime() ?? Infinity) || 0;
}

function RecoverAccountPage({
  frame,
  seen: { hasWords, own, askers },
  problem,
}: {
  readonly frame: Frame;
  readonly seen: Seen;
  readonly problem: Saying | null;
}) {
  const { words } = frame;
  const problems = problemsWith('mark', problem);
  return (
    <FormPage
      frame={frame}
      title={words.say('people.recovery.account.title')}
      below={words.say('people.recovery.account.text')}
      back={{ href: '/konto', label: words.say('people.passkey.toAccount') }}
      isOwn
      problems={problems}
    >
      {own === null ? null : (
        <Notice tone="look" title={words.say('people.recovery.stop.title')}>
          <p>
            {own.opensAt === null
              ? words.say('people.recovery.stop.asked', { day: words.day(own.askedAt) })
              : words.say('people.recovery.stop.agreed', { moment: words.moment(own.opensAt) })}
          </p>
          <Form action={`${PATH}/ende`} label={words.say('people.recovery.stop.go')}>
            <Button tone="end">{words.say('people.recovery.stop.go')}</Button>
          </Form>
        </Notice>
      )}
      <Part title={words.say('people.recovery.new.words')}>
        <p>{words.say(hasWords ? 'people.recovery.account.has' : 'people.recovery.account.hasNot')}</p>
        <Form action={`${PATH}/woerter`} label={words.say('people.recovery.new.words')}>
          <ReadersNote words={words} scope="own">
            {words.say('people.recovery.account.readers')}
          </ReadersNote>
          <Button tone={hasWords ? 'quiet' : 'main'} icon="print">
            {words.say(hasWords ? 'people.recovery.account.renew' : 'people.recovery.account.make')}
          </Button>
        </Form>
      </Part>
      {askers.length === 0 ? null : (
        <Part title={words.say('people.recovery.agree.title')}>
          <p>{words.say('people.recovery.agree.text')}</p>
          <ul>
            {askers.map(({ who, askedAt }) => (
              <li>
                <bdi>{who}</bdi> ({words.day(askedAt)})
              </li>
            ))}
          </ul>
          <Form action={`${PATH}/zustimmung`} label={words.say('people.recovery.agree.title')}>
            <TextField
              words={words}
              name="mark"
              label={words.say('people.recovery.agree.mark')}
              hint={words.say('people.recovery.agree.hint')}
              error={problemAt(words, problems, 'mark')}
              autocomplete="off"
              lang="de"
            />
            <ReadersNote words={words} scope="own">
              {words.say('people.recovery.agree.readers')}
            </ReadersNote>
            <Button>{words.say('people.recovery.agree.go')}</Button>
          </Form>
        </Part>
      )}
    </FormPage>
  );
}
