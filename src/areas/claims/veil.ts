import type { Json } from '../../plain/json.ts';
import { narrowest, type Scope } from '../../plain/scope.ts';
import type { FieldSet } from './field.ts';
import type { Projected } from './project.ts';
import { isSpoken } from './spoken.ts';

/** What lies over a subject as a whole, whatever the scopes of its claims say. */
export interface Veil {
  /** The mode of protection: what leads to a door or a person is for the organisation only. */
  readonly isProtected: boolean;
  /** Nobody has confirmed it for too long: nothing of it is public. */
  readonly isLapsed: boolean;
  /** It has asked not to be shown: everything is for the organisation only. */
  readonly isWithdrawn: boolean;
}

export const NO_VEIL: Veil = { isProtected: false, isLapsed: false, isWithdrawn: false };

/** Narrows what is shown of one subject. Pure; never widens anything. */
export function veil(
  fields: FieldSet,
  projected: readonly Projected[],
  { isProtected, isLapsed, isWithdrawn }: Veil,
): readonly Projected[] {
  if (!isProtected && !isLapsed && !isWithdrawn) return projected;
  const parts = new Map<Scope, Projected & { facts: Record<string, Json> }>();
  for (const part of projected) {
    for (const [name, value] of Object.entries(part.facts)) {
      const isHidden = isWithdrawn || (isProtected && fields.fields.get(name)?.hidesInProtection === true);
      const scope = isHidden ? 'own' : isLapsed ? narrowest([part.scope, 'network']) : part.scope;
      const known = parts.get(scope);
      const later = (one: string, other: string) => (one > other ? one : other);
      parts.set(scope, {
        ...part,
        scope,
        facts: { ...known?.facts, [name]: joined(known?.facts[name], value) },
        confirmedOn:
          known?.confirmedOn === undefined || known.confirmedOn === null || part.confirmedOn === null
            ? (known?.confirmedOn ?? part.confirmedOn)
            : later(known.confirmedOn, part.confirmedOn),
        saidOn: known === undefined ? part.saidOn : later(known.saidOn, part.saidOn),
      });
    }
  }
  return [...parts.values()];
}

/** A field in several languages may come from several scopes into one. */
function joined(known: Json | undefined, value: Json): Json {
  return isSpoken(known) && isSpoken(value) ? { ...known, ...value } : value;
}
