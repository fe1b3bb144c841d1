/** What somebody of the network has to look at. Each has its sentence and, where there is one, the page that helps. */
export const NOTICE_KINDS = ['askUnanswered', 'mailGivenUp', 'roleVacant'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export interface Notice {
  readonly id: string;
  readonly kind: NoticeKind;
  /** A path of this site that leads to it, never a name. */
  readonly about: string | null;
  readonly raisedOn: string;
}
