import { saying, type Saying } from '../../plain/words.ts';
import type { Side } from './balance.ts';
import { partnersOf, paragraphsOf, type AgreementText } from './text.ts';

/**
 * What partners could talk about, in neutral words: a fact of the newest version and an open question. Nothing is
 * weighed against anything, and nobody is told what is right: where none of them fits, that says nothing good of the numbers.
 */
export function promptsFor(text: AgreementText, sides: readonly Side[], late: readonly string[]): readonly Saying[] {
  if (sides.length < 2) return [];
  const named = (id: string): string => text.partners.find((one) => one.id === id)?.name ?? '';
  const prompt = (key: string, partner: string): Saying =>
    saying(`agreements.balance.prompt.${key}`, { partner: named(partner) });
  const alone = (of: (side: Side) => number): string | null => {
    const some = sides.filter((side) => of(side) > 0);
    return some.length === 1 ? (some[0]?.partner ?? null) : null;
  };
  const perPartner = (key: string, partner: string | null): readonly Saying[] =>
    partner === null ? [] : [prompt(key, partner)];
  const hasMoney = sides.some(({ cents }) => cents > 0);
  return [
    ...perPartner(
      'unpaid',
      alone(({ unpaidMinutes }) => unpaidMinutes),
    ),
    ...sides
      .filter((side) => hasMoney && side.cents === 0 && side.paidMinutes + side.unpaidMinutes > 0)
      .map(({ partner }) => prompt('noMoney', partner)),
    ...(hasRate(text) || sides.every(({ unpaidMinutes }) => unpaidMinutes === 0)
      ? []
      : [saying('agreements.balance.prompt.noRate')]),
    ...perPartner('decisions', decidesAlone(text)),
    ...perPartner('credits', ownsAlone(text)),
    ...perPartner(
      'goals',
      alone(({ goals }) => goals),
    ),
    ...partnersOf(text)
      .filter((id) => late.includes(id))
      .map((id) => prompt('late', id)),
  ];
}

function hasRate(text: AgreementText): boolean {
  return (paragraphsOf(text, 'frame')[0]?.parts.hourlyRate ?? null) !== null;
}

/** The one who decides whatever is decided. */
function decidesAlone(text: AgreementText): string | null {
  return theOnly(paragraphsOf(text, 'decision').map(({ parts }) => parts.decider));
}

function ownsAlone(text: AgreementText): string | null {
  return theOnly(paragraphsOf(text, 'credit').map(({ parts }) => parts.owner));
}

function theOnly(who: readonly (string | null)[]): string | null {
  const [first, ...others] = new Set(who);
  return others.length === 0 ? (first ?? null) : null;
}
