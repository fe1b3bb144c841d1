import fc from 'fast-check';
import {
  hashOfParagraph,
  PARAGRAPHS,
  partsOf,
  SINGLE,
  type Paragraph,
  type ParagraphKind,
  type PartsOf,
} from '../src/areas/agreements/paragraph.ts';
import type { Confirmation, Draft } from '../src/areas/agreements/may-be-signed.ts';
import { changesBetween, paragraphsOf, type AgreementText } from '../src/areas/agreements/text.ts';
import { hashOfVersion, type Version } from '../src/areas/agreements/version.ts';

export const BILDUNGSWERK = 'bildungswerk';
export const NUJIN = 'nujin';
const PARTNERS = [BILDUNGSWERK, NUJIN];
const HEAD = {
  partners: [
    { id: BILDUNGSWERK, name: 'Bildungswerk Fuldatal gGmbH' },
    { id: NUJIN, name: 'Frauenverein Nûjîn e. V.' },
  ],
  languages: ['de', 'tr'],
};

export function paragraph<Kind extends ParagraphKind>(
  kind: Kind,
  id: string,
  origin: string,
  parts: Partial<PartsOf<Kind>>,
): Paragraph {
  const bare = Object.entries<{ readonly holds: unknown }>(PARAGRAPHS[kind]).map(([name, { holds }]) => [
    name,
    holds === 'texts' ? {} : holds === 'flag' ? false : null,
  ]);
  return { kind, id, origin, parts: { ...Object.fromEntries(bare), ...parts } } as Paragraph;
}

/** Health talks for mothers, as they stood in the beginning: nothing for the association but work. */
export const FIRST_TEXT: AgreementText = {
  ...HEAD,
  paragraphs: [
    paragraph('frame', 'the-frame', BILDUNGSWERK, {
      title: { de: 'Gesundheitsberatung für Mütter' },
      from: '2027-01-01',
      until: '2027-12-31',
      budget: 2_400_000,
    }),
    paragraph('goal', 'goal-1', BILDUNGSWERK, { words: { de: 'Mütter kennen die Angebote der Vorsorge.' } }),
    paragraph('task', 'task-1', BILDUNGSWERK, {
      result: { de: 'Frauen einladen und begleiten' },
      doer: NUJIN,
      effort: 7_200,
    }),
    paragraph('line', 'line-1', BILDUNGSWERK, {
      purpose: { de: 'Honorare und Räume' },
      sort: 'fee',
      receiver: BILDUNGSWERK,
      amount: 2_200_000,
    }),
    paragraph('line', 'line-2', BILDUNGSWERK, {
      purpose: { de: 'Zusammenarbeit' },
      sort: 'coordination',
      receiver: BILDUNGSWERK,
      amount: 200_000,
    }),
  ],
};

/** The same after three rounds: 40 % of the money, two of four goals, five duties with dates, an exit in four weeks. */
export const FOURTH_TEXT: AgreementText = {
  ...HEAD,
  paragraphs: [
    paragraph('frame', 'the-frame', BILDUNGSWERK, {
      title: { de: 'Gesundheitsberatung für Mütter', tr: 'Anneler için sağlık danışmanlığı' },
      from: '2027-01-01',
      until: '2027-12-31',
      budget: 2_400_000,
      hourlyRate: 4_000,
    }),
    paragraph('goal', 'goal-1', BILDUNGSWERK, { words: { de: 'Mütter kennen die Angebote der Vorsorge.' } }),
    paragraph('goal', 'goal-2', BILDUNGSWERK, { words: { de: 'Zwölf Abende im Jahr, auch am Sonntag.' } }),
    paragraph('goal', 'goal-3', NUJIN, { words: { tr: 'Kadınlar konuları kendileri seçer.' } }),
    paragraph('goal', 'goal-4', NUJIN, {
      words: { tr: 'Belediye tercüme masraflarını kalıcı olarak üstlenir.' },
      isStructural: true,
    }),
    paragraph('task', 'task-1', BILDUNGSWERK, {
      result: { de: 'Abende leiten und auswerten' },
      doer: NUJIN,
      effort: 7_200,
      isPaid: true,
      until: '2027-12-15',
    }),
    ...[
      ['line-1', 'fee', BILDUNGSWERK, 1_240_000],
      ['line-2', 'coordination', BILDUNGSWERK, 200_000],
      ['line-3', 'fee', NUJIN, 480_000],
      ['line-4', 'room', NUJIN, 120_000],
      ['line-5', 'training', NUJIN, 160_000],
      ['line-6', 'coordination', NUJIN, 200_000],
    ].map(([id, sort, receiver, amount]) =>
      paragraph('line', String(id), Number(amount) >= 200_000 && receiver === BILDUNGSWERK ? BILDUNGSWERK : NUJIN, {
        purpose: { de: `Zeile ${id}` },
        sort: sort as 'fee',
        receiver: String(receiver),
        amount: Number(amount),
      }),
    ),
    ...['Rechnung mit Steuernummer', 'Zahl der Abende', 'Zwischenbericht', 'Verwendungsnachweis', 'Sachbericht'].map(
      (what, at) =>
        paragraph('duty', `duty-${at + 1}`, BILDUNGSWERK, {
          what: { de: what },
          form: { de: 'Formular der Stadt' },
          due: `2027-0${at + 3}-30`,
          responsible: at < 3 ? BILDUNGSWERK : NUJIN,
          explanation: { de: 'Was das ist und wozu.', tr: 'Bu nedir ve ne içindir.' },
        }),
    ),
    paragraph('exit', 'the-exit', NUJIN, {
      notice: 4,
      money: { de: 'Was geleistet ist, wird bezahlt.' },
      data: { de: 'Zahlen bleiben bei beiden.' },
      name: { de: 'Name und Logo nur bis zum Ende.' },
      materials: { de: 'CC BY-SA, beide dürfen weitermachen.' },
    }),
  ],
};

/** A text with everything confirmed by whoever has to. */
export function ready(text: AgreementText): Draft {
  return {
    text,
    mirrored: PARTNERS,
    confirmations: [
      ...paragraphsOf(text, 'goal').flatMap((goal) => PARTNERS.map((partner) => confirmation(partner, goal))),
      ...paragraphsOf(text, 'task').map((task) => confirmation(task.parts.doer ?? '', task)),
    ],
  };
}

export function confirmation(partner: string, of: Paragraph): Confirmation {
  return { partner, hash: hashOfParagraph(of) };
}

/** Versions that follow from each other, one for each text. */
export function historyOf(
  texts: readonly AgreementText[],
): readonly { readonly version: Version; readonly hash: string }[] {
  const history: { readonly version: Version; readonly hash: string }[] = [];
  for (const text of texts) {
    const former = history.at(-1);
    const before = { ...text, paragraphs: former?.version.text.paragraphs ?? [] };
    const changes = changesBetween(before, text).map((change) => ({
      ...change,
      proposal: `proposal-${history.length}`,
      by: NUJIN,
      acceptedBy: [BILDUNGSWERK],
    }));
    const version: Version = {
      agreement: 'agreement',
      number: history.length + 1,
      former: former?.hash ?? null,
      day: '2026-11-21',
      changes,
      text: { ...text, paragraphs: applied(before.paragraphs, text) },
    };
    history.push({ version, hash: hashOfVersion(version) });
  }
  return history;
}

/** The order in which paragraphs stand is the one in which they came. */
function applied(before: AgreementText['paragraphs'], text: AgreementText): AgreementText['paragraphs'] {
  const kept = before.flatMap(({ id }) => text.paragraphs.filter((one) => one.id === id));
  return [...kept, ...text.paragraphs.filter(({ id }) => !before.some((one) => one.id === id))];
}

/** A paragraph of any kind with anything that may stand in it, gaps included. */
export function anyParagraph(id: string): fc.Arbitrary<Paragraph> {
  return fc.constantFrom(...Object.keys(PARAGRAPHS)).chain((kind) => anyOfKind(kind as ParagraphKind, id));
}

export function anyText(): fc.Arbitrary<AgreementText> {
  return fc
    .integer({ min: 0, max: 8 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => anyParagraph(`p-${at}`))))
    .map((all) => ({
      ...HEAD,
      paragraphs: all.filter(({ kind }, at) => !SINGLE.has(kind) || all.findIndex((one) => one.kind === kind) === at),
    }));
}

/** All the gaps one could tear into a text: each part emptied, one at a time. */
export function torn(text: AgreementText): readonly { readonly text: AgreementText; readonly isNeeded: boolean }[] {
  return text.paragraphs.flatMap((one, at) =>
    partsOf(one).map(({ name, declared, value }) => {
      const empty = declared.holds === 'texts' ? {} : declared.holds === 'flag' ? value : null;
      const parts = { ...one.parts, [name]: empty };
      const paragraphs = text.paragraphs.with(at, { ...one, parts } as Paragraph);
      return { text: { ...text, paragraphs }, isNeeded: declared.needed !== undefined };
    }),
  );
}

function anyOfKind(kind: ParagraphKind, id: string): fc.Arbitrary<Paragraph> {
  const parts = Object.entries<{ readonly holds: unknown }>(PARAGRAPHS[kind]).map(
    ([name, { holds }]) => [name, anyValue(holds)] as const,
  );
  return fc
    .tuple(fc.constantFrom(...PARTNERS), fc.record(Object.fromEntries(parts)))
    .map(([origin, values]) => paragraph(kind, id, origin, values as never));
}

function anyValue(holds: unknown): fc.Arbitrary<unknown> {
  if (Array.isArray(holds)) return fc.option(fc.constantFrom(...holds));
  const texts = fc.record({ de: fc.string(), tr: fc.string() }, { requiredKeys: [] });
  const amount = fc.option(fc.nat({ max: 5_000_000 }));
  const days = fc.option(fc.constantFrom('2027-01-01', '2027-06-30', '2028-02-29'));
  const ofKind: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
    texts,
    day: days,
    partner: fc.option(fc.constantFrom(...PARTNERS)),
    flag: fc.boolean(),
  };
  return ofKind[String(holds)] ?? amount;
}
