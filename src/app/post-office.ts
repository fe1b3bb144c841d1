import { raiseNotice } from '../areas/notices/index.ts';
import { system } from '../plain/actor.ts';
import { findInstallation } from '../platform/installation/index.ts';
import type { Jobs } from '../platform/jobs/index.ts';
import { isMailDue, openSmtp, sendDueMails, sweepMails, type PostOffice } from '../platform/mail/index.ts';
import type { Home } from './home.ts';

const NAME = 'mail';
const LOOK_MS = 10_000;

export interface OpenPostOffice {
  readonly sender: PostOffice['sender'];
  /** Looks every ten seconds whether something is due. After the jobs have started. */
  begin(): void;
  /** What has lain too long. */
  sweep(): Promise<void>;
}

/** Mails as jobs: whichever process takes them, one mail is in one hand at a time. */
export function openPostOffice(home: Home, jobs: Jobs): OpenPostOffice {
  const { config, database, clock, log, words, folder } = home;
  const db = database.as(system(NAME));
  const sender = async () => {
    const installation = await db.read((tx) => findInstallation(tx));
    return { from: config.mail?.from ?? UNSET, site: installation?.site ?? 'Geflecht', origin: config.origin };
  };
  const office: PostOffice = {
    db,
    clock,
    log,
    wordsIn: (language) => words.in(language),
    sender,
    transport: config.mail === null ? null : openSmtp(config.mail.url, config.origin),
    outbox: folder.outbox,
    givenUp: () => {
      raiseNotice(home.as(NAME), 'mailGivenUp', null).catch((error: unknown) => {
        log.error('notice not raised', { error });
      });
    },
  };
  jobs.define(NAME, async (_data, signal) => {
    await sendDueMails(office, signal);
  });
  const look = async () => {
    if (await db.read((tx) => isMailDue(tx, clock.now()))) await jobs.send(NAME, {}, { key: NAME });
  };
  return {
    sender,
    begin() {
      setInterval(() => {
        look().catch((error: unknown) => log.error('mails not looked for', { error }));
      }, LOOK_MS).unref();
    },
    sweep: () => sweepMails(office),
  };
}

/** Who hands a mail over from the outbox sends it from an address of theirs. */
const UNSET = 'absender@example.invalid';
