import { BackLink, Columns, Facts, Notice, Page, PageTitle, type Frame } from '../../../ui/index.ts';
import { agreementPath, differencePath, versionsPath } from '../paths.ts';
import { nameIn } from '../say-part.ts';
import type { Signature } from '../signature.ts';
import type { VersionHead } from '../store-history.ts';
import type { Version } from '../version.ts';
import { DocumentText } from './show-document.tsx';
import { PartnerNames, titleOf } from './show-page.tsx';
import type { Document } from './show-paragraph.tsx';

/** One version as it stood: read by itself, never through what came later. */
export function VersionPage({
  frame,
  version,
  hash,
  history,
  signatures,
  all,
}: {
  readonly frame: Frame;
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
  const isNewest = number === history.length;
  return (
    <Page frame={frame} title={words.say('agreements.versions.titleOf', { title, number })} noindex readers="partner">
      <PageTitle
        back={<BackLink href={versionsPath(agreement)}>{words.say('agreements.versions.title')}</BackLink>}
        above={<PartnerNames document={document} />}
        title={<bdi>{title}</bdi>}
        below={words.say('agreements.versions.one', { number, day: words.day(day) })}
      />
      {isNewest ? null : (
        <Notice>
          <p>{words.say('agreements.versions.older', { number: history.length })}</p>
          <ul class="link-list screen-only">
            <li>
              <a href={differencePath(agreement, number, history.length)}>{words.say('agreements.versions.since')}</a>
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
        { term: words.say('agreements.versions.seal'), value: <code class="hash">{hash}</code> },
        ...signed.map(({ partner, day }) => ({
          term: words.say('agreements.versions.signature'),
          value: words.say('agreements.show.signed', { partner: nameIn(text, partner), day: words.day(day) }),
        })),
      ]}
    />
  );
}
