import { addDays } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { findClosed, FRESH_DAYS, type CooperationPart, type Pointer } from '../cooperations/index.ts';
import { answerPath } from './draft-paths.ts';
import { mayBeSigned, type Draft, type Missing } from './may-be-signed.ts';
import { gatherMissing } from './missing.ts';
import { agreementPath, confirmPath, pointsPath, sheetPath, signPath } from './paths.ts';
import { askedFor } from './asked.ts';
import { hashOfParagraph } from './paragraph.ts';
import { countOpen } from './show-agreement.ts';
import { countHeard } from './store-heard.ts';
import { findInForce } from './store-in-force.ts';
import { findSheetDays } from './store-sheet.ts';
import { countOpenPoints } from './store-talking-point.ts';
import { findAgreementsIn, findDrafts, findSigned, findStandings } from './store.ts';

/** The own sheet: whoever begins or joins finds the same questions. */
export const SHEETS_PART: CooperationPart = {
  name: 'sheets',
  load: async (db, views, today) => {
    const cooperations = views.map(({ cooperation }) => cooperation);
    const all = await findSheetDays(db, cooperations);
    const closed = await findClosed(db, cooperations);
    const agreements = await findAgreementsIn(db, cooperations);
    const points = await countOpenPoints(db, cooperations);
    return ({ cooperation, own }) => {
      const sheets = all.get(cooperation) ?? [];
      const sheet = sheets.find(({ organisation }) => organisation === own);
      const href = sheetPath(cooperation);
      const read = { text: saying('agreements.sheet.pointer.open'), href };
      if (closed.some((closure) => closure.cooperation === cooperation))
        return { stage: null, open: [], links: sheet === undefined ? [] : [read] };
      const stage = sheet === undefined ? null : 'plan';
      if (sheet === undefined || sheet.doneOn === null)
        return { stage, open: [{ text: saying('agreements.sheet.pointer.write'), href }], links: [] };
      if (sheet.openedOn === null)
        return { stage, open: [], links: [{ text: saying('agreements.sheet.pointer.closed'), href }] };
      if (!agreements.has(cooperation)) {
        const begin = { text: saying('agreements.sheet.pointer.begin'), href };
        return { stage, open: [begin, ...talk(cooperation, points)], links: [read] };
      }
      const isNew = sheets.some(
        ({ organisation, openedOn }) =>
          organisation !== own && openedOn !== null && openedOn >= addDays(today, -FRESH_DAYS),
      );
      // What was opened together has led to the agreement; what opened later is of somebody who came later.
      const isLater = sheets.some(({ openedOn }) => openedOn !== sheet.openedOn);
      return { stage, open: isNew && isLater ? [read] : [], links: [read] };
    };
  },
};

/** What is missing because somebody has not answered yet. Where nothing else is, there is nothing to be written. */
const WAITING: ReadonlySet<Missing['what']> = new Set<Missing['what']>([
  'sheet',
  'goalConfirmation',
  'taskConfirmation',
]);

/** The agreement: what waits for the own side's answer, yes or signature, and the document itself. */
export const AGREEMENT_PART: CooperationPart = {
  name: 'agreement',
  load: async (db, views, today) => {
    const cooperations = views.map(({ cooperation }) => cooperation);
    const agreements = await findAgreementsIn(db, cooperations);
    const standings = await findStandings(db, [...agreements.values()]);
    const ids = standings.map(({ id }) => id);
    const inForce = await findInForce(db, cooperations);
    const closed = await findClosed(db, cooperations);
    const drafts = await findDrafts(db, standings);
    const hasSigned = await findSigned(
      db,
      standings.map(({ hash }) => hash),
    );
    const openFor = await countOpen(db, ids);
    const points = await countOpenPoints(db, cooperations);
    const heardFor = await countHeard(db, ids, addDays(today, -FRESH_DAYS));
    return ({ cooperation, own }) => {
      const isHere = (one: { readonly cooperation: string }) => one.cooperation === cooperation;
      const standing = standings.find(isHere);
      if (standing === undefined) return { stage: null, open: [], links: [] };
      const { id, hash, version } = standing;
      const read = { text: saying('agreements.show.read', { number: version.number }), href: agreementPath(id) };
      // What was agreed holds while something newer is being written or signed.
      const stage = inForce.some(isHere) ? 'running' : 'agreement';
      if (closed.some(isHere)) return { stage, open: [], links: [read] };
      const draft = drafts(standing);
      const heard = heardFor(id, own);
      const missing = mayBeSigned(draft);
      const counted = [
        { key: 'agreements.show.toAnswer', count: openFor(id, own).toAnswer, href: answerPath(id) },
        { key: 'agreements.show.toReply', count: heard.toReply, href: answerPath(id) },
        { key: 'agreements.show.answered', count: heard.answered, href: answerPath(id) },
        { key: 'agreements.show.toConfirm', count: countToConfirm(draft, own), href: confirmPath(id) },
        {
          key: 'agreements.show.gaps',
          count: missing.every(({ what }) => WAITING.has(what))
            ? 0
            : gatherMissing(missing, version.text, standing).length,
          href: agreementPath(id),
        },
      ];
      const open: readonly Pointer[] = [
        ...counted.flatMap(({ key, count, href }) => (count > 0 ? [{ text: saying(key, { count }), href }] : [])),
        ...(missing.length === 0 && !hasSigned(own, hash)
          ? [{ text: saying('agreements.show.toSign'), href: signPath(id) }]
          : []),
        // Nothing of what others have opened is known before the own sheet is done.
        ...(draft.mirrored.includes(own) ? talk(cooperation, points) : []),
      ];
      return { stage, open, links: [read] };
    };
  },
};

/** What is still to be talked about: it hinders nobody, so it stands last. */
function talk(cooperation: string, points: ReadonlyMap<string, number>): readonly Pointer[] {
  const count = points.get(cooperation) ?? 0;
  return count === 0 ? [] : [{ text: saying('agreements.show.toTalk', { count }), href: pointsPath(cooperation) }];
}

/** Paragraphs that wait for the own side's yes. */
function countToConfirm({ text, confirmations }: Draft, own: string): number {
  return text.paragraphs.filter(
    (one) =>
      askedFor(one, text).includes(own) &&
      !confirmations.some(({ partner, hash }) => partner === own && hash === hashOfParagraph(one)),
  ).length;
}
