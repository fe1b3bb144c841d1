import { STRANGER } from '../src/plain/actor.ts';
import type { Database } from '../src/platform/database/index.ts';
import { askForRecovery } from '../src/areas/people/recover-ask.ts';
import { finishRecovery } from '../src/areas/people/recover-finish.ts';
import { tryPeople } from './people.ts';

export const START = '2026-11-21T20:00:00Z';
/** The passphrase of whoever is back. */
export const NEW = 'lampe wolke zimt specht garten';

export type Recovering = Awaited<ReturnType<typeof tryRecovery>>;

/** Organisations whose holder has lost every key, used by the tests beside. */
export async function tryRecovery(database: Database) {
  const people = tryPeople(database, START);
  const stranger = people.as(STRANGER);
  const coordinationAccount = await people.account('Koordination 1');
  const coordinationRole = await people.role('coordination', null);
  await people.term(coordinationRole, 'holder', coordinationAccount);
  let houses = 0;
  const back = (alias: string, code: string, passphrase = NEW) => ({
    alias,
    code,
    passphrase,
    passphraseAgain: passphrase,
    site: 'Rhönau',
  });
  return {
    people,
    stranger,
    coordination: await people.signedIn(coordinationAccount),
    coordinationRole,
    /** An organisation with a holder who asks and a deputy who is asked. */
    house: async () => {
      people.clock.turn(START);
      houses += 1;
      const organisation = await people.organisation();
      const role = await people.role('organisation', organisation);
      const alias = `Linde ${houses}`;
      const holder = await people.account(alias, { mail: `linde${houses}@example.org` });
      const deputy = await people.account(`Ulme ${houses}`);
      await people.term(role, 'holder', holder);
      await people.term(role, 'deputy', deputy);
      return { organisation, role, alias, holder, deputy, ctx: await people.signedIn(deputy) };
    },
    ask: async (alias: string) => {
      const asked = await askForRecovery(stranger, { alias }, 0);
      if (!asked.ok) throw new Error(asked.issue.key);
      return { code: asked.value.code.join(' '), mark: asked.value.mark.join(' ') };
    },
    back,
    finish: (alias: string, code: string) => finishRecovery(stranger, back(alias, code)),
    yes: (value: string) => ({ ok: true, value }),
  };
}
