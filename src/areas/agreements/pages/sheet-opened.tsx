import type { Hono } from 'hono';
import {
  context,
  idAt,
  leaveNotice,
  readForm,
  type Env,
  type FormFields,
  type Request,
} from '../../../platform/http/index.ts';
import { NotFoundError } from '../../../platform/errors.ts';
import { saying } from '../../../plain/words.ts';
import { BackLink, ErrorSummary, LinkButton, Page, PageTitle, Part, type Frame } from '../../../ui/index.ts';
import { COOPERATIONS_PATH } from '../../cooperations/index.ts';
import { addTalkingPoint } from '../add-talking-point.ts';
import { pointStateForm, readPoint, viewForm, type FieldProblem } from '../forms-sheet.ts';
import { agreementPath, sheetPath } from '../paths.ts';
import { settleTalkingPoint } from '../settle-talking-point.ts';
import { firstTextPath } from '../sheet-paths.ts';
import { ForWhom } from './for-whom.tsx';
import type { AgreementPages } from './pages.ts';
import { addFirstTextPages } from './sheet-first.tsx';
import { EndedNotice } from './sheet-closed.tsx';
import { PointForm, Points, SidesBeside } from './sheet-points.tsx';
import { areLanguagesMixed, turned } from './sheet-sides.ts';
import type { SheetsSeen } from './sheet.tsx';

const BASE = sheetPath(':id');

/** A form of this page that came back, and what is wrong with it. */
interface Returned {
  readonly typed: FormFields;
  readonly problems: readonly FieldProblem[];
}

const NOTHING: Returned = { typed: {}, problems: [] };

export async function answerOpened(
  c: Request,
  { frame }: Pick<AgreementPages, 'frame'>,
  sheets: SheetsSeen,
  returned: Returned = NOTHING,
): Promise<Response> {
  const { ansicht: view } = viewForm.parse(c.req.query());
  const page = <OpenedSheetPage frame={await frame(c)} sheets={sheets} view={view} returned={returned} />;
  return c.html(page, returned.problems.length > 0 ? 422 : 200);
}

/** What is done with opened sheets: talking points, and the beginning of the agreement. */
export function addOpenedSheetPages(
  web: Hono<Env>,
  pages: AgreementPages & { readonly seen: (c: Request) => Promise<SheetsSeen> },
): void {
  const opened = async (c: Request): Promise<SheetsSeen> => {
    const sheets = await pages.seen(c);
    if (sheets.opened.length === 0) throw new NotFoundError();
    return sheets;
  };
  const back = (c: Request, { cooperation }: SheetsSeen, place: string) =>
    c.redirect(`${sheetPath(cooperation)}?ansicht=${viewForm.parse(c.req.query()).ansicht}#${place}`, 303);
  web.post(`${BASE}/punkte`, async (c) => {
    const sheets = await opened(c);
    const typed = await readForm(c);
    const read = readPoint(typed);
    if (!read.ok) return answerOpened(c, pages, sheets, { typed, problems: read.issue });
    const { cooperation, own: partner } = sheets;
    const id = await addTalkingPoint(context(c), { cooperation, partner, ...read.value });
    leaveNotice(c, saying('agreements.sheet.point.added'));
    return back(c, sheets, `point-${id}`);
  });
  web.post(`${BASE}/punkte/:point`, async (c) => {
    const sheets = await opened(c);
    const point = idAt(c, 'point');
    const form = pointStateForm.safeParse(await readForm(c));
    if (!form.success) throw new NotFoundError();
    const { cooperation, own: partner } = sheets;
    await settleTalkingPoint(context(c), { cooperation, partner, point, state: form.data.state });
    return back(c, sheets, `point-${point}`);
  });
  addFirstTextPages(web, { ...pages, opened });
}

/** All sheets side by side, equal in size; who stands first changes with every look. */
function OpenedSheetPage({
  frame,
  sheets,
  view,
  returned: { typed, problems },
}: {
  readonly frame: Frame;
  readonly sheets: SheetsSeen;
  readonly view: number;
  readonly returned: Returned;
}) {
  const { words } = frame;
  const { cooperation, agreement, endedOn } = sheets;
  const seen = { ...sheets, sides: turned(sheets.sides, view) };
  const isFaulty = problems.length > 0;
  const next = `${sheetPath(cooperation)}?ansicht=${view + 1}`;
  return (
    <Page frame={frame} title={words.say('agreements.sheet.opened.title')} noindex readers="partner" faulty={isFaulty}>
      <PageTitle
        back={<BackLink href={`${COOPERATIONS_PATH}/${cooperation}`}>{words.say('agreements.sheet.back')}</BackLink>}
        above={sheets.title === '' ? undefined : <bdi>{sheets.title}</bdi>}
        title={words.say('agreements.sheet.opened.title')}
        below={words.say('agreements.sheet.opened.text')}
      />
      <ForWhom words={words} cooperation={cooperation} here={sheets} partners={sheets.sides} />
      <EndedNotice words={words} endedOn={endedOn} />
      {endedOn === null && areLanguagesMixed(sheets.sides) ? (
        <p>{words.say('agreements.sheet.opened.languages')}</p>
      ) : null}
      {endedOn === null ? <p>{words.say('agreements.sheet.point.how')}</p> : null}
      <ErrorSummary words={words} errors={problems.map(({ field, told }) => ({ field, text: words.tell(told) }))} />
      <p>
        <a class="with-icon" href={next}>
          {words.say('agreements.sheet.turn')}
        </a>
      </p>
      {endedOn === null ? (
        <PointForm words={words} sheets={seen} view={view} typed={typed} problems={problems} />
      ) : (
        <SidesBeside words={words} sheets={seen} ticked={null} />
      )}
      <Points words={words} sheets={sheets} view={view} />
      {agreement === null && endedOn !== null ? null : (
        <Part title={words.say('agreements.sheet.agreement')} id="agreement">
          {agreement === null ? (
            <LinkButton icon="next" href={firstTextPath(cooperation)}>
              {words.say('agreements.sheet.agreement.begin')}
            </LinkButton>
          ) : (
            <>
              <p>{words.say('agreements.sheet.agreement.there')}</p>
              <LinkButton icon="next" href={agreementPath(agreement)}>
                {words.say('agreements.sheet.agreement.go')}
              </LinkButton>
            </>
          )}
        </Part>
      )}
    </Page>
  );
}
