import type { Hono } from 'hono';
import { addChainPages, addLookPages, addModePages, protectAnew, sendAnchors } from '../areas/protection/index.ts';
import type { Env } from '../platform/http/index.ts';
import type { FrameOf } from './frame.ts';
import type { Home } from './home.ts';
import { namesOf } from './names.ts';
import { REGISTER } from './register.ts';
import type { Rounds } from './rounds.ts';

const DAY_MS = 86_400_000;

/** Protecting, looking at what is protected, and the chain of what was done. */
export function addProtectionPages(web: Hono<Env>, frame: FrameOf): void {
  addModePages(web, { frame, register: REGISTER, namesOf });
  addLookPages(web, { frame });
  addChainPages(web, { frame });
}

/** Lets protections cover what came without being told of, for example with an older version or a backup. */
export function addProtecting(home: Home, rounds: Rounds): void {
  rounds.add('protect', DAY_MS, async () => {
    await protectAnew({ ...home.as('protect'), register: REGISTER });
  });
}

/** Mails the heads of chains to whoever wants them; each is due once a week. */
export function addAnchors(home: Home, rounds: Rounds): void {
  rounds.add('anchors', DAY_MS, async () => {
    await sendAnchors(home.as('anchors'));
  });
}
