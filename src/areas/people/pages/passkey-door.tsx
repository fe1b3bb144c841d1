import type { Words } from '../../../plain/words.ts';
import { Form, Icon } from '../../../ui/index.ts';

/** The island that a page with a passkey door needs: `<Page islands={[PASSKEY_ISLAND]}>`. */
export const PASSKEY_ISLAND = 'passkey';

interface Door {
  readonly words: Words;
  readonly label: string;
  readonly hint?: string;
  /** Where the question to the device comes from. */
  readonly source: string;
}

/**
 * Stands inside a form and sends it with what the device answers (`passkeyCeremony`, `passkeyAnswer`).
 * Hidden until the island finds a browser that can.
 */
function PasskeyDoor({ words, label, hint, source }: Door) {
  return (
    <passkey-door hidden data-source={source} data-failed={words.say('people.passkey.failed')}>
      {hint === undefined ? null : <p class="hint">{hint}</p>}
      <Inside label={label} />
    </passkey-door>
  );
}

/** What the island fills and moves. */
function Inside({ label }: { readonly label: string }) {
  return (
    <>
      <input type="hidden" name="passkeyCeremony" value="" />
      <input type="hidden" name="passkeyAnswer" value="" />
      <button class="button quiet" type="button">
        <Icon name="lock" />
        {label}
      </button>
      <p class="error" role="alert" hidden></p>
    </>
  );
}

/** Signing in with a passkey: a part with a form of its own, `next` is where to go then. */
export function PasskeySignIn({ words, next }: { readonly words: Words; readonly next: string }) {
  return (
    <passkey-door hidden data-source="/anmelden/passkey/frage" data-failed={words.say('people.passkey.failed')}>
      <div class="part">
        <p>{words.say('people.passkey.text')}</p>
        <Form action="/anmelden/passkey" hidden={{ next }} label={words.say('people.passkey.signIn')}>
          <Inside label={words.say('people.passkey.signIn')} />
        </Form>
      </div>
    </passkey-door>
  );
}

/** Inside the form that makes an account, after its other buttons: the account opens with a passkey alone. */
export function PasskeyInstead({ words }: { readonly words: Words }) {
  return (
    <PasskeyDoor
      words={words}
      label={words.say('people.passkey.instead')}
      hint={words.say('people.passkey.instead.hint')}
      source="/passkey/frage"
    />
  );
}

/** Inside a form that asks the owner again: goes on with a passkey. */
export function PasskeyAgain({ words }: { readonly words: Words }) {
  return <PasskeyDoor words={words} label={words.say('people.again.passkey')} source="/anmelden/passkey/frage" />;
}

/** Inside the form of one's own passkeys: adds one. */
export function PasskeyAdd({ words }: { readonly words: Words }) {
  return <PasskeyDoor words={words} label={words.say('people.passkey.add')} source="/konto/passkeys/frage" />;
}
