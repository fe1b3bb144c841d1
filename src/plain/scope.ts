/**
 * Whose eyes a fact is for, from widest to narrowest.
 *
 * - `public`: everyone, without signing in
 * - `network`: organisations that have been confirmed in the network
 * - `partner`: organisations that work together with the one the fact is about
 * - `own`: the organisation itself
 */
export const SCOPES = ['public', 'network', 'partner', 'own'] as const;

export type Scope = (typeof SCOPES)[number];

/**
 * The scope that the fewest read; of none the widest.
 *
 * @example narrowest(['public', 'partner']) // 'partner'
 */
export function narrowest(scopes: readonly Scope[]): Scope {
  return SCOPES[Math.max(0, ...scopes.map((scope) => SCOPES.indexOf(scope)))] ?? 'own';
}
