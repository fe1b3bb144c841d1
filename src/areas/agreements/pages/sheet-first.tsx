import type { Hono } from 'hono';
import { context, leaveNotice, readForm, type Env, type Request } from '../../../platform/http/index.ts';
import { languageOf } from '../../../plain/languages.ts';
import { fieldMoney } from '../../../plain/money.ts';
import { saying } from '../../../plain/words.ts';
import {
  BackLink,
  Button,
  CheckField,
  ErrorSummary,
  Form,
  Notice,
  Page,
  PageTitle,
  ReadersNote,
  type FormError,
  type Frame,
} from '../../../ui/index.ts';
import { findPlanOffer, inTheNameOf } from '../../cooperations/index.ts';
import { beginAgreement } from '../begin.ts';
import { draftPath, entryIn } from '../draft-paths.ts';
import { partName } from '../forms-paragraph.ts';
import { readSection, rowsOf, type Row, type SectionForm } from '../forms-section.ts';
import { AGREEMENT_LANGUAGES, MOST_LANGUAGES, readLanguages, USUAL_LANGUAGES } from '../forms-sheet.ts';
import { keepDraft } from '../keep-draft.ts';
import { agreementPath, sheetPath } from '../paths.ts';
import { inOwnLetters, languagesSaid } from '../own-letters.ts';
import type { Section } from '../sections.ts';
import { firstTextPath } from '../sheet-paths.ts';
import { findStanding } from '../store.ts';
import type { AgreementText } from '../text.ts';
import { errorsOf } from './draft-errors.ts';
import { DraftKeeper } from './draft-keeper.tsx';
import { AllRows } from './draft-row.tsx';
import { ForWhom } from './for-whom.tsx';
import type { AgreementPages } from './pages.ts';
import { ownLanguage } from './paragraph-fields.tsx';
import { GoalsInSheets, goalsFrom, languagesInSheets } from './sheet-goals.tsx';
import { nameFor } from './sheet-sides.ts';
import type { SheetsSeen } from './sheet.tsx';

const PATH = firstTextPath(':id');

/** What a first version usually begins with; everything else is proposed later. */
const FIRST: Section = { name: 'first', slug: '', kinds: ['frame', 'goal', 'task', 'line'] };

/** `/kooperationen/:id/bogen/vereinbarung`: the first version, with what one side has thought of so far, perhaps nothing. */
export function addFirstTextPages(
  web: Hono<Env>,
  {
    frame,
    opened,
    namesOf,
    languagesOf,
    moneyOffered,
  }: AgreementPages & { readonly opened: (c: Request) => Promise<SheetsSeen> },
): void {
  const languagesFor = (c: Request, { sides }: SheetsSeen) =>
    c.var.read.db.read((db) =>
      languagesOf(
        db,
        sides.map(({ id }) => id),
      ),
    );
  web.get(PATH, async (c) => {
    const sheets = await opened(c);
    if (sheets.agreement !== null) return c.redirect(agreementPath(sheets.agreement), 303);
    if (sheets.endedOn !== null) return c.redirect(sheetPath(sheets.cooperation), 303);
    const form = formOf(c, sheets);
    const part = { part: 'title', language: textLanguage(c), words: sheets.title, reason: '' };
    const begun = rowsOf(form, { more: 0, begun: sheets.title === '' ? null : part });
    const planned = await moneyInPlans(c, sheets);
    const money = planned ?? (await c.var.read.db.read((db) => moneyOffered(db, sheets.cooperation)));
    const rows = money === null ? begun : begun.map((row) => withBudget(row, fieldMoney(money, form.language)));
    const ticked = [...new Set(['de', textLanguage(c), ...languagesInSheets(sheets)])].slice(0, MOST_LANGUAGES);
    const budgetFrom = money === null ? null : planned === null ? 'request' : 'plan';
    const spoken = await languagesFor(c, sheets);
    const filled = { rows, ticked, spoken, wished: [], budgetFrom } as const;
    return c.html(
      <FirstPage frame={await frame(c)} sheets={sheets} text={form.text} {...filled} errors={[]} entry="" />,
    );
  });
  web.post(PATH, async (c) => {
    const sheets = await opened(c);
    const { cooperation, own: partner } = sheets;
    const typed = await readForm(c);
    const entry = entryIn([typed['entry'] ?? ''].flat()[0]);
    const form = formOf(c, sheets);
    const { rows, problems } = readSection(form, typed);
    const wished = [typed['wished'] ?? []].flat();
    const goals = goalsFrom(sheets, wished, textLanguage(c));
    const languages = readLanguages(typed, textLanguage(c));
    if (problems.length > 0 || !languages.ok) {
      const errors = [
        ...(languages.ok ? [] : languages.issue.map(({ field, told }) => ({ field, text: c.var.words.tell(told) }))),
        ...errorsOf(c.var.words, rows),
      ];
      const ticked = [typed['languages'] ?? []].flat();
      const spoken = await languagesFor(c, sheets);
      const page = { sheets, text: form.text, rows, ticked, spoken, wished, budgetFrom: null, errors, entry };
      return c.html(<FirstPage frame={await frame(c)} {...page} />, 422);
    }
    const anywhere = { ...form, text: { ...form.text, languages: AGREEMENT_LANGUAGES } };
    const { kept } = readSection(anywhere, inOwnLetters(typed, textLanguage(c)));
    const written = [...kept.flatMap((row) => (row.after === null ? [] : [{ ...row, after: row.after }])), ...goals];
    const agreement = await beginAgreement(context(c), {
      cooperation,
      partner,
      // What was written stands in a language of the agreement.
      languages: [
        ...new Set([
          ...(kept.some(({ after }) => after !== null) ? [textLanguage(c)] : []),
          ...languagesSaid(written.map(({ after }) => after)),
          ...languages.value,
        ]),
      ],
      namesOf: async (db, organisations) => {
        const names = await namesOf(db, organisations, c.var.words);
        return new Map(organisations.map((one) => [one, nameFor(c.var.words, names, one)]));
      },
      paragraphs: written.map(({ after }) => after),
    });
    const { version } = await c.var.read.db.read((db) => findStanding(db, agreement));
    const isOurs = written.every(({ paragraph }) => version.text.paragraphs.some(({ id }) => id === paragraph));
    // Somebody was quicker: no word is lost, it waits in the draft, out of which one brings everything oneself.
    const waiting = written.map((row) => ({ ...row, after: { ...row.after, origin: partner } }));
    if (!isOurs) await keepDraft(context(c), { agreement, partner, rows: waiting });
    leaveNotice(c, saying(isOurs ? 'agreements.sheet.begun' : 'agreements.sheet.first.quicker'));
    // The address names what has arrived, so that the browser no longer keeps it.
    const arrived = entry === '' ? '' : `?gespeichert=${entry}`;
    return c.redirect(`${isOurs ? agreementPath(agreement) : draftPath(agreement)}${arrived}`, 303);
  });
}

/** The language in which this reader writes. */
function textLanguage(c: Request): string {
  return ownLanguage(c.var.words, AGREEMENT_LANGUAGES);
}

/** How much money a plan speaks of: the own one, else one that another partner shows. */
async function moneyInPlans(c: Request, { cooperation, own, sides }: SheetsSeen): Promise<number | null> {
  return c.var.read.db.read(async (db) => {
    for (const side of [own, ...sides.map(({ id }) => id)]) {
      const money = (await findPlanOffer(db, cooperation, side))?.money;
      if (money !== undefined) return money;
    }
    return null;
  });
}

/** The budget of the frame filled in, to be changed like everything else. */
function withBudget(row: Row, budget: string): Row {
  if (row.kind !== 'frame') return row;
  return { ...row, typed: (name) => (name === partName(row.id, 'budget') ? budget : row.typed(name)) };
}

function formOf(c: Request, { cooperation, own, sides }: SheetsSeen): SectionForm {
  const text: AgreementText = {
    partners: sides.map(({ id, name }) => ({ id, name })),
    languages: [textLanguage(c)],
    paragraphs: [],
  };
  return { agreement: cooperation, section: FIRST, own, text, draft: [], used: [], language: c.var.words.language };
}

// words: agreements.sheet.first.budget.*
function FirstPage({
  frame,
  sheets,
  text,
  rows,
  ticked,
  spoken,
  wished,
  budgetFrom,
  errors,
  entry,
}: {
  readonly frame: Frame;
  readonly sheets: SheetsSeen;
  readonly text: AgreementText;
  readonly rows: readonly Row[];
  readonly ticked: readonly string[];
  /** Languages that partners say they speak. */
  readonly spoken: readonly string[];
  /** Sentences of the sheets that become goals. */
  readonly wished: readonly string[];
  /** Where the amount was said before. */
  readonly budgetFrom: 'plan' | 'request' | null;
  readonly errors: readonly FormError[];
  /** Under which the browser keeps what is typed here, when it comes back. */
  readonly entry: string;
}) {
  const { words } = frame;
  const { cooperation, own, sides, title: above } = sheets;
  const title = words.say('agreements.sheet.agreement.begin');
  const isFaulty = errors.length > 0;
  return (
    <Page frame={frame} title={title} noindex readers="partner" faulty={isFaulty} islands={['draft']}>
      <PageTitle
        back={<BackLink href={sheetPath(cooperation)}>{words.say('agreements.sheet.title')}</BackLink>}
        above={above === '' ? undefined : <bdi>{above}</bdi>}
        title={title}
        below={words.say('agreements.sheet.first.text')}
      />
      <ForWhom words={words} cooperation={cooperation} here={sheets} partners={sides} />
      <ErrorSummary words={words} errors={errors} />
      <DraftKeeper words={words} own={own} version={0} entry={entry} saved="">
        <Form action={firstTextPath(cooperation)} label={title} hidden={{ entry, ...inTheNameOf(own) }}>
          <GoalsInSheets words={words} sheets={sheets} ticked={wished} />
          {budgetFrom === null ? null : (
            <Notice>
              <p>{words.say(`agreements.sheet.first.budget.${budgetFrom}`)}</p>
            </Notice>
          )}
          <AllRows words={words} text={text} rows={rows} />
          <CheckField
            words={words}
            name="languages"
            label={words.say('agreements.sheet.languages')}
            hint={words.say('agreements.sheet.languages.hint')}
            error={errors.find(({ field }) => field === 'languages')?.text ?? null}
            values={ticked}
            choices={AGREEMENT_LANGUAGES.filter((code) =>
              [...USUAL_LANGUAGES, ...spoken, ...ticked].includes(code),
            ).map((value) => ({
              value,
              label: languageOf(value)?.ownName ?? value,
              lang: value === 'de-simple' ? 'de' : value,
            }))}
          />
          <ReadersNote words={words} scope="partner" />
          <Button icon="next">{title}</Button>
        </Form>
      </DraftKeeper>
    </Page>
  );
}
