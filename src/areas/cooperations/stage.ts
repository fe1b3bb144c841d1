import { STAGES, type Pointer, type Stage } from './part.ts';

/** The furthest of what the parts say; an idea while none says anything. */
export function stageOf(said: readonly (Stage | null)[]): Stage {
  const furthest = Math.max(0, ...said.map((stage) => (stage === null ? 0 : STAGES.indexOf(stage))));
  return STAGES[furthest] ?? 'idea';
}

/** What is open at a stage: first what waits for somebody, then what is news and not yet overtaken. */
export function openAt(stage: Stage, open: readonly Pointer[]): readonly Pointer[] {
  const isNew = ({ newsUntil }: Pointer) =>
    newsUntil !== undefined && STAGES.indexOf(stage) < STAGES.indexOf(newsUntil);
  return [...open.filter(({ newsUntil }) => newsUntil === undefined), ...open.filter(isNew)];
}

/** The three phases that every cooperation goes through, as a band. */
export const BAND = ['choosing', 'contact', 'doing'] as const;
export type BandPhase = (typeof BAND)[number];

const PHASE_OF: Readonly<Record<Stage, number>> = { idea: 0, contact: 1, plan: 2, agreement: 2, running: 2, ended: 3 };

/** Where a cooperation is in the band; what has ended has gone through all of it. */
export function bandOf(
  stage: Stage,
): readonly { readonly phase: BandPhase; readonly state: 'done' | 'now' | 'ahead' }[] {
  const now = PHASE_OF[stage];
  return BAND.map((phase, index) => ({ phase, state: index < now ? 'done' : index === now ? 'now' : 'ahead' }));
}
