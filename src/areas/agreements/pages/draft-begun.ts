import type { Reader } from '../../../platform/database/index.ts';
import type { Request } from '../../../platform/http/index.ts';
import { isolated } from '../../../plain/isolated.ts';
import { isId } from '../../../plain/ids.ts';
import type { Begun } from '../forms-section.ts';
import type { Section } from '../sections.ts';
import { findSheets } from '../store-sheet.ts';
import { findTalkingPoints } from '../store-talking-point.ts';
import { entryAt } from '../talking-point.ts';
import { languageIn, writtenIn } from '../written-in.ts';
import type { DraftPlace } from './draft-place.ts';
import type { AgreementPages } from './pages.ts';
import { ownLanguage } from './paragraph-fields.tsx';

/**
 * `?aus=…`: words that are there already begin a paragraph. An expectation out of an opened sheet
 * (`<organisation>.<number>`) begins a goal, a point on which both differ (its id) begins a dissent.
 */
export async function begunFrom(
  c: Request,
  {
    place,
    section,
    namesOf,
  }: { readonly place: DraftPlace; readonly section: Section; readonly namesOf: AgreementPages['namesOf'] },
): Promise<Begun | null> {
  const from = c.req.query('aus') ?? '';
  if (from === '') return null;
  const { words } = c.var;
  const begun = (said: string) => {
    const own = ownLanguage(words, place.text.languages);
    const language = writtenIn(said) ?? languageIn(said, own);
    const isHere = place.text.languages.includes(language);
    return { part: 'words', language: isHere ? language : own, words: said, reason: '' };
  };
  return c.var.read.db.read(async (db) => {
    if (section.kinds.includes('dissent')) {
      const said = await pointWords(db, place, from);
      return said === null ? null : begun(said);
    }
    if (!section.kinds.includes('goal')) return null;
    const [, organisation = '', at = ''] = /^([0-9a-f-]{36})\.(\d{1,3})$/.exec(from) ?? [];
    const sheets = await findSheets(db, place.standing.cooperation);
    const entry = entryAt(sheets, { organisation, part: 'expectations', at: Number(at) });
    if (entry === null) return null;
    if (organisation === place.own) return begun(entry.words);
    const name = (await namesOf(db, [organisation], words)).get(organisation) ?? '';
    const reason = words.say('agreements.draft.fromSheet', { partner: isolated(words, name) });
    return { ...begun(entry.words), reason };
  });
}

async function pointWords(db: Reader, { standing }: DraftPlace, id: string): Promise<string | null> {
  if (!isId(id)) return null;
  const points = await findTalkingPoints(db, standing.cooperation);
  return points.find((point) => point.id === id)?.words ?? null;
}
