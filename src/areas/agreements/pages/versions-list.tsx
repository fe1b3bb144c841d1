import { isolated } from '../../../plain/isolated.ts';
import type { Words } from '../../../plain/words.ts';
import {
  BackLink,
  Button,
  Chip,
  Page,
  PageTitle,
  QueryForm,
  Row,
  Rows,
  SelectField,
  type Frame,
} from '../../../ui/index.ts';
import { doneIn, everyoneIn, voicesIn, type Done } from '../history.ts';
import { agreementPath, differencePath, versionsPath } from '../paths.ts';
import { nameIn } from '../say-part.ts';
import { isSignedByAll, type Signature } from '../signature.ts';
import type { Standing } from '../store.ts';
import type { VersionHead } from '../store-history.ts';
import { sayCountered } from './partner-names.ts';

/** All versions, the newest first: when, what changed, by whom, signed or not. */
export function VersionsPage({
  frame,
  standing: { id: agreement, version },
  history,
  signatures,
}: {
  readonly frame: Frame;
  readonly standing: Standing;
  readonly history: readonly VersionHead[];
  readonly signatures: readonly Signature[];
}) {
  const { words } = frame;
  const done = doneIn(history);
  const title = words.say('agreements.versions.title');
  const newest = history.length;
  return (
    <Page frame={frame} title={title} noindex readers="partner">
      <PageTitle
        back={<BackLink href={agreementPath(agreement)}>{words.say('agreements.show.back')}</BackLink>}
        title={title}
        below={words.say('agreements.versions.text')}
      />
      <Rows label={title}>
        {history.toReversed().map((head) => (
          <Row
            level={2}
            title={words.say('agreements.versions.one', { number: head.number, day: words.day(head.day) })}
            href={versionsPath(agreement, head.number)}
            beside={
              head.number > version.number ? (
                <Chip tone="end">{words.say('agreements.versions.neverSigned')}</Chip>
              ) : (
                <Signed words={words} head={head} signatures={signatures} />
              )
            }
          >
            <p>{doneWords(words, head, done.get(head.number) ?? [])}</p>
            <p class="soft">
              <ByWhom words={words} head={head} history={history} />
              {words.say('agreements.versions.hash', { hash: head.hash.slice(0, 8) })}
            </p>
            {head.number === 1 ? null : (
              <p class="screen-only">
                <a class="with-icon" href={differencePath(agreement, head.number - 1, head.number)}>
                  {words.say('agreements.versions.difference', { number: head.number - 1 })}
                </a>
              </p>
            )}
          </Row>
        ))}
      </Rows>
      {newest < 2 ? null : <CompareForm words={words} agreement={agreement} from={1} to={newest} newest={newest} />}
    </Page>
  );
}

// words: agreements.kind.*
// words: agreements.versions.done.*
function doneWords(words: Words, { number }: VersionHead, done: readonly Done[]): string {
  if (done.length === 0) return words.say(number === 1 ? 'agreements.versions.empty' : 'agreements.versions.partners');
  return words.list(
    done.map(({ kind, became, count }) =>
      words.say(`agreements.versions.done.${became}`, { kind: words.say(`agreements.kind.${kind}`), count }),
    ),
  );
}

function ByWhom({ words, head, history }: { words: Words; head: VersionHead; history: readonly VersionHead[] }) {
  const everyone = everyoneIn(history);
  const { own, countered } = voicesIn(head);
  const names = own.map((by) => nameIn(everyone, by)).filter((name) => name !== '');
  const said = [
    ...(names.length === 0 ? [] : [words.say('agreements.versions.by', { partners: listed(words, names) })]),
    ...countered.map((one) => sayCountered(words, everyone, one)),
  ];
  return (
    <>
      {said.map((one) => (
        <>{one} · </>
      ))}
    </>
  );
}

function Signed({
  words,
  head,
  signatures,
}: {
  readonly words: Words;
  readonly head: VersionHead;
  readonly signatures: readonly Signature[];
}) {
  const signed = signatures.filter(({ version }) => version === head.hash);
  if (signed.length === 0) return null;
  const byAll = isSignedByAll({ partners: head.partners, languages: [], paragraphs: [] }, head.hash, signed);
  return (
    <Chip tone="ok" icon="check">
      {byAll
        ? words.say('agreements.versions.signedByAll')
        : words.say('agreements.versions.signedBy', {
            partners: listed(
              words,
              signed.map(({ partner }) => nameIn(head, partner)),
            ),
          })}
    </Chip>
  );
}

function listed(words: Words, names: readonly string[]): string {
  return words.list(names.map((name) => isolated(words, name)));
}

/** Any two versions beside each other. */
export function CompareForm({
  words,
  agreement,
  from,
  to,
  newest,
}: {
  readonly words: Words;
  readonly agreement: string;
  readonly from: number;
  readonly to: number;
  readonly newest: number;
}) {
  const choices = Array.from({ length: newest }, (_, at) => ({
    value: String(at + 1),
    label: words.say('agreements.versions.number', { number: at + 1 }),
  }));
  const ends = [
    { name: 'von', key: 'agreements.versions.from', value: from },
    { name: 'bis', key: 'agreements.versions.to', value: to },
  ];
  return (
    <div class="screen-only">
      <QueryForm action={`${agreementPath(agreement)}/unterschied`} label={words.say('agreements.versions.compare')}>
        <h2>{words.say('agreements.versions.compare')}</h2>
        {ends.map(({ name, key, value }) => (
          <SelectField
            words={words}
            name={name}
            label={words.say(key)}
            choices={choices}
            value={String(value)}
            empty={null}
          />
        ))}
        <Button tone="quiet">{words.say('agreements.versions.compare.go')}</Button>
      </QueryForm>
    </div>
  );
}
