import { answer } from '../src/areas/agreements/answer.ts';
import { confirmAll as confirm } from '../src/areas/agreements/confirm-all.ts';
import { hashOfParagraph } from '../src/areas/agreements/paragraph.ts';
import { propose } from '../src/areas/agreements/propose.ts';
import { findOpenChanges } from '../src/areas/agreements/store-change.ts';
import { findStanding } from '../src/areas/agreements/store.ts';
import { changesBetween, paragraphsOf, type AgreementText } from '../src/areas/agreements/text.ts';
import { idFor } from '../src/plain/ids.ts';
import { BILDUNGSWERK, NUJIN } from './agreement.ts';
import type { tryPartners } from './partners.ts';

type World = Pick<
  Awaited<ReturnType<typeof tryPartners>>,
  'bildungswerk' | 'nujin' | 'speaker' | 'begin' | 'fillSheets'
>;

/** The text of a fixture with the ids of this world. */
export function placed(
  { bildungswerk, nujin }: Pick<World, 'bildungswerk' | 'nujin'>,
  text: AgreementText,
): AgreementText {
  const ids = new Map([
    [BILDUNGSWERK, bildungswerk],
    [NUJIN, nujin],
    ...text.paragraphs.map(({ id }) => [id, idFor(id)] as const),
  ]);
  return JSON.parse(JSON.stringify(text), (_, value: unknown) =>
    typeof value === 'string' ? (ids.get(value) ?? value) : value,
  );
}

/** Each proposes what comes from it, the other accepts all of it: a new version that says this. */
export async function bring(world: World, agreement: string, text: AgreementText): Promise<void> {
  const { bildungswerk, nujin, speaker } = world;
  const { version } = await speaker(nujin).db.read((db) => findStanding(db, agreement));
  const wishes = changesBetween(version.text, placed(world, text)).map((change) => ({
    ...change,
    reason: 'Besser so.',
  }));
  for (const partner of [bildungswerk, nujin]) {
    const own = wishes.filter(({ after }) => (after?.origin ?? bildungswerk) === partner);
    if (own.length === 0) continue;
    const proposed = await propose(speaker(partner), { agreement, partner, wishes: own });
    if (!proposed.ok) throw new Error('not proposed');
  }
  for (const partner of [bildungswerk, nujin]) {
    const open = await speaker(partner).db.read((db) => findOpenChanges(db, agreement));
    const answers = open
      .filter((one) => one.partner !== partner)
      .map(({ id }) => ({ change: id, verdict: 'accept' as const, words: '' }));
    if (answers.length > 0) await answer(speaker(partner), { agreement, partner, answers });
  }
}

/** Both say yes to every goal and every task as they stand. */
export async function confirmAll({ bildungswerk, nujin, speaker }: World, agreement: string): Promise<void> {
  const { version } = await speaker(nujin).db.read((db) => findStanding(db, agreement));
  const asked = [...paragraphsOf(version.text, 'goal'), ...paragraphsOf(version.text, 'task')];
  const hashes = asked.map(hashOfParagraph);
  for (const partner of [bildungswerk, nujin]) await confirm(speaker(partner), { agreement, partner, hashes });
}

/** An agreement that says this, with sheets and confirmations: it could be signed. */
export async function agreeOn(world: World, text: AgreementText): Promise<string> {
  const agreement = await world.begin();
  await bring(world, agreement, text);
  await world.fillSheets();
  await confirmAll(world, agreement);
  return agreement;
}
