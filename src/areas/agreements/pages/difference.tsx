import type { Hono } from 'hono';
import { NotFoundError } from '../../../platform/errors.ts';
import { idAt, keepNowhere, type Env } from '../../../platform/http/index.ts';
import { isolated } from '../../../plain/isolated.ts';
import type { Words } from '../../../plain/words.ts';
import { languageOf } from '../../../plain/languages.ts';
import { BackLink, Page, PageTitle, Part, type Frame } from '../../../ui/index.ts';
import { difference, type ParagraphDifference } from '../difference.ts';
import { readNumber } from '../forms-show.ts';
import { sayNumbered } from '../numbered.ts';
import { agreementPath, versionsPath } from '../paths.ts';
import { SECTIONS } from '../sections.ts';
import { findNewest, findVersion } from '../store-history.ts';
import { findParagraph, type AgreementText } from '../text.ts';
import { Became, PartsChanged } from './difference-parts.tsx';
import type { AgreementPages } from './pages.ts';
import type { Reading } from './spoken.tsx';
import { CompareForm } from './versions-list.tsx';

/** `/vereinbarungen/:id/unterschied?von=1&bis=4`: what has changed between two versions, word by word. */
export function addDifferencePage(web: Hono<Env>, { frame }: AgreementPages): void {
  web.get(`${agreementPath(':id')}/unterschied`, async (c) => {
    keepNowhere(c);
    const agreement = idAt(c);
    const compared = await c.var.read.db.read(async (db): Promise<Compared> => {
      const newest = await findNewest(db, agreement);
      const to = numberIn(c.req.query('bis'), newest);
      const from = numberIn(c.req.query('von'), Math.max(1, to - 1));
      const read = async (number: number) => (await findVersion(db, agreement, number)).version.text;
      return { agreement, from, to, newest, before: await read(from), after: await read(to) };
    });
    return c.html(<DifferencePage frame={await frame(c)} compared={compared} />);
  });
}

interface Compared {
  readonly agreement: string;
  readonly from: number;
  readonly to: number;
  readonly newest: number;
  readonly before: AgreementText;
  readonly after: AgreementText;
}

/** What is not said is the number that makes sense; what is said and is no number leads nowhere. */
function numberIn(typed: string | undefined, otherwise: number): number {
  if (typed === undefined || typed === '') return otherwise;
  const number = readNumber(typed);
  if (number === null) throw new NotFoundError();
  return number;
}

function DifferencePage({ frame, compared }: { readonly frame: Frame; readonly compared: Compared }) {
  const { words } = frame;
  const { agreement, from, to, newest, before, after } = compared;
  const title = words.say('agreements.difference.title', { from, to });
  const all = difference(before, after).toSorted((a, b) => placeOf(a) - placeOf(b));
  const partners = [...new Map([...before.partners, ...after.partners].map((one) => [one.id, one])).values()];
  const reading: Reading = { words, text: { ...after, partners }, all: true };
  const around = besides(words, before, after);
  return (
    <Page frame={frame} title={title} noindex readers="partner">
      <PageTitle
        back={<BackLink href={versionsPath(agreement)}>{words.say('agreements.versions.title')}</BackLink>}
        title={title}
        below={words.say(
          all.length === 0 && around.length === 0 ? 'agreements.difference.none' : 'agreements.difference.text',
        )}
      />
      {around.map((sentence) => (
        <p>{sentence}</p>
      ))}
      {all.map((one) => (
        <Changed reading={reading} difference={one} before={before} after={after} />
      ))}
      {newest < 2 ? null : <CompareForm words={words} agreement={agreement} from={from} to={to} newest={newest} />}
    </Page>
  );
}

const ORDER = SECTIONS.flatMap(({ kinds }) => kinds);

/** In the order in which an agreement is read. */
function placeOf({ paragraph }: ParagraphDifference): number {
  return ORDER.indexOf(paragraph.kind);
}

/** One paragraph that is not the same, under its number: the one it has, or the one it had. */
function Changed({
  reading,
  difference: one,
  before,
  after,
}: {
  readonly reading: Reading;
  readonly difference: ParagraphDifference;
  readonly before: AgreementText;
  readonly after: AgreementText;
}) {
  const { words } = reading;
  const { paragraph, became } = one;
  const text = findParagraph(after, paragraph.id) === null ? before : after;
  return (
    <Part title={sayNumbered(words, text, paragraph)} id={`p-${paragraph.id}`}>
      <p>
        <Became reading={reading} became={became} />
      </p>
      <PartsChanged reading={reading} difference={one} />
    </Part>
  );
}

/** What has changed around the paragraphs: who is in it, and in which languages. */
function besides(words: Words, before: AgreementText, after: AgreementText): readonly string[] {
  const missingIn = (text: AgreementText, from: AgreementText): readonly string[] =>
    from.partners
      .filter(({ id }) => !text.partners.some((one) => one.id === id))
      .map(({ name }) => isolated(words, name));
  const joined = missingIn(before, after);
  const left = missingIn(after, before);
  const languages = after.languages
    .filter((one) => !before.languages.includes(one))
    .map((one) => isolated(words, languageOf(one)?.ownName ?? one));
  return [
    ...(joined.length === 0 ? [] : [words.say('agreements.difference.joined', { partners: words.list(joined) })]),
    ...(left.length === 0 ? [] : [words.say('agreements.difference.left', { partners: words.list(left) })]),
    ...(languages.length === 0
      ? []
      : [words.say('agreements.difference.languages', { languages: words.list(languages) })]),
  ];
}
