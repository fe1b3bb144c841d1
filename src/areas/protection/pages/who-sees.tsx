import type { Hono } from 'hono';
import type { Env, Request } from '../../../platform/http/index.ts';
import type { Words } from '../../../plain/words.ts';
import { DataTable, MailsByHand, Page, PageTitle, Part, type Frame } from '../../../ui/index.ts';
import {
  NOT_KEPT,
  ONLOOKERS,
  SEALED,
  SIGHTS_OF_COOPERATIONS,
  SIGHTS_OF_FACTS,
  SIGHTS_OF_PEOPLE,
  SURRENDERED,
  type Onlooker,
  type Sight,
} from '../who-sees.ts';
import { INVENTORY_PATH } from './inventory.tsx';

export const WHO_SEES_PATH = '/was-kann-wer-sehen';

/** `/was-kann-wer-sehen`: who reads what, and what the machine itself gives away. */
export function addWhoSeesPage(web: Hono<Env>, { frame }: { readonly frame: (c: Request) => Promise<Frame> }): void {
  web.get(WHO_SEES_PATH, async (c) => c.html(<WhoSeesPage frame={await frame(c)} />));
}

function WhoSeesPage({ frame }: { readonly frame: Frame }) {
  const { words } = frame;
  const title = words.say('protection.sees.title');
  return (
    <Page frame={frame} title={title} alternates>
      <PageTitle title={title} below={words.say('protection.sees.text')} />
      <Part title={words.say('protection.sees.facts')}>
        <p>{words.say('protection.sees.facts.text')}</p>
        <SightTable words={words} caption={words.say('protection.sees.facts')} sights={SIGHTS_OF_FACTS} />
        <p>{words.say('protection.sees.noted.text')}</p>
        <p>{words.say('protection.sees.partner.text')}</p>
      </Part>
      <Part title={words.say('protection.sees.people')}>
        <p>{words.say('protection.sees.people.text')}</p>
        <SightTable words={words} caption={words.say('protection.sees.people')} sights={SIGHTS_OF_PEOPLE} />
      </Part>
      <Part title={words.say('protection.sees.together')}>
        <p>{words.say('protection.sees.together.text')}</p>
        <MailsByHand frame={frame} />
        <SightTable words={words} caption={words.say('protection.sees.together')} sights={SIGHTS_OF_COOPERATIONS} />
      </Part>
      <Part title={words.say('protection.sees.machine')}>
        <p>{words.say('protection.sees.machine.text')}</p>
        <p>
          <b>{words.say('protection.sees.surrendered')}</b>
        </p>
        <Sentences words={words} of="surrendered" keys={SURRENDERED} />
        <p>
          <b>{words.say('protection.sees.sealed')}</b>
        </p>
        <Sentences words={words} of="sealed" keys={SEALED} />
      </Part>
      <Part title={words.say('protection.sees.notKept')}>
        <Sentences words={words} of="notKept" keys={NOT_KEPT} />
      </Part>
      <p>
        <a href={INVENTORY_PATH}>{words.say('protection.sees.toInventory')}</a>
      </p>
    </Page>
  );
}

// words: protection.sees.kind.* protection.sees.onlooker.* protection.sees.answer.*
function SightTable({
  words,
  caption,
  sights,
}: {
  readonly words: Words;
  readonly caption: string;
  readonly sights: Readonly<Record<string, Readonly<Record<Onlooker, Sight>>>>;
}) {
  return (
    <DataTable
      caption={caption}
      quietCaption
      rows={Object.entries(sights)}
      columns={[
        {
          label: words.say('protection.sees.what'),
          names: true,
          cell: ([kind]) => words.say(`protection.sees.kind.${kind}`),
        },
        ...ONLOOKERS.map((onlooker) => ({
          label: words.say(`protection.sees.onlooker.${onlooker}`),
          cell: ([, sight]: readonly [string, Readonly<Record<Onlooker, Sight>>]) =>
            words.say(`protection.sees.answer.${sight[onlooker]}`),
        })),
      ]}
    />
  );
}

// words: protection.sees.surrendered.* protection.sees.sealed.* protection.sees.notKept.*
function Sentences({
  words,
  of,
  keys,
}: {
  readonly words: Words;
  readonly of: 'surrendered' | 'sealed' | 'notKept';
  readonly keys: readonly string[];
}) {
  return (
    <ul class="rows">
      {keys.map((key) => (
        <li>{words.say(`protection.sees.${of}.${key}`)}</li>
      ))}
    </ul>
  );
}
