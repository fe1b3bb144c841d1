import type { Json } from '../../plain/json.ts';
import { dayOf } from '../../plain/time.ts';
import type { Account } from './account.ts';
import type { Claim } from './claim.ts';

/** The public facts of a subject with their sources, for machines. Once published, its names stay. */
export function accountJson(kind: string, subject: string, account: Account, lists: ReadonlyMap<string, string>): Json {
  const isPublic = ({ scope }: Claim) => scope === 'public';
  return {
    id: subject,
    kind,
    facts: account.fields
      .filter(({ holds }) => isPublic(holds))
      .map(({ field, holds, agree, others }) => ({
        field: field.name,
        ...said(holds, account, lists),
        alsoSaidBy: agree.filter(isPublic).map((claim) => said(claim, account, lists)),
        othersSay: others.filter(isPublic).map((claim) => said(claim, account, lists)),
      })),
  };
}

function said(claim: Claim, account: Account, lists: ReadonlyMap<string, string>): { readonly [key: string]: Json } {
  const source = account.sources.get(claim.source);
  return {
    language: claim.language,
    value: claim.value,
    source: {
      kind: claim.sourceKind,
      list: source?.speaker === null || source === undefined ? null : (lists.get(source.speaker) ?? null),
      publisher: source?.publisher ?? null,
      licence: source?.licence ?? null,
    },
    saidOn: dayOf(claim.saidAt),
    confirmedOn: claim.confirmedAt === null ? null : dayOf(claim.confirmedAt),
    confirmedByRole: claim.confirmedByRole,
    validFrom: claim.validFrom,
    validTo: claim.validTo,
  };
}
