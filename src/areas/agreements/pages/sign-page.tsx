import { isolated } from '../../../plain/isolated.ts';
import { dayOf, type Day } from '../../../plain/time.ts';
import type { Saying, Words } from '../../../plain/words.ts';
import {
  BackLink,
  ErrorSummary,
  Facts,
  LinkButton,
  Notice,
  Page,
  PageTitle,
  Part,
  type Frame,
} from '../../../ui/index.ts';
import { agreementPath, archivePath, versionsPath } from '../paths.ts';
import type { ShownSigning } from '../show-signing.ts';
import type { Signature } from '../signature.ts';
import { ForWhom } from './for-whom.tsx';
import { inGroups } from '../hash-groups.ts';
import { gatherMissing } from '../missing.ts';
import { MissingList } from './missing-list.tsx';
import { LanguageHints } from './sign-languages.tsx';
import { whatIsSigned } from './sign-what.tsx';
import { SignWays, type Faulty } from './sign-ways.tsx';

export function SignPage({
  frame,
  origin,
  today,
  shown,
  faulty,
}: {
  readonly frame: Frame;
  readonly origin: string;
  readonly today: Date;
  readonly shown: ShownSigning;
  readonly faulty?: Faulty | undefined;
}) {
  const { words } = frame;
  const { standing, own, missing, signatures, hasEnded } = shown;
  const { id, version, hash } = standing;
  const wrong = faulty?.wrong ?? null;
  const hasSigned = signatures.some(({ partner }) => partner === own);
  const name = version.text.partners.find((partner) => partner.id === own)?.name ?? '';
  const isOver = hasSigned || hasEnded;
  return (
    <Page
      frame={frame}
      title={words.say('agreements.sign.title')}
      noindex
      readers="partner"
      faulty={wrong !== null}
      islands={missing.length === 0 && !isOver ? ['sign-version'] : []}
    >
      <PageTitle
        back={<BackLink href={agreementPath(id)}>{words.say('agreements.sign.back')}</BackLink>}
        title={words.say('agreements.sign.title')}
        below={words.say('agreements.sign.below')}
      />
      <ForWhom words={words} cooperation={standing.cooperation} here={shown} partners={version.text.partners} />
      <ErrorSummary
        words={words}
        errors={wrong === null ? [] : [{ field: wrong.field, text: words.tell(wrong.text) }]}
      />
      {faulty?.moved === undefined ? null : (
        <Notice tone="look" title={words.say('agreements.sign.movedOn', { number: faulty.moved })}>
          <p>{words.say('agreements.sign.movedOn.text')}</p>
        </Notice>
      )}
      <InForceNotice words={words} shown={shown} />
      <Part title={words.say('agreements.sign.what')}>
        <Facts
          facts={[
            ...whatIsSigned(words, version),
            {
              term: words.say('agreements.sign.version'),
              value: (
                <a href={versionsPath(id, version.number)}>
                  {words.say('agreements.sign.versionOf', { number: version.number, day: words.day(version.day) })}
                </a>
              ),
            },
            {
              term: words.say('agreements.sign.hash'),
              value: (
                <code dir="ltr" translate="no" class="breaks">
                  {inGroups(hash)}
                </code>
              ),
              note: words.say('agreements.sign.hash.note'),
            },
            {
              term: words.say('agreements.sign.for'),
              value: <bdi>{name}</bdi>,
              note: words.say('agreements.sign.for.note'),
            },
          ]}
        />
      </Part>
      <Part title={words.say('agreements.sign.signatures')}>
        <Facts
          facts={version.text.partners.map((partner) => ({
            term: isolated(words, partner.name),
            value: words.tell(
              signedBy(
                words,
                signatures.find((one) => one.partner === partner.id),
              ),
            ),
          }))}
        />
      </Part>
      {isOver ? null : <LanguageHints words={words} shown={shown} />}
      {isOver ? null : missing.length > 0 ? (
        <Notice tone="look" title={words.say('agreements.sign.missing')}>
          <MissingList words={words} standing={standing} lines={gatherMissing(missing, version.text, standing)} />
        </Notice>
      ) : (
        <SignWays
          words={words}
          origin={origin}
          shown={shown}
          today={dayOf(today)}
          wrong={wrong}
          day={faulty?.day ?? ''}
        />
      )}
      <p>
        <LinkButton href={archivePath(id)} tone="quiet" icon="download">
          {words.say('agreements.archive.title')}
        </LinkButton>
      </p>
    </Page>
  );
}

function InForceNotice({
  words,
  shown: { inForce, standing },
}: {
  readonly words: Words;
  readonly shown: ShownSigning;
}) {
  if (inForce === null) return null;
  const { number } = inForce.version;
  const isNewest = number === standing.version.number;
  const since: { readonly number: number; readonly day: Day } = { number, day: words.day(inForce.signedOn) };
  return (
    <Notice tone={isNewest ? 'ok' : 'plain'} title={words.say('agreements.sign.inForce', since)}>
      {isNewest ? null : <p>{words.say('agreements.sign.inForce.stays', { number: standing.version.number })}</p>}
    </Notice>
  );
}

// words: agreements.sign.by.*
/** How and when a partner has signed; never who did it. */
function signedBy(words: Words, signature: Signature | undefined): Saying {
  if (signature === undefined) return { key: 'agreements.sign.notYet' };
  return { key: `agreements.sign.by.${signature.proof.kind}`, values: { day: words.day(signature.day) } };
}
