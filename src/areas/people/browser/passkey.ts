import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';

/** What the server asks, or in words why it asks nothing. */
type Asked =
  | { readonly told: string }
  | { readonly ceremony: string; readonly make: PublicKeyCredentialCreationOptionsJSON }
  | { readonly ceremony: string; readonly show: PublicKeyCredentialRequestOptionsJSON };

/**
 * A button that lets the device make or show a passkey and sends the form it stands in with the answer.
 * It is there only where the browser can; everywhere else the passphrase is.
 */
class PasskeyDoor extends HTMLElement {
  connectedCallback(): void {
    if (!browserSupportsWebAuthn()) return;
    this.hidden = false;
    this.button?.addEventListener('click', () => void this.open());
  }

  private get button(): HTMLButtonElement | null {
    return this.querySelector('button');
  }

  private async open(): Promise<void> {
    const { button } = this;
    const form = button?.form;
    if (button === null || form === null || form === undefined) return;
    button.disabled = true;
    this.tell(null);
    try {
      const asked = await ask(this.dataset['source'] ?? '', form);
      if ('told' in asked) {
        this.tell(asked.told);
        return;
      }
      const answer =
        'make' in asked
          ? await startRegistration({ optionsJSON: asked.make })
          : await startAuthentication({ optionsJSON: asked.show });
      this.fill('passkeyCeremony', asked.ceremony);
      this.fill('passkeyAnswer', JSON.stringify(answer));
      form.submit();
    } catch {
      // Cancelled, no key for this site, no connection: the sentence is the same, and so is what helps.
      this.tell(this.dataset['failed'] ?? '');
    } finally {
      button.disabled = false;
    }
  }

  private fill(name: string, value: string): void {
    const input = this.querySelector<HTMLInputElement>(`input[name=${name}]`);
    if (input !== null) input.value = value;
  }

  private tell(text: string | null): void {
    const place = this.querySelector<HTMLElement>('[role=alert]');
    if (place === null) return;
    place.textContent = text;
    place.hidden = text === null;
  }
}

async function ask(source: string, form: HTMLFormElement): Promise<Asked> {
  const alias = form.querySelector<HTMLInputElement>('input[name=alias]')?.value ?? '';
  const answer = await fetch(source, { method: 'POST', body: new URLSearchParams({ alias }) });
  if (!answer.ok) throw new Error(`answered with ${answer.status}`);
  return answer.json();
}

customElements.define('passkey-door', PasskeyDoor);
