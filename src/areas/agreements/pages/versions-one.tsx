import { BackLink, Columns, Facts, Notice, Page, PageTitle, type Frame } from '../../../ui/index.ts';
import { inGroups } from '../hash-groups.ts';
import { agreementPath, differencePath, versionsPath } from '../paths.ts';
import { nameIn } from '../say-part.ts';
import type { Signature } from '../signature.ts';
import type { VersionHead } from '../store-history.ts';
import type { Standing } from '../store.ts';
import type { Version } from '../version.ts';
import { DocumentText } from './show-document.tsx';
import { PartnerNames, titleOf } from './show-page.tsx';
import type { Document } from './show-paragraph.tsx';

/** One version as it stood: read by itself, never through what came later. */
export function VersionPage({
  frame,
  standing,
  version,
  hash,
  history,
  signatures,
  all,
}: {
  readonly frame: Frame;
  readonly standing: Standing;
  readonly version: Version;
  readonly hash: string;
  readonly history: readonly VersionHead[];
  readonly signatures: readonly Signature[];
  readonly all: boolean;
}) {
  const { words } = frame;
  const { agreement, number, text, day } = version;
  const until = history.filter((head) => head.number <= number);
  const document: Document = { words, text, all, agreement, history: until, now: null };
  const title = titleOf(document);
  const current = standing.version.number;
  return (
    <Page frame={frame} title={words.say('agreements.versions.titleOf', { title, number })} noindex readers="partner">
      <PageTitle
        back={<BackLink href={versionsPath(agreement)}>{words.say('agreements.versions.title')}</BackLink>}
        above={<PartnerNames document={document} />}
        title={<bdi>{title}</bdi>}
        below={words.say('agreements.versions.one', { number, day: words.day(day) })}
      />
      {number === current ? null : (
        <Notice>
          <p>
            {words.say(number < current ? 'agreements.versions.older' : 'agreements.versions.neverSigned.text', {
              number: current,
            })}
          </p>
          <ul class="link-list screen-only">
            <li>
              <a href={differencePath(agreement, Math.min(number, current), Math.max(number, current))}>
                {words.say(number < current ? 'agreements.versions.since' : 'agreements.versions.difference', {
                  number: current,
                })}
              </a>
            </li>
            <li>
              <a href={agreementPath(agreement)}>{words.say('agreements.show.back')}</a>
            </li>
          </ul>
        </Notice>
      )}
      <Columns side={<Seal frame={frame} version={version} hash={hash} signatures={signatures} />}>
        <DocumentText document={document} />
      </Columns>
    </Page>
  );
}

/** By what a version can be known for ever, and who has signed it. */
function Seal({
  frame: { words },
  version: { text },
  hash,
  signatures,
}: {
  readonly frame: Frame;
  readonly version: Version;
  readonly hash: string;
  readonly signatures: readonly Signature[];
}) {
  const signed = signatures.filter((one) => one.version === hash);
  return (
    <Facts
      facts={[
        {
          term: words.say('agreements.versions.seal'),
          value: (
            <code dir="ltr" translate="no" class="hash">
              {inGroups(hash)}
            </code>
          ),
        },
        ...signed.map(({ partner, day }) => ({
          term: words.say('agreements.versions.signature'),
          value: words.say('agreements.show.signed', { partner: nameIn(text, partner), day: words.day(day) }),
        })),
      ]}
    />
  );
}
