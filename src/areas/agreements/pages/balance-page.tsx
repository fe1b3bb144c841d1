import type { Words } from '../../../plain/words.ts';
import { isolated } from '../../../plain/isolated.ts';
import { BackLink, Page, PageTitle, Part, Passage, Statements, type Frame } from '../../../ui/index.ts';
import { sayWorth } from '../balance-words.ts';
import { agreementPath, versionsPath } from '../paths.ts';
import { nameIn } from '../say-part.ts';
import type { ShownBalance } from '../show-balance.ts';
import { MeasureTable } from './balance-measure.tsx';

/** One sheet of A4: what each side brings and gets, since when it is in, and what to talk about. No score. */
export function BalancePage({
  frame,
  shown,
  german,
}: {
  readonly frame: Frame;
  readonly shown: ShownBalance;
  /** Applications are written in German, whatever the page speaks. */
  readonly german: Words;
}) {
  const { words } = frame;
  const { standing, measures, versions, others } = shown;
  const title = words.say('agreements.balance.title');
  return (
    <Page frame={frame} title={title} noindex readers="partner">
      <div class="balance">
        <PageTitle
          back={<BackLink href={agreementPath(standing.id)}>{words.say('agreements.balance.back')}</BackLink>}
          title={title}
          below={words.say('agreements.balance.below')}
        />
        {measures.map((measure) => (
          <MeasureTable words={words} text={standing.version.text} measure={measure} />
        ))}
        {others === 0 ? null : (
          <p class="soft">
            {words.say('agreements.balance.others')}{' '}
            <a class="screen-only" href={versionsPath(standing.id)}>
              {words.say('agreements.balance.versions')}
            </a>
          </p>
        )}
        <Phases words={words} shown={shown} />
        <Worth words={words} german={german} shown={shown} sides={versions.at(-1)?.sides ?? []} />
        <Prompts words={words} shown={shown} />
      </div>
    </Page>
  );
}

// words: cooperations.phase.*
/** Since when each partner is in: who comes late finds more decided. */
function Phases({ words, shown: { standing, phases } }: { readonly words: Words; readonly shown: ShownBalance }) {
  const { text } = standing.version;
  const known = phases.filter(({ organisation }) => nameIn(text, organisation) !== '');
  return (
    <Part title={words.say('agreements.balance.phases')}>
      <ul>
        {known.map(({ organisation, phase, since }) => (
          <li>
            <b>
              <bdi>{nameIn(text, organisation)}</bdi>
            </b>
            {': '}
            {words.say(`cooperations.phase.${phase}`, { day: words.day(since) })}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Worth({
  words,
  german,
  shown,
  sides,
}: {
  readonly words: Words;
  readonly german: Words;
  readonly shown: ShownBalance;
  readonly sides: ShownBalance['versions'][number]['sides'];
}) {
  const { text } = shown.standing.version;
  const said = sides.flatMap((side) => {
    const name = nameIn(text, side.partner);
    const own = sayWorth(words, name, side);
    const inGerman = sayWorth(german, name, side);
    return own === null || inGerman === null ? [] : [{ own, inGerman }];
  });
  if (said.length === 0) return null;
  const speaksGerman = german.language === words.language.split('-')[0];
  return (
    <Part title={words.say('agreements.balance.worth.title')}>
      {said.map(({ own, inGerman }) => (
        <blockquote>
          <p>{own}</p>
          {speaksGerman ? null : (
            <p>
              <Passage lang={german.language}>{inGerman}</Passage>
            </p>
          )}
        </blockquote>
      ))}
      <p class="soft">{words.say('agreements.balance.worth.copy')}</p>
    </Part>
  );
}

function Prompts({ words, shown: { prompts } }: { readonly words: Words; readonly shown: ShownBalance }) {
  const told = prompts.map(({ key, values = {} }) => {
    const named = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? isolated(words, value) : value,
    ]);
    return { text: words.say(key, Object.fromEntries(named)) };
  });
  const statements = told.length > 0 ? told : [{ text: words.say('agreements.balance.prompt.none') }];
  return (
    <Part title={words.say('agreements.balance.prompts')}>
      <Statements statements={statements} />
    </Part>
  );
}
