import type { Hono } from 'hono';
import type { Env, Request } from '../../../platform/http/index.ts';
import type { Sender } from '../../../platform/mail/index.ts';
import type { Words } from '../../../plain/words.ts';
import type { Frame } from '../../../ui/index.ts';
import { addNoticesPage } from './notices.tsx';
import { addOutboxPage } from './outbox.tsx';

export interface NoticePages {
  readonly frame: (c: Request) => Promise<Frame>;
  readonly wordsIn: (language: string) => Words;
  readonly sender: () => Promise<Omit<Sender, 'from'>>;
  /** The folder of mails as files. */
  readonly outbox: string;
}

/** `/hinweise` and `/postausgang`: what the network has to look at, and mails to hand over by hand. */
export function addNoticePages(web: Hono<Env>, pages: NoticePages): void {
  addNoticesPage(web, pages);
  addOutboxPage(web, pages);
}
