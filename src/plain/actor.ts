/**
 * Who is asking. The database knows the kind of the actor in every transaction
 * (row-level security), the policies of the areas (`may.ts`) know the rest.
 *
 * - `stranger`: nobody has signed in; sees what is public
 * - `operator`: the first entrance, by the one-time link of the terminal; keeps the lists
 * - `system`: the program itself, for example a job or a command; `task` says which
 */
export type Actor =
  | { readonly kind: 'stranger' }
  | { readonly kind: 'operator'; readonly session: string }
  | { readonly kind: 'system'; readonly task: string };

export const STRANGER: Actor = { kind: 'stranger' };

export function system(task: string): Actor {
  return { kind: 'system', task };
}
