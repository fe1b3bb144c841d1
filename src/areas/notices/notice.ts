/** What somebody of the network has to look at. Each has its sentence and, where there is one, the page that helps. */
export const NOTICE_KINDS = [
  'askUnanswered',
  'mailGivenUp',
  'roleVacant',
  'voiceTakenUp',
  'voiceDisputed',
  'voiceAsked',
  'notReached',
] as const;

/** What whoever speaks for an organisation has to look at. */
export const OWN_KINDS = [
  'withdrawalAsked',
  'voiceSought',
  'agreeToAsk',
  'requestArrived',
  'requestAnswered',
  'introductionArrived',
  'introductionAgreed',
  'partnerLeaves',
  'partnerStays',
  'cooperationEnded',
] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number] | (typeof OWN_KINDS)[number];

/** What is no longer new once something else has come of it: a notice settles these, left about the same thing. */
export const SETTLES: Readonly<Partial<Record<NoticeKind, NoticeKind>>> = {
  requestArrived: 'agreeToAsk',
  requestAnswered: 'requestArrived',
};

export interface Notice {
  readonly id: string;
  readonly kind: NoticeKind;
  /** A path of this site that leads to it, never a name. */
  readonly about: string | null;
  /** For whoever speaks for this organisation; null for the network. */
  readonly organisation: string | null;
  readonly raisedOn: string;
}

/** A notice as it is left. */
export type NewNotice = Pick<Notice, 'kind' | 'about' | 'organisation'>;
