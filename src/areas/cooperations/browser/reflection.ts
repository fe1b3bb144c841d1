const KEY = 'geflecht.reflection';

/**
 * The sheet of eight questions that somebody asks themselves. What is written stays in this browser: it is kept in its
 * storage as it is typed, sent nowhere, and gone when the reader deletes it.
 */
class ReflectionSheet extends HTMLElement {
  connectedCallback(): void {
    this.show(read());
    this.addEventListener('input', () => this.keep());
    this.button('print')?.addEventListener('click', () => globalThis.print());
    this.button('delete')?.addEventListener('click', () => this.empty());
    const tools = this.button('print')?.closest<HTMLElement>('[hidden]');
    if (tools) tools.hidden = false;
  }

  private get answers(): readonly HTMLTextAreaElement[] {
    return [...this.querySelectorAll('textarea')];
  }

  private button(name: string): HTMLButtonElement | null {
    return this.querySelector(`button[name=${name}]`);
  }

  private show(kept: ReadonlyMap<string, string>): void {
    for (const answer of this.answers) answer.value = kept.get(answer.name) ?? answer.value;
  }

  private keep(): void {
    const written = this.answers.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]);
    try {
      localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(written)));
      this.tell(null);
    } catch {
      // No storage, or a full one: the sheet can still be printed.
      this.tell(this.dataset['full'] ?? '');
    }
  }

  private empty(): void {
    if (!globalThis.confirm(this.dataset['sure'] ?? '')) return;
    for (const answer of this.answers) answer.value = '';
    try {
      localStorage.removeItem(KEY);
    } catch {
      // Without storage nothing was kept.
    }
    this.tell(this.dataset['deleted'] ?? '');
  }

  private tell(text: string | null): void {
    const place = this.querySelector<HTMLElement>('[role=status]');
    if (place === null) return;
    place.textContent = text;
    place.hidden = text === null;
  }
}

function read(): ReadonlyMap<string, string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    const entries = typeof kept === 'object' && kept !== null ? Object.entries(kept) : [];
    return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return new Map();
  }
}

customElements.define('reflection-sheet', ReflectionSheet);

// A file of its own: without this its names would be those of every island.
export {};
