/**
 * All tables of the database. Each area adds its own by declaration merging:
 *
 * ```ts
 * declare module '../../platform/database/tables.ts' {
 *   interface Tables { claim: ClaimTable }
 * }
 * ```
 */
// oxlint-disable-next-line typescript/no-empty-object-type -- areas fill it by declaration merging
export interface Tables {}
