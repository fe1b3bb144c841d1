/** Who did something, as notes say it. */
export const BY_ROLES = ['organisation', 'coordination', 'operator', 'link', 'system'] as const;

/** What notes tell of in words of its own; everything else is told by its name. */
const ACTS: ReadonlySet<string> = new Set([
  'agreement.answered',
  'agreement.begun',
  'agreement.proposed',
  'agreement.signed',
  'anchor.unwanted',
  'anchor.wanted',
  'answer.undone',
  'confirmation.asked',
  'cooperation.begun',
  'entry.confirmed',
  'entry.corrected',
  'entry.lapsed',
  'entry.shownAgain',
  'entry.withdrawn',
  'offer.added',
  'offer.corrected',
  'offer.ended',
  'offer.said',
  'organisation.admissionEnded',
  'organisation.admitted',
  'picture.removed',
  'picture.shown',
  'picture.taken',
  'protected.read',
  'protection.begun',
  'protection.endAsked',
  'protection.ended',
  'protection.kept',
  'recovery.agreed',
  'recovery.asked',
  'recovery.stopped',
  'recovery.used',
  'role.appointed',
  'role.ended',
  'role.handOverAsked',
  'role.handOverCancelled',
  'role.handedOver',
  'role.invitationRevoked',
  'role.invited',
  'sessions.ended',
  'sheet.handedOver',
  'voice.asked',
  'voice.disputed',
  'voice.sought',
  'voice.takenUp',
  'withdrawal.asked',
  'word.corrected',
  'word.said',
]);

/** The last part of the key of its words. */
export function actKey(act: string): string {
  return ACTS.has(act) ? act : 'other';
}
