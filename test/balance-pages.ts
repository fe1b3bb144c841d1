import { build } from 'esbuild';
import { measuresOf, turningPoints } from '../src/areas/agreements/balance-sheet.ts';
import { promptsFor } from '../src/areas/agreements/balance-prompts.ts';
import { BalancePage } from '../src/areas/agreements/pages/balance-page.tsx';
import type { ShownBalance } from '../src/areas/agreements/show-balance.ts';
import type { AgreementText } from '../src/areas/agreements/text.ts';
import { loadWords } from '../src/platform/words/index.ts';
import { BILDUNGSWERK, FIRST_TEXT, FOURTH_TEXT, historyOf, NUJIN, paragraph } from './agreement.ts';

const KREIS = 'kreis';
const words = loadWords('src');

/** Four versions from "nothing but work" to 40 % of the money; the third adds what else is measured. */
export const FOUR_TEXTS: readonly AgreementText[] = [
  FIRST_TEXT,
  withMore(FIRST_TEXT, [
    paragraph('frame', 'the-frame', BILDUNGSWERK, {
      title: { de: 'Gesundheitsberatung für Mütter' },
      from: '2027-01-01',
      until: '2027-12-31',
      budget: 2_400_000,
      hourlyRate: 4_000,
    }),
    paragraph('decision', 'decision-1', BILDUNGSWERK, { about: { de: 'Themen' }, decider: BILDUNGSWERK }),
  ]),
  withMore(FOURTH_TEXT, extra().slice(0, 2)),
  withMore(FOURTH_TEXT, extra()),
];

/** The same four with a third partner in the last two. */
export const FOUR_TEXTS_OF_THREE: readonly AgreementText[] = FOUR_TEXTS.map((text, at) =>
  at < 2
    ? text
    : { ...text, partners: [...text.partners, { id: KREIS, name: 'Landkreis Rhönau, Fachdienst Gesundheit' }] },
);

export function shownBalance(texts: readonly AgreementText[]): ShownBalance {
  const history = historyOf(texts);
  const last = history.at(-1);
  if (last === undefined) throw new Error('no version');
  const signatures = last.version.text.partners.map(({ id }) => ({
    version: history[2]?.hash ?? '',
    partner: id,
    day: '2026-11-21',
    proof: { kind: 'paper' } as const,
  }));
  const versions = turningPoints(history, signatures);
  const { text } = last.version;
  return {
    standing: { id: 'agreement', cooperation: 'cooperation', version: last.version, hash: last.hash },
    versions,
    others: history.length - versions.length,
    measures: measuresOf(text, versions),
    phases: text.partners.map(({ id }, at) => ({
      organisation: id,
      phase: at === 0 ? 'idea' : at === 1 ? 'plan' : 'application',
      since: '2026-11-21',
    })),
    prompts: promptsFor(text, versions.at(-1)?.sides ?? [], [KREIS]),
  };
}

/** The balance sheet as a whole document, with the style of the house inside it. */
export async function balanceDocument(texts: readonly AgreementText[], language: string): Promise<string> {
  const frame = {
    words: words.in(language),
    url: new URL('http://localhost/vereinbarungen/agreement/augenhoehe'),
    site: 'Netz Rhönau',
    invented: false,
    signedIn: true,
    account: null,
    languages: [],
    nav: [],
    notice: null,
    asset: (name: string) => name,
    unread: false,
  };
  const page = await BalancePage({ frame, shown: shownBalance(texts), german: words.in('de') });
  return String(page).replace('</head>', `<style>${await styleOfTheHouse()}</style></head>`);
}

async function styleOfTheHouse(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['src/ui/css/main.css'],
    bundle: true,
    write: false,
    loader: { '.woff2': 'dataurl', '.woff': 'dataurl' },
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

function withMore(text: AgreementText, more: AgreementText['paragraphs']): AgreementText {
  const kept = text.paragraphs.filter(({ id }) => !more.some((one) => one.id === id));
  return { ...text, paragraphs: [...kept, ...more] };
}

function extra(): AgreementText['paragraphs'] {
  return [
    paragraph('decision', 'decision-1', BILDUNGSWERK, { about: { de: 'Themen' }, decider: NUJIN }),
    paragraph('decision', 'decision-2', NUJIN, { about: { de: 'Geld' }, decider: null }),
    paragraph('credit', 'credit-1', NUJIN, { what: { de: 'Das Heft' }, owner: NUJIN }),
    paragraph('promise', 'promise-1', NUJIN, { words: { de: 'Stellt die Stadt vor' }, giver: NUJIN }),
    paragraph('task', 'task-2', NUJIN, {
      result: { de: 'Kinder betreuen' },
      doer: NUJIN,
      effort: 1_200,
      until: '2027-12-15',
    }),
  ];
}
