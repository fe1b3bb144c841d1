/** Says that a file is too large before it is sent. Without this, the server says it. */
class FileLimit extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('change', () => this.check());
    this.closest('form')?.addEventListener('submit', (event) => {
      if (!this.check()) event.preventDefault();
    });
  }

  private check(): boolean {
    const input = this.querySelector<HTMLInputElement>('input[type=file]');
    const message = this.querySelector<HTMLElement>('[id$=too-large]');
    const limit = Number(this.dataset['limit'] ?? Infinity);
    if (input === null || message === null) return true;
    const fits = [...(input.files ?? [])].every(({ size }) => size <= limit);
    const told = new Set((input.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== ''));
    if (fits) told.delete(message.id);
    else told.add(message.id);
    input.setAttribute('aria-describedby', [...told].join(' '));
    input.setAttribute('aria-invalid', String(!fits));
    message.hidden = fits;
    if (!fits) input.focus();
    return fits;
  }
}

customElements.define('file-limit', FileLimit);
