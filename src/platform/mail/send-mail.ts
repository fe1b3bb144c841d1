import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Words } from '../../plain/words.ts';
import type { Clock } from '../clock.ts';
import type { WriteDatabase } from '../context.ts';
import { writeWhole } from '../files/index.ts';
import type { Log } from '../log/index.ts';
import { compose, isAddress, type Sender } from './compose.ts';
import { findLongLying, layInOutbox, putOff, settleMail, takeMail, type TakenMail } from './store-send.ts';
import { UndeliverableError, writeEml, type Transport } from './transport.ts';

export interface PostOffice {
  /** As the program itself. */
  readonly db: WriteDatabase;
  readonly clock: Clock;
  readonly log: Log;
  readonly wordsIn: (language: string) => Words;
  readonly sender: () => Promise<Sender>;
  /** null: no mail server is set, mails go to the outbox. */
  readonly transport: Transport | null;
  /** The folder for mails as files. */
  readonly outbox: string;
  /** Told of every mail that nobody will try again. */
  readonly givenUp: (id: string) => void;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** How long after the first, second … failure it is tried again; after the last it is given up. */
const WAITS_MS = [MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 240 * MINUTE_MS] as const;
const LEASE_MS = 10 * MINUTE_MS;
const KEPT_DAYS = 30;

/** Sends what is due, one mail after the other, each outside of any transaction. Returns how many it took. */
export async function sendDueMails(office: PostOffice, signal?: AbortSignal): Promise<number> {
  const { db, clock } = office;
  for (let taken = 0; ; taken += 1) {
    signal?.throwIfAborted();
    const mail = await db.write((tx) => takeMail(tx, clock.now(), LEASE_MS));
    if (mail === null) return taken;
    await handle(office, mail);
  }
}

async function handle(office: PostOffice, mail: TakenMail): Promise<void> {
  const { db, clock, log, transport, outbox } = office;
  if (!isAddress(mail.receiver) || mail.attempts > WAITS_MS.length + 1) return giveUp(office, mail.id);
  const composed = compose(mail, office.wordsIn(mail.language), await office.sender(), clock.now());
  if (transport === null) {
    await writeWhole(emlPath(outbox, mail.id), await writeEml(composed));
    await db.write((tx) => layInOutbox(tx, mail.id));
    return;
  }
  try {
    await transport(composed);
  } catch (error) {
    const wait = WAITS_MS[mail.attempts - 1];
    log.warn('mail not sent', { attempt: mail.attempts, error });
    if (error instanceof UndeliverableError || wait === undefined) return giveUp(office, mail.id);
    await db.write((tx) => putOff(tx, mail.id, new Date(clock.now().getTime() + wait)));
    return;
  }
  await db.write((tx) => settleMail(tx, mail.id, 'sent', clock.now()));
}

async function giveUp({ db, clock, givenUp }: PostOffice, id: string): Promise<void> {
  await db.write((tx) => settleMail(tx, id, 'given up', clock.now()));
  givenUp(id);
}

/** Mails that nobody has handed over for a month are given up, and their files removed. */
export async function sweepMails(office: PostOffice): Promise<void> {
  const { db, clock, outbox } = office;
  const before = new Date(clock.now().getTime() - KEPT_DAYS * DAY_MS);
  for (const id of await db.read((tx) => findLongLying(tx, before))) {
    await giveUp(office, id);
    await removeEml(outbox, id);
  }
}

export async function removeEml(outbox: string, id: string): Promise<void> {
  await rm(emlPath(outbox, id), { force: true });
}

function emlPath(outbox: string, id: string): string {
  return join(outbox, `${id}.eml`);
}
