import type { Words } from '../../plain/words.ts';
import type { MailContent } from './tables.ts';

export interface Letter {
  readonly id: string;
  readonly receiver: string;
  readonly content: MailContent;
}

export interface Sender {
  /** The one address that every mail comes from. */
  readonly from: string;
  readonly site: string;
  /** Without a slash at its end. */
  readonly origin: string;
}

/** A mail in words, ready for nodemailer. It names no other person: only the sender of the site and its receiver. */
export interface ComposedMail {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: { readonly name: string; readonly address: string };
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  readonly date: Date;
  readonly headers: Readonly<Record<string, string>>;
  readonly xMailer: false;
  readonly disableFileAccess: true;
  readonly disableUrlAccess: true;
}

/**
 * Puts a mail into words. Nothing of the machine is in it, and whatever was typed by people stays text:
 * it cannot become a header or another receiver.
 *
 * @example
 * const mail = compose(letter, words.in('tr'), { from: 'netz@example.org', site: 'Netz', origin }, now);
 */
export function compose({ id, receiver, content }: Letter, words: Words, sender: Sender, now: Date): ComposedMail {
  const { from, site, origin } = sender;
  return {
    from: { name: oneLine(site), address: from },
    to: { name: '', address: receiver },
    envelope: { from, to: [receiver] },
    subject: oneLine(words.tell(content.subject)),
    text: textOf(content, words, { site, origin }),
    messageId: `<${id}@${new URL(origin).hostname}>`,
    date: new Date(Math.floor(now.getTime() / 1_000) * 1_000),
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': words.tag },
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** What stands in the mail, also for copying by hand. */
export function textOf(content: MailContent, words: Words, { site, origin }: Omit<Sender, 'from'>): string {
  const parts = content.paragraphs.map((paragraph) => words.tell(paragraph));
  if (content.link !== null) parts.push(new URL(content.link, origin).href);
  parts.push(`-- \n${words.say('platform.mail.footer', { site: oneLine(site) })}`);
  return `${parts.join('\n\n')}\n`;
}

/** One address and nothing else: no list, no name, no line break. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>,;:"()[\]\\\p{Cc}]+@[^\s@<>,;:"()[\]\\\p{Cc}]+$/u.test(text);
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
