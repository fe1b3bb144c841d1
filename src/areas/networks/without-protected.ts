import type { Reader } from '../../platform/database/index.ts';
import { findProtected, type Account, type Claim } from '../claims/index.ts';
import { membersOf } from './members.ts';

/** A network's account without the members that are protected: no list of members leads to their door. */
export async function withoutProtected(db: Reader, account: Account): Promise<Account> {
  const said = account.fields
    .filter(({ field }) => field.name === 'members')
    .flatMap(({ holds, agree, others, before }) => [holds, ...agree, ...others, ...before]);
  const veiled = new Set(await findProtected(db, [...new Set(said.flatMap(({ value }) => membersOf(value)))]));
  if (veiled.size === 0) return account;
  const open = (ids: readonly string[]) => ids.filter((id) => !veiled.has(id));
  const claim = (one: Claim): Claim => ({ ...one, value: open(membersOf(one.value)) });
  return {
    ...account,
    facts: { ...account.facts, members: open(membersOf(account.facts['members'])) },
    fields: account.fields.map((each) =>
      each.field.name === 'members'
        ? {
            ...each,
            holds: claim(each.holds),
            agree: each.agree.map(claim),
            others: each.others.map(claim),
            before: each.before.map(claim),
          }
        : each,
    ),
  };
}
