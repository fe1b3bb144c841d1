import { addDraftPages } from '../src/areas/agreements/pages/draft.tsx';
import { findOpenChanges } from '../src/areas/agreements/store-change.ts';
import { findDraftChanges } from '../src/areas/agreements/store-draft.ts';
import { findStanding } from '../src/areas/agreements/store.ts';
import { FIRST_TEXT } from './agreement.ts';
import { openAgreementHouse } from './agreement-house.ts';
import { placed } from './agreed.ts';
import { formIn } from './typed-form.ts';
import { ORIGIN } from './web.ts';

type Who = 'bea' | 'nur' | 'otto';

export type DraftDesk = Awaited<ReturnType<typeof openDraftDesk>>;

/** Two partners with a first version, and the pages on which they write and answer. */
export async function openDraftDesk() {
  const house = await openAgreementHouse();
  addDraftPages(house.web, house.pages);
  const agreement = await house.begin(placed(house, FIRST_TEXT).paragraphs);
  const pathOf = (section = '') => `/vereinbarungen/${agreement}/entwurf${section === '' ? '' : `/${section}`}`;
  const page = async (path: string, who: Who, language = 'de') => (await house.get(path, house.as(who), language)).text;
  const send = async (path: string, form: URLSearchParams, who: Who, language = 'de') => {
    const headers = { origin: ORIGIN, cookie: house.as(who), 'accept-language': language };
    const answer = await house.web.request(path, { method: 'POST', body: form, headers });
    return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') };
  };
  return {
    house,
    agreement,
    answers: `/vereinbarungen/${agreement}/vorschlaege`,
    pathOf,
    page,
    send,
    draft: (partner: string) => house.speaker(partner).db.read((db) => findDraftChanges(db, { agreement, partner })),
    open: () => house.speaker(house.nujin).db.read((db) => findOpenChanges(db, agreement)),
    text: async () => (await house.speaker(house.nujin).db.read((db) => findStanding(db, agreement))).version.text,
    /** The form of a page as it would be sent untouched. */
    form: async (path: string, who: Who) => formIn(await page(path, who), path.split('?')[0] ?? path),
    /** Opens a section, types, and sends it. */
    write: async (section: string, typed: Readonly<Record<string, string>>, who: Who, language = 'de') => {
      const form = formIn(await page(pathOf(section), who, language), pathOf(section));
      for (const [name, value] of Object.entries(typed)) form.set(name, value);
      return send(pathOf(section), form, who, language);
    },
    /** The ids of the empty lines of a section, and of those that are new. */
    newLines: async (section: string, who: Who): Promise<readonly string[]> => {
      const form = formIn(await page(pathOf(section), who), pathOf(section));
      return form.getAll('row').filter((id) => form.get(`${id}-base`) === '');
    },
  };
}
