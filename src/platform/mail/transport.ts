import { createTransport } from 'nodemailer';
import type { ComposedMail } from './compose.ts';

/** Hands a mail over. Throws `UndeliverableError` where trying again is of no use. */
export type Transport = (mail: ComposedMail) => Promise<void>;

/** The mail server has said no for ever: the address does not exist, or it does not take this. */
export class UndeliverableError extends Error {
  override readonly name = 'UndeliverableError';
}

const CONNECT_MS = 15_000;
const SILENT_MS = 30_000;
const FOR_EVER = 500;

/** A mail server by its address. Outside of this machine and its own network nothing goes unencrypted. */
export function openSmtp(url: string, origin: string): Transport {
  const server = createTransport(smtpOptions(url, origin));
  return async (mail) => {
    try {
      await server.sendMail(mutable(mail));
    } catch (error) {
      if (isForEver(error)) throw new UndeliverableError();
      throw error;
    }
  };
}

/** Whether the mail server answers, and lets us in. */
export async function isSmtpThere(url: string, origin: string): Promise<boolean> {
  return createTransport(smtpOptions(url, origin))
    .verify()
    .then(
      () => true,
      () => false,
    );
}

/** The mail as one file, as mail programs open it. */
export async function writeEml(mail: ComposedMail): Promise<Buffer> {
  const { message } = await createTransport({ streamTransport: true, buffer: true, newline: 'windows' }).sendMail(
    mutable(mail),
  );
  if (!Buffer.isBuffer(message)) throw new Error('the mail was not written in one piece');
  return message;
}

function smtpOptions(url: string, origin: string) {
  return {
    url,
    // Without this, nodemailer would greet with the name of the machine.
    name: new URL(origin).hostname,
    requireTLS: !isNear(new URL(url).hostname),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** A name without a dot, or this machine. Addresses of IPv6 have no dots either. */
export function isNear(host: string): boolean {
  return host === '127.0.0.1' || host === '[::1]' || !/[.:]/.test(host);
}

/** A wrong password of ours is no fault of the mail: that can be put right. */
function isForEver(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || !('responseCode' in error)) return false;
  return (
    (error.code === 'EENVELOPE' || error.code === 'EMESSAGE') &&
    typeof error.responseCode === 'number' &&
    error.responseCode >= FOR_EVER
  );
}

function mutable({ envelope, headers, from, to, ...mail }: ComposedMail) {
  return {
    ...mail,
    from: { ...from },
    to: { ...to },
    headers: { ...headers },
    envelope: { from: envelope.from, to: [...envelope.to] },
  };
}
