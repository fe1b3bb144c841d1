import { isolated } from '../../../plain/isolated.ts';
import type { Words } from '../../../plain/words.ts';
import {
  BackLink,
  Button,
  Facts,
  Form,
  LinkButton,
  Page,
  PageTitle,
  Part,
  Passage,
  type Frame,
} from '../../../ui/index.ts';
import { inForce } from '../archive.ts';
import { partsOf, type Paragraph } from '../paragraph.ts';
import { sayPart } from '../say-part.ts';
import { SECTIONS } from '../sections.ts';
import { spokenIn } from '../spoken.ts';
import type { Kept } from '../store-kept.ts';
import { tellStanding } from '../tell-standing.ts';
import { paragraphsOf } from '../text.ts';
import type { Version } from '../version.ts';
import { ALONG_JSON, IMPORT_PATH, KEPT_PATH } from '../archive-paths.ts';
import { agreementIn } from '../cooperation-archive.ts';
import type { ToldList } from '../told-list.ts';
import { Standing } from './standing.tsx';
import { OrOpen, SpokenBlock, type Reading } from './spoken.tsx';
import { TakenLists } from './taken-lists.tsx';

/** An agreement or a cooperation from elsewhere: what it says, who has signed, and nothing to change. */
export function KeptPage({
  frame,
  kept,
  told,
}: {
  readonly frame: Frame;
  readonly kept: Kept;
  /** The lists of a cooperation around it; none where the agreement was taken along alone. */
  readonly told: readonly ToldList[];
}) {
  const { words } = frame;
  const { archive, id } = kept;
  const version = versionOf(kept);
  const isCooperation = archive.format === 'geflecht-cooperation/1';
  const title = <KeptTitle words={words} kept={kept} />;
  return (
    <Page frame={frame} title={words.say('agreements.archive.kept.title')} noindex readers="own">
      <PageTitle
        back={<BackLink href={IMPORT_PATH}>{words.say('agreements.archive.kept')}</BackLink>}
        above={
          version === undefined ? null : version.text.partners.map(({ name }) => isolated(words, name)).join(' · ')
        }
        title={title}
        below={words.say('agreements.archive.kept.below', { day: words.day(kept.keptOn) })}
      />
      <Part title={words.say('agreements.archive.says')}>
        <Standing lines={tellStanding(words, archive)} />
        <p>
          <LinkButton
            href={`${KEPT_PATH}/${id}/${isCooperation ? ALONG_JSON : 'vereinbarung.json'}`}
            icon="download"
            tone="quiet"
          >
            {words.say('agreements.archive.json')}
          </LinkButton>
        </p>
      </Part>
      {version === undefined ? null : <KeptText words={words} version={version} />}
      <TakenLists title={words.say('agreements.along.lists')} told={told} />
      <Form action={`${KEPT_PATH}/${id}/ende`} label={words.say('agreements.archive.kept.remove')}>
        <p class="hint">{words.say('agreements.archive.kept.remove.hint')}</p>
        <Button tone="end">{words.say('agreements.archive.kept.remove')}</Button>
      </Form>
    </Page>
  );
}

/** What it is called, in the reader's language where it has one. */
export function KeptTitle({ words, kept }: { readonly words: Words; readonly kept: Kept }) {
  const text = versionOf(kept)?.text;
  const frame = text === undefined ? undefined : paragraphsOf(text, 'frame')[0];
  const [spoken] = spokenIn(frame?.parts.title ?? {}, text?.languages ?? [], words.language);
  if (spoken === undefined) return <OwnTitle words={words} kept={kept} />;
  return <Passage lang={spoken.language}>{spoken.text}</Passage>;
}

/** What a cooperation without an agreement was called. */
function OwnTitle({ words, kept: { archive } }: { readonly words: Words; readonly kept: Kept }) {
  const own = 'parts' in archive ? archive.parts['cooperation']?.[0]?.['title'] : undefined;
  if (typeof own === 'string' && own !== '') return <bdi>{own}</bdi>;
  return <>{words.say('agreements.archive.kept.title')}</>;
}

/** The version that is in force, or the last one. */
function versionOf({ archive }: Kept): Version | undefined {
  const agreement = agreementIn(archive);
  if (agreement === null) return undefined;
  const number = inForce(agreement);
  const found = agreement.versions.find(({ version }) => version.number === number);
  return (found ?? agreement.versions.at(-1))?.version;
}

// words: agreements.kind.* agreements.part.*
function KeptText({ words, version: { text } }: { readonly words: Words; readonly version: Version }) {
  const reading: Reading = { words, text, all: true };
  return (
    <>
      {SECTIONS.flatMap(({ kinds }) => kinds)
        .filter((kind) => paragraphsOf(text, kind).length > 0)
        .map((kind) => (
          <Part title={words.say(`agreements.kind.${kind}`)}>
            {paragraphsOf(text, kind).map((paragraph) => (
              <Facts facts={factsOf(reading, paragraph)} />
            ))}
          </Part>
        ))}
    </>
  );
}

function factsOf(reading: Reading, paragraph: Paragraph) {
  const { words, text } = reading;
  const { kind } = paragraph;
  return partsOf(paragraph).map(({ name, value }) => ({
    term: words.say(`agreements.part.${kind}.${name}`),
    value:
      value !== null && typeof value === 'object' ? (
        <SpokenBlock reading={reading} texts={value} />
      ) : (
        <OrOpen words={words}>{sayPart(words, text, { kind, part: name, value })}</OrOpen>
      ),
  }));
}
