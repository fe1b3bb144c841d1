import {
  browserSupportsWebAuthn,
  startAuthentication,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';

/**
 * A button that lets a device sign a version: the question is the hash of the version itself, so nothing is asked
 * of the server first. It is there only where the browser can; everywhere else are the other ways.
 */
class SignVersion extends HTMLElement {
  connectedCallback(): void {
    if (!browserSupportsWebAuthn()) return;
    this.hidden = false;
    this.querySelector('button')?.addEventListener('click', () => void this.sign());
  }

  private async sign(): Promise<void> {
    const button = this.querySelector('button');
    const answer = this.querySelector<HTMLInputElement>('input[name=deviceAnswer]');
    if (button === null || answer === null) return;
    button.disabled = true;
    this.tell(null);
    try {
      const optionsJSON: PublicKeyCredentialRequestOptionsJSON = JSON.parse(this.dataset['question'] ?? '');
      answer.value = JSON.stringify(await startAuthentication({ optionsJSON }));
      button.form?.submit();
    } catch {
      // Cancelled, no such key on this device, no connection to it: the sentence is the same, and so is what helps.
      this.tell(this.dataset['failed'] ?? '');
    } finally {
      button.disabled = false;
    }
  }

  private tell(text: string | null): void {
    const place = this.querySelector<HTMLElement>('[role=alert]');
    if (place === null) return;
    place.textContent = text;
    place.hidden = text === null;
  }
}

customElements.define('sign-version', SignVersion);
