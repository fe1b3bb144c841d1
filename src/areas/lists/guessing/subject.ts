import type { ColumnView } from './column.ts';
import type { ListSubject } from '../list.ts';
import type { Meaning } from './synonyms.ts';

const SPEAKS_FOR_OFFER: Partial<Record<Meaning, number>> = {
  offerName: 1.5,
  carrier: 0.5,
  times: 0.5,
  cost: 0.7,
  papersAsked: 0.7,
  nameRequired: 0.7,
  appointment: 0.7,
  anonymousPossible: 0.7,
  targetGroups: 0.4,
};
const SPEAKS_FOR_ORGANISATION: Partial<Record<Meaning, number>> = {
  organisationName: 1.5,
  name: 1,
  ownName: 0.5,
  registerNumber: 0.7,
  seeks: 0.7,
  offersExpertise: 0.7,
  kind: 0.3,
  shortName: 0.3,
};

/** Whether the rows are organisations or offers; columns without any content do not speak. */
export function guessSubject(columns: readonly ColumnView[]): ListSubject {
  const said = new Set(columns.filter(({ filled }) => filled.length > 0).map(({ match }) => match?.meaning));
  let offer = 0;
  let organisation = 0;
  for (const meaning of said) {
    if (meaning === undefined) continue;
    offer += SPEAKS_FOR_OFFER[meaning] ?? 0;
    organisation += SPEAKS_FOR_ORGANISATION[meaning] ?? 0;
  }
  return offer > organisation ? 'offer' : 'organisation';
}
