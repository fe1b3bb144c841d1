import { awaitsSecondStep, isKeeper, type Actor } from '../../plain/actor.ts';

/** What stands behind a name on the web: a passkey belongs to one site and to no other. */
export interface PasskeySite {
  /** `https://netz.example.org` */
  readonly origin: string;
  /** What the device shows: the name of the site. */
  readonly name: string;
}

/** A key that a device has just made, verified, to be kept with an account. */
export interface NewPasskey {
  readonly credential: string;
  readonly publicKey: string;
  readonly handle: string;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly isBackedUp: boolean;
  readonly label: string;
  /** Whether the device asked for a PIN, a finger or a face: then it is two factors. */
  readonly isUnlocked: boolean;
}

/** A question that a form carries to a device and back. */
export interface Question<Options> {
  /** Opens the question again, once. */
  readonly ceremony: string;
  readonly options: Options;
}

export const MOST_PASSKEYS = 10;
export const LONGEST_LABEL = 60;

/** EdDSA, ES256, RS256: what devices can do today. */
export const ALGORITHMS: readonly number[] = [-8, -7, -257];

/** Whose keys have to ask for a PIN, a finger or a face when they are made. */
export function mustUnlock(actor: Actor): boolean {
  return isKeeper(actor) || awaitsSecondStep(actor);
}

/** The domain that a passkey is bound to. */
export function domainOf({ origin }: PasskeySite): string {
  return new URL(origin).hostname;
}
