import type { Words } from '../../../plain/words.ts';
import {
  BackLink,
  Card,
  Chip,
  Columns,
  Icon,
  LinkButton,
  Notice,
  Page,
  PageTitle,
  ReadersNote,
  type Frame,
} from '../../../ui/index.ts';
import type { Saying } from '../../../plain/words.ts';
import { COOPERATIONS_PATH } from '../../cooperations/index.ts';
import { answerPath, draftPath } from '../draft-paths.ts';
import {
  agreementPath,
  archivePath,
  balancePath,
  confirmPath,
  pdfPath,
  pointsPath,
  signPath,
  versionsPath,
} from '../paths.ts';
import { gatherMissing } from '../missing.ts';
import { nameIn } from '../say-part.ts';
import type { AgreementShown } from '../show-agreement.ts';
import { isSignedByAll } from '../signature.ts';
import { spokenIn } from '../spoken.ts';
import { paragraphsOf } from '../text.ts';
import { ForWhom } from './for-whom.tsx';
import { MissingList } from './missing-list.tsx';
import { DocumentText } from './show-document.tsx';
import type { Document } from './show-paragraph.tsx';
import { SignedNote } from './signed-note.tsx';
import { PartnerName } from './spoken.tsx';

/** An agreement as it stands: what waits on top, the document, and at the end what prevents signing. */
export function AgreementPage({
  frame,
  shown,
  all,
  trouble,
  saved,
}: {
  readonly frame: Frame;
  readonly shown: AgreementShown;
  readonly all: boolean;
  readonly trouble: Saying | null;
  /** What the browser kept of the first text has arrived; '' at all other times: reading needs no script. */
  readonly saved: string;
}) {
  const { words } = frame;
  const { standing, own, confirmed, history, endedOn, signatures, inForce } = shown;
  const { text, number, day } = standing.version;
  const now = endedOn === null ? { own, confirmed, isSigned: signatures.length > 0 } : null;
  const document: Document = { words, text, all, gaps: endedOn === null, agreement: standing.id, history, now };
  const title = titleOf(document);
  return (
    <Page
      frame={frame}
      title={title}
      noindex
      readers="partner"
      faulty={trouble !== null}
      islands={saved === '' ? [] : ['draft']}
    >
      {saved === '' ? null : <draft-keeper hidden data-saved={saved}></draft-keeper>}
      <PageTitle
        back={
          <BackLink href={`${COOPERATIONS_PATH}/${standing.cooperation}`}>
            {words.say('agreements.sheet.back')}
          </BackLink>
        }
        above={<PartnerNames document={document} />}
        title={<bdi>{title}</bdi>}
        below={words.say('agreements.show.version', { number, day: words.day(day) })}
      />
      <ForWhom words={words} cooperation={standing.cooperation} here={shown} partners={text.partners} />
      {trouble === null ? null : (
        <Notice tone="look">
          <p>{words.tell(trouble)}</p>
        </Notice>
      )}
      {endedOn === null ? (
        <>
          <Holds words={words} shown={shown} />
          <Waiting words={words} shown={shown} />
        </>
      ) : (
        <Notice title={words.say('agreements.show.ended', { day: words.day(endedOn) })}>
          <p>
            {words.say(inForce === null ? 'agreements.show.ended.never' : 'agreements.show.ended.text', { number })}
          </p>
        </Notice>
      )}
      <Columns side={<Side words={words} shown={shown} all={all} />}>
        <DocumentText document={document} />
      </Columns>
    </Page>
  );
}

/** What the agreement is called in the reader's language; until it has a name: what it is. */
export function titleOf({ words, text }: Pick<Document, 'words' | 'text'>): string {
  const [frame] = paragraphsOf(text, 'frame');
  const [spoken] = spokenIn(frame?.parts.title ?? {}, text.languages, words.language);
  return spoken?.text ?? words.say('agreements.show.title');
}

export function PartnerNames({ document: { text } }: { readonly document: Pick<Document, 'text'> }) {
  return (
    <>
      {text.partners.map(({ id }, at) => (
        <>
          {at === 0 ? '' : ' · '}
          <PartnerName text={text} id={id} />
        </>
      ))}
    </>
  );
}

/** Which version is in force while a newer one is discussed, or whose signature a newer one has outdated. */
function Holds({ words, shown }: { readonly words: Words; readonly shown: AgreementShown }) {
  const { standing, inForce, lastSigned } = shown;
  const newer = standing.version.number;
  if (inForce === null)
    return lastSigned?.number === newer ? null : (
      <SignedNote words={words} version={standing.version} lastSigned={lastSigned} />
    );
  const { number } = inForce.version;
  if (number === newer) return null;
  return (
    <Notice title={words.say('agreements.show.holds', { number })}>
      <p>{words.say('agreements.show.holds.text', { newer })}</p>
      <p>
        <a href={versionsPath(standing.id, number)}>{words.say('agreements.show.holds.read', { number })}</a>
      </p>
    </Notice>
  );
}

/** What waits for the own side. */
function Waiting({ words, shown }: { readonly words: Words; readonly shown: AgreementShown }) {
  const { open, toConfirm, toTalk, standing } = shown;
  const all = [
    { count: open.toAnswer, key: 'agreements.show.toAnswer', href: answerPath(standing.id) },
    { count: open.toReply, key: 'agreements.show.toReply', href: answerPath(standing.id) },
    { count: toConfirm.length, key: 'agreements.show.toConfirm', href: confirmPath(standing.id) },
    { count: open.waiting, key: 'agreements.show.waiting', href: answerPath(standing.id) },
    { count: toTalk, key: 'agreements.show.toTalk', href: pointsPath(standing.cooperation) },
  ].filter(({ count }) => count > 0);
  if (all.length === 0) return null;
  return (
    <div class="screen-only">
      <Notice tone="look" title={words.say('agreements.show.waits')}>
        <ul class="link-list">
          {all.map(({ count, key, href }) => (
            <li>
              <a class="with-icon" href={href}>
                {words.say(key, { count })}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

function Side({ words, shown, all }: { readonly words: Words; readonly shown: AgreementShown; readonly all: boolean }) {
  const { id, version } = shown.standing;
  const links = [
    { key: 'agreements.show.versions', href: versionsPath(id), icon: 'clock' },
    { key: 'agreements.show.balance', href: balancePath(id), icon: 'list' },
    { key: 'agreements.show.pdf', href: pdfPath(id), icon: 'print' },
    { key: 'agreements.show.archive', href: archivePath(id), icon: 'download' },
    ...(version.text.languages.length < 2
      ? []
      : [
          {
            key: all ? 'agreements.show.oneLanguage' : 'agreements.show.allLanguages',
            href: `${agreementPath(id)}${all ? '' : '?sprachen=alle'}`,
            icon: 'language',
          } as const,
        ]),
  ] as const;
  return (
    <>
      {shown.endedOn === null ? <Steps words={words} shown={shown} /> : null}
      <ul class="link-list screen-only">
        {links.map(({ key, href, icon }) => (
          <li>
            <a class="with-icon" href={href}>
              <Icon name={icon} /> <span>{words.say(key)}</span>
            </a>
          </li>
        ))}
      </ul>
      <ReadersNote words={words} scope="partner">
        {words.say('agreements.show.readers')}
      </ReadersNote>
    </>
  );
}

/** What comes next: signing, or what prevents it, and proposing something else. */
function Steps({ words, shown }: { readonly words: Words; readonly shown: AgreementShown }) {
  return (
    <>
      <SigningCard words={words} shown={shown} />
      <p class="screen-only">
        <LinkButton href={draftPath(shown.standing.id)} tone={shown.missing.length === 0 ? 'quiet' : 'main'}>
          {words.say('agreements.show.propose')}
        </LinkButton>
      </p>
    </>
  );
}

/** What prevents signing, in plain words with links; when nothing does: who has signed, and the way to sign. */
function SigningCard({ words, shown }: { readonly words: Words; readonly shown: AgreementShown }) {
  const { standing, missing, own, signatures } = shown;
  const { text } = standing.version;
  const lines = gatherMissing(missing, text, standing);
  if (lines.length > 0)
    return (
      <Notice tone="look" title={words.say('agreements.show.gaps', { count: lines.length })}>
        <MissingList words={words} standing={standing} lines={lines} />
      </Notice>
    );
  const isInForce = isSignedByAll(text, standing.hash, signatures);
  return (
    <Card title={words.say(isInForce ? 'agreements.show.inForce' : 'agreements.show.ready')}>
      <ul class="link-list">
        {text.partners.map(({ id }) => {
          const signed = signatures.find(({ partner }) => partner === id);
          return (
            <li>
              {signed === undefined ? (
                <Chip tone="look">{words.say('agreements.show.unsigned', { partner: nameIn(text, id) })}</Chip>
              ) : (
                <Chip tone="ok" icon="check">
                  {words.say('agreements.show.signed', { partner: nameIn(text, id), day: words.day(signed.day) })}
                </Chip>
              )}
            </li>
          );
        })}
      </ul>
      {signatures.some(({ partner }) => partner === own) ? null : (
        <p class="screen-only">
          <LinkButton href={signPath(standing.id)} icon="check">
            {words.say('agreements.show.sign')}
          </LinkButton>
        </p>
      )}
    </Card>
  );
}
