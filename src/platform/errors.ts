import type { Saying } from '../plain/words.ts';

/**
 * Refusals: thrown by verbs and pages, turned into a page once, by `platform/http`.
 * Everything else that is thrown is a bug: logged once, shown as an apology.
 */

/** 404. A thing that does not exist, or that must not be known to exist: both give the same page. */
export class NotFoundError extends Error {
  override readonly name = 'NotFoundError';
}

/** 403. The thing may be seen, but this may not be done with it; the reason says why and what helps. */
export class NotAllowedError extends Error {
  override readonly name = 'NotAllowedError';
  readonly reason: Saying;
  constructor(reason: Saying) {
    super(reason.key);
    this.reason = reason;
  }
}

/** 409. Somebody else was quicker, or the thing has moved on; the reason says how to go on. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError';
  readonly reason: Saying;
  constructor(reason: Saying) {
    super(reason.key);
    this.reason = reason;
  }
}

/** 400. What arrived is no form of ours. What people type wrongly is a value (`Result`), never this. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly reason: Saying;
  constructor(reason: Saying) {
    super(reason.key);
    this.reason = reason;
  }
}

/** 503. The database is away or can take nothing more: nobody's fault, and it passes. */
export class UnavailableError extends Error {
  override readonly name = 'UnavailableError';
}

/** 413. More bytes than this place takes. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
  readonly limitBytes: number;
  constructor(limitBytes: number) {
    super(`more than ${limitBytes} bytes`);
    this.limitBytes = limitBytes;
  }
}
