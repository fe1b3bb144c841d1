/** Answers a question by the keys 1 to 5, as they stand on its buttons. */
class SameKeys extends HTMLElement {
  connectedCallback(): void {
    document.addEventListener('keydown', this.press);
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.press);
  }

  private readonly press = (event: KeyboardEvent): void => {
    const { key, target } = event;
    // Whoever types a reason types figures too.
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    if (target instanceof Element && target.closest('input:not([type=radio]),textarea,select') !== null) return;
    if (!/^[1-9]$/.test(key)) return;
    const buttons = [...this.querySelectorAll('button')].filter((button) => button.querySelector('kbd') !== null);
    const keys = [...new Set(buttons.map(keyOf))];
    const [first, ...more] = buttons.filter((button) => keyOf(button) === keys[Number(key) - 1]);
    if (first === undefined) return;
    if (more.length === 0) return first.click();
    // Two ways round under one key: it goes from one to the other, and nothing is said before Enter.
    (document.activeElement === first ? more[0] : first)?.focus();
  };
}

/** The key as it is written on a button, in the figures of the language. */
function keyOf(button: HTMLButtonElement): string {
  return button.querySelector('kbd')?.textContent ?? '';
}

customElements.define('same-keys', SameKeys);

// A file of its own: without this its names would be those of every island.
export {};
