import { saying } from '../../plain/words.ts';
import type { CooperationPart, Pointer } from '../cooperations/index.ts';
import { answerPath } from './draft-paths.ts';
import { mayBeSigned, type Missing } from './may-be-signed.ts';
import { agreementPath, confirmPath, sheetPath, signPath } from './paths.ts';
import { askedFor } from './asked.ts';
import { hashOfParagraph } from './paragraph.ts';
import { countOpen } from './show-agreement.ts';
import { isSignedByAll } from './signature.ts';
import { findSheets } from './store-sheet.ts';
import { findAgreementOf, findDraft, findSignatures, findStanding } from './store.ts';

/** The own sheet: whoever begins or joins finds the same questions. */
export const SHEETS_PART: CooperationPart = {
  name: 'sheets',
  load: async (db, { cooperation, own }) => {
    const sheet = (await findSheets(db, cooperation)).find(({ organisation }) => organisation === own);
    const href = sheetPath(cooperation);
    const stage = sheet === undefined ? null : 'plan';
    if (sheet === undefined || sheet.doneOn === null)
      return { stage, open: [{ text: saying('agreements.sheet.pointer.write'), href }], links: [] };
    if (sheet.openedOn === null)
      return { stage, open: [], links: [{ text: saying('agreements.sheet.pointer.closed'), href }] };
    const begins = { text: saying('agreements.sheet.pointer.begin'), href };
    const hasAgreement = (await findAgreementOf(db, cooperation)) !== null;
    return {
      stage,
      open: hasAgreement ? [] : [begins],
      links: [{ text: saying('agreements.sheet.pointer.open'), href }],
    };
  },
};

/** What is missing because somebody has not answered yet; everything else has still to be written. */
const WAITING: ReadonlySet<Missing['what']> = new Set<Missing['what']>([
  'sheet',
  'goalConfirmation',
  'taskConfirmation',
]);

/** The agreement: what waits for the own side's answer, yes or signature, and the document itself. */
export const AGREEMENT_PART: CooperationPart = {
  name: 'agreement',
  load: async (db, { cooperation, own }) => {
    const id = await findAgreementOf(db, cooperation);
    if (id === null) return { stage: null, open: [], links: [] };
    const standing = await findStanding(db, id);
    const { text, number } = standing.version;
    const draft = await findDraft(db, standing);
    const signatures = await findSignatures(db, id);
    const { toAnswer } = await countOpen(db, id, own);
    const toConfirm = text.paragraphs.filter(
      (one) =>
        askedFor(one, text).includes(own) &&
        !draft.confirmations.some(({ partner, hash }) => partner === own && hash === hashOfParagraph(one)),
    ).length;
    const hasSigned = signatures.some(({ partner, version }) => partner === own && version === standing.hash);
    const missing = mayBeSigned(draft);
    const gaps = missing.filter(({ what }) => !WAITING.has(what)).length;
    const open: readonly Pointer[] = [
      ...(toAnswer > 0
        ? [{ text: saying('agreements.show.toAnswer', { count: toAnswer }), href: answerPath(id) }]
        : []),
      ...(toConfirm > 0
        ? [{ text: saying('agreements.show.toConfirm', { count: toConfirm }), href: confirmPath(id) }]
        : []),
      ...(gaps > 0 ? [{ text: saying('agreements.show.gaps', { count: gaps }), href: agreementPath(id) }] : []),
      ...(missing.length === 0 && !hasSigned ? [{ text: saying('agreements.show.toSign'), href: signPath(id) }] : []),
    ];
    return {
      stage: isSignedByAll(text, standing.hash, signatures) ? 'running' : 'agreement',
      open,
      links: [{ text: saying('agreements.show.read', { number }), href: agreementPath(id) }],
    };
  },
};
