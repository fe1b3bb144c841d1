import type { Hono } from 'hono';
import { InputError } from '../../../platform/errors.ts';
import { context, leaveNotice, readForm, type Env } from '../../../platform/http/index.ts';
import { isolated } from '../../../plain/isolated.ts';
import { dayOf } from '../../../plain/time.ts';
import { saying, type Words } from '../../../plain/words.ts';
import {
  BackLink,
  Button,
  Card,
  Chip,
  Columns,
  Fold,
  Form,
  Notice,
  Page,
  PageTitle,
  Part,
  ReadersNote,
  Steps,
  type Frame,
} from '../../../ui/index.ts';
import { isLate, type Concept, type Cooperation } from '../cooperation.ts';
import { conceptForm, voiceForm } from '../forms.ts';
import { gatherParts, type Seen, type Together } from '../load.ts';
import { COOPERATIONS_PATH, WORKING_TOGETHER_PATH } from '../paths.ts';
import { actFor } from '../act-for.ts';
import { settleConcept } from '../settle-concept.ts';
import { bandOf } from '../stage.ts';
import { named, seenAt, titleOf, type CooperationPages, type Named } from './access.ts';
import { ChooseVoice } from './in-whose-name.tsx';

/** `/kooperationen/:id`: who is in it, where it stands, what is open for the reader's side. */
export function addShowPages(web: Hono<Env>, pages: CooperationPages): void {
  web.get(`${COOPERATIONS_PATH}/:id`, async (c) => {
    const seen = await seenAt(c);
    const { words, read } = c.var;
    const today = dayOf(read.clock.now());
    const { together, names } = await read.db.read(async (db) => ({
      together: await gatherParts(db, seen, pages.parts, today),
      names: await pages.namesOf(
        db,
        seen.cooperation.partners.map(({ organisation }) => organisation),
        words,
      ),
    }));
    return c.html(<ShowPage frame={await pages.frame(c)} seen={seen} together={together} names={names} />);
  });
  web.post(`${COOPERATIONS_PATH}/:id/als`, async (c) => {
    const read = voiceForm.safeParse(await readForm(c));
    if (!read.success) throw new InputError(saying('platform.input.unreadable'));
    const { organisation } = read.data;
    const { cooperation } = await seenAt(c, organisation);
    await actFor(context(c), { organisation });
    leaveNotice(c, saying('cooperations.voice.done'));
    return c.redirect(`${COOPERATIONS_PATH}/${cooperation.id}`, 303);
  });
  web.post(`${COOPERATIONS_PATH}/:id/konzept`, async (c) => {
    const { cooperation, own } = await seenAt(c);
    const read = conceptForm.safeParse(await readForm(c));
    if (!read.success) throw new InputError(saying('platform.input.unreadable'));
    const isFrozen = read.data.concept === 'frozen';
    await settleConcept(context(c), { cooperation: cooperation.id, organisation: own, isFrozen });
    leaveNotice(c, saying(isFrozen ? 'cooperations.concept.frozen.done' : 'cooperations.concept.reopened.done'));
    return c.redirect(`${COOPERATIONS_PATH}/${cooperation.id}`, 303);
  });
}

/** Once something is agreed, it says what stands fast; nobody asks any more whether the concept is finished. */
function isDecided({ stage }: Together): boolean {
  return stage === 'running' || stage === 'ended';
}

interface Shown {
  readonly frame: Frame;
  readonly seen: Seen;
  readonly together: Together;
  readonly names: ReadonlyMap<string, string>;
}

// words: cooperations.band.*
function ShowPage({ frame, seen, together, names }: Shown) {
  const { words } = frame;
  const { cooperation, own, voices } = seen;
  const title = titleOf(words, cooperation);
  const partners = named(
    cooperation.partners.map(({ organisation }) => organisation),
    names,
    words,
  );
  return (
    <Page frame={frame} title={title} noindex readers="partner">
      <PageTitle
        back={<BackLink href={WORKING_TOGETHER_PATH}>{words.say('cooperations.overview.title')}</BackLink>}
        above={words.list(partners.map(({ name }) => isolated(words, name)))}
        title={<bdi>{title}</bdi>}
      />
      <ChooseVoice words={words} cooperation={cooperation.id} own={own} voices={named(voices, names, words)} />
      {together.stage === 'ended' ? (
        <p>
          <Chip tone="end">{words.say('cooperations.stage.ended')}</Chip>
        </p>
      ) : null}
      <Steps
        words={words}
        label={words.say('cooperations.band')}
        steps={bandOf(together.stage).map(({ phase, state }) => ({
          label:
            phase === 'doing' && state === 'now'
              ? words.say('cooperations.band.at', {
                  phase: words.say('cooperations.band.doing'),
                  stage: words.say(`cooperations.stage.${together.stage}`),
                })
              : words.say(`cooperations.band.${phase}`),
          state,
        }))}
      />
      <Columns sideFirst side={<Open words={words} cooperation={cooperation} together={together} />}>
        <Part title={words.say('cooperations.show.look')}>
          <ul class="rows">
            {together.links.map(({ text, href }) => (
              <li>
                <a href={href}>{words.tell(text)}</a>
              </li>
            ))}
          </ul>
        </Part>
        <Partners words={words} cooperation={cooperation} partners={partners} isDecided={isDecided(together)} />
      </Columns>
    </Page>
  );
}

function Open({
  words,
  cooperation,
  together,
}: Pick<Shown, 'together'> & { readonly words: Words; readonly cooperation: Cooperation }) {
  return (
    <>
      <Card title={words.say('cooperations.show.open')}>
        {together.open.length === 0 ? (
          <p>{words.say('cooperations.open.none')}</p>
        ) : (
          <ul>
            {together.open.map(({ text, href }) => (
              <li>
                <a href={href}>{words.tell(text)}</a>
              </li>
            ))}
          </ul>
        )}
      </Card>
      {isDecided(together) ? null : <ConceptForm words={words} cooperation={cooperation} />}
      <ReadersNote words={words} scope="partner">
        {words.say('cooperations.show.readers')}
      </ReadersNote>
      {together.stage === 'ended' ? null : (
        <p>
          <a href={`${COOPERATIONS_PATH}/${cooperation.id}/name`}>{words.say('cooperations.rename.link')}</a>
        </p>
      )}
    </>
  );
}

// words: cooperations.phase.*
function Partners({
  words,
  cooperation,
  partners,
  isDecided,
}: {
  readonly words: Words;
  readonly cooperation: Cooperation;
  readonly partners: readonly Named[];
  readonly isDecided: boolean;
}) {
  const { concept } = cooperation;
  return (
    <Part title={words.say('cooperations.show.partners')}>
      <ul class="rows">
        {partners.flatMap(({ id, name }) =>
          cooperation.partners
            .filter(({ organisation }) => organisation === id)
            .map((partner) => (
              <li>
                <div class="row-main">
                  <h3 class="row-title">
                    <bdi>{name}</bdi>
                  </h3>
                  <p class="soft">
                    {words.say(`cooperations.phase.${partner.phase}`, { day: words.day(partner.since) })}
                  </p>
                  {isLate(partner, concept) ? (
                    <Notice tone="look">
                      <p>{words.say('cooperations.show.late', { name })}</p>
                    </Notice>
                  ) : null}
                </div>
              </li>
            )),
        )}
      </ul>
      {/* What holds or is over is not open any more; since when the concept stood remains true. */}
      {isDecided && concept.state !== 'frozen' ? null : <p class="soft">{conceptSaid(words, concept)}</p>}
    </Part>
  );
}

function conceptSaid(words: Words, { state, on }: Concept): string {
  if (on === null) return words.say('cooperations.concept.open');
  return state === 'frozen'
    ? words.say('cooperations.concept.frozen', { day: words.day(on) })
    : words.say('cooperations.concept.reopened', { day: words.day(on) });
}

function ConceptForm({ words, cooperation }: { readonly words: Words; readonly cooperation: Cooperation }) {
  const isFrozen = cooperation.concept.state === 'frozen';
  return (
    <Fold label={words.say('cooperations.concept.title')}>
      <p>{words.say(isFrozen ? 'cooperations.concept.open.text' : 'cooperations.concept.freeze.text')}</p>
      <Form
        action={`${COOPERATIONS_PATH}/${cooperation.id}/konzept`}
        label={words.say('cooperations.concept.title')}
        hidden={{ concept: isFrozen ? 'open' : 'frozen' }}
      >
        <ReadersNote words={words} scope="partner">
          {words.say('cooperations.concept.readers')}
        </ReadersNote>
        <Button tone="quiet">
          {words.say(isFrozen ? 'cooperations.concept.open.go' : 'cooperations.concept.freeze.go')}
        </Button>
      </Form>
    </Fold>
  );
}
