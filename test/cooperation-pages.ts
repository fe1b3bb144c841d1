import { namesOf } from '../src/app/names.ts';
import { addCooperationPages, type CooperationPages } from '../src/areas/cooperations/index.ts';
import type { Speaking } from './speaking.ts';

/** The pages of cooperations in a house that knows nothing of what else there is, but for what is told here. */
export function addBarePages({ web, frame }: Speaking, told: Partial<CooperationPages> = {}): void {
  addCooperationPages(web, {
    frame,
    namesOf,
    parts: [],
    nextDeadline: () =>
      Promise.resolve({
        href: '/fristen',
        title: { key: 'cooperations.sought.title' },
        note: { key: 'cooperations.sought.note' },
      }),
    waitingFor: () => Promise.resolve([]),
    fieldsOfAction: () => [],
    candidatesFor: () => Promise.resolve([]),
    placeOf: () => null,
    ...told,
  });
}
