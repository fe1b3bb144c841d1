import type { Hono } from 'hono';
import { idAt, keepNowhere, type Env, type Request } from '../../../platform/http/index.ts';
import { dayOf } from '../../../plain/time.ts';
import { BackLink, Facts, Page, PageTitle, Part, type Frame } from '../../../ui/index.ts';
import { COOPERATIONS_PATH } from '../../cooperations/index.ts';
import { fileOf } from '../archive-file.ts';
import { ALONG_JSON, ALONG_ZIP, alongPath, VERIFY_ALONG_COMMAND } from '../archive-paths.ts';
import { zipOfCooperation } from '../archive-zip.ts';
import { takeAlong, type Along } from '../take-along.ts';
import type { ToldList } from '../told-list.ts';
import { ArchiveFiles, ArchiveSays } from './archive-parts.tsx';
import type { AgreementPages } from './pages.ts';
import { printedVersions } from './printed-versions.ts';
import { sendFile } from './send-file.ts';

/** `/kooperationen/:id/mitnehmen`: everything of a cooperation that a partner may read, with or without an agreement. */
export function addAlongPages(web: Hono<Env>, pages: AgreementPages): void {
  const path = alongPath(':id');
  const along = (c: Request) =>
    c.var.read.db.read((db) =>
      takeAlong(db, c.var.actor, {
        cooperation: idAt(c),
        takings: pages.takings,
        namesOf: (reader, organisations) => pages.namesOf(reader, organisations, c.var.words),
      }),
    );
  web.get(path, async (c) => {
    keepNowhere(c);
    const taken = await along(c);
    const told = pages.tellTaken(c.var.words, taken.archive.parts);
    return c.html(<AlongPage frame={await pages.frame(c)} along={taken} told={told} />);
  });
  web.get(`${path}/${ALONG_JSON}`, async (c) =>
    sendFile(c, { name: ALONG_JSON, type: 'application/json; charset=utf-8', bytes: fileOf((await along(c)).archive) }),
  );
  web.get(`${path}/${ALONG_ZIP}`, async (c) => {
    const { archive } = await along(c);
    const printed = archive.agreement === null ? [] : await printedVersions(c, pages, archive.agreement);
    const day = dayOf(c.var.read.clock.now());
    const bytes = zipOfCooperation(archive, { printed, wordsIn: pages.wordsIn, language: c.var.words.language, day });
    return sendFile(c, { name: ALONG_ZIP, type: 'application/zip', bytes });
  });
}

function AlongPage({
  frame,
  along: { archive, title },
  told,
}: {
  readonly frame: Frame;
  readonly along: Along;
  readonly told: readonly ToldList[];
}) {
  const { words } = frame;
  const here = alongPath(archive.cooperation);
  return (
    <Page frame={frame} title={words.say('agreements.along.title')} noindex readers="own">
      <PageTitle
        back={
          <BackLink href={`${COOPERATIONS_PATH}/${archive.cooperation}`}>{words.say('agreements.along.back')}</BackLink>
        }
        above={title === '' ? null : <bdi>{title}</bdi>}
        title={words.say('agreements.along.title')}
        below={words.say('agreements.along.below')}
      />
      <ArchiveFiles words={words} zip={`${here}/${ALONG_ZIP}`} json={`${here}/${ALONG_JSON}`} />
      <Part title={words.say('agreements.along.inside')}>
        <Facts facts={told.map(({ title: term, things }) => ({ term, value: words.number(things.length) }))} />
        <p>{words.say('agreements.along.inside.text')}</p>
        <p class="hint">{words.say('agreements.along.not')}</p>
      </Part>
      <ArchiveSays words={words} archive={archive} command={VERIFY_ALONG_COMMAND} />
    </Page>
  );
}
