/** Why somebody looks. A closed list: what one types could tell more than it should. */
export const REASONS = ['asked', 'wrong', 'duplicate', 'danger'] as const;
export type Reason = (typeof REASONS)[number];
