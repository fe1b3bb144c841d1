import type { Child } from 'hono/jsx';
import type { Request } from '../../../platform/http/index.ts';
import type { Words } from '../../../plain/words.ts';
import { FactsCard } from '../../../ui/index.ts';
import { findFamily, findShown, findSubject, headsOf, knownOf, spokenOf } from '../../claims/index.ts';
import { findKin } from '../store-pairs.ts';
import type { DuplicatePages } from './access.ts';

// words: duplicates.kin.*
/** For the page of an entry: what belongs to it, what it belongs to and who is in the same house, if everybody sees both; nothing where one is protected. */
export async function kinOf(c: Request, { pathOf }: Pick<DuplicatePages, 'pathOf'>, subject: string): Promise<Child> {
  const { read, words } = c.var;
  const links = await read.db.read(async (db) => {
    const family = await findFamily(db, [subject]);
    const kin = await findKin(db, family);
    if (kin.length === 0) return [];
    const ids = [...new Set(kin.flatMap(({ pair }) => pair))];
    const [heads, known] = [await headsOf(db, ids), await knownOf(db, ids)];
    // Whoever is in the same house, or what it belongs to, would lead to its door.
    const isProtected = (id: string) => known.get(id)?.veil.isProtected === true;
    const found = new Map<string, string>();
    for (const { pair, outcome, part } of kin) {
      const other = pair.map((id) => heads.get(id) ?? id).find((id) => !family.includes(id));
      if (other === undefined || pair.some(isProtected)) continue;
      const isPart = part !== null && family.includes(heads.get(part) ?? part);
      const how = outcome === 'place' ? 'sameHouse' : part === null ? 'together' : isPart ? 'partOf' : 'hasPart';
      found.set(other, how);
    }
    const named: { readonly how: string; readonly link: Child }[] = [];
    for (const [other, how] of found) {
      const kind = (await findSubject(db, other))?.kind;
      const name = kind === undefined ? null : publicName(await findShown(db, kind, [other]), words);
      if (kind !== undefined && name !== null)
        named.push({
          how,
          link: (
            <div>
              <a href={pathOf(kind, other)}>
                <bdi>{name}</bdi>
              </a>
            </div>
          ),
        });
    }
    return named;
  });
  const facts = [...Map.groupBy(links, ({ how }) => how)].map(([how, some]) => ({
    term: words.say(`duplicates.kin.${how}`),
    value: some.map(({ link }) => link),
  }));
  return <FactsCard title={words.say('duplicates.kin')} facts={facts} />;
}

function publicName(shown: Awaited<ReturnType<typeof findShown>>, words: Words): string | null {
  const open = shown.find(({ scope }) => scope === 'public');
  return spokenOf(open?.facts['name'], words, 'reader')[0]?.text ?? null;
}
