/** Brings the reader to the summary of errors, and from there into the field, also where the browser does not. */
class ErrorFocus extends HTMLElement {
  connectedCallback(): void {
    this.querySelector<HTMLElement>('[autofocus]')?.focus();
    this.addEventListener('click', (event) => {
      if (!(event.target instanceof HTMLAnchorElement)) return;
      const field = document.getElementById(event.target.hash.slice(1));
      if (field === null) return;
      event.preventDefault();
      field.focus({ preventScroll: true });
      (field.closest('.field') ?? field).scrollIntoView({ block: 'start' });
    });
  }
}

customElements.define('error-focus', ErrorFocus);
