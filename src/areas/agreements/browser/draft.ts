/** What was typed in a form and has not arrived yet, as this browser keeps it. */
interface Kept {
  readonly path: string;
  readonly own: string;
  readonly version: string;
  readonly at: number;
  /** Names and values of the whole form, in their order. */
  readonly form: readonly (readonly [name: string, value: string])[];
  /** The first words that were typed, to know it again. */
  readonly words: string;
}

const PREFIX = 'draft/';
const TWO_WEEKS = 14 * 86_400_000;

/**
 * Keeps what is typed in a form until the server says that it has arrived, and offers it again after a lost connection
 * or a closed browser. It sends nothing by itself. Each window keeps its own.
 */
class DraftKeeper extends HTMLElement {
  private entry = '';
  private offered: string | null = null;
  private timer = 0;
  private shown = '';

  connectedCallback(): void {
    const { saved, entry } = this.dataset;
    if (saved !== undefined && saved !== '') this.arrived(saved);
    const form = this.querySelector('form');
    if (form === null) return;
    this.entry = entry !== undefined && entry !== '' ? entry : newEntry();
    this.shown = JSON.stringify(valuesOf(form));
    form.addEventListener('input', () => {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.keep(form), 300);
    });
    form.addEventListener('submit', (event) => this.submit(form, event));
    window.addEventListener('pagehide', () => {
      if (this.timer !== 0) this.keep(form);
    });
    window.addEventListener('offline', () => this.tell('away'));
    window.addEventListener('online', () => this.tell(this.isTyped(form) ? 'back' : null));
    this.addEventListener('click', ({ target }) => {
      const act = target instanceof Element ? target.closest('[data-do]')?.getAttribute('data-do') : null;
      if (act === 'take') this.take(form);
      if (act === 'forget') this.forget();
    });
    if (!navigator.onLine) this.tell('away');
    void this.offer();
  }

  /** The address named what has arrived; a reload must not name it again. */
  private arrived(saved: string): void {
    drop(saved);
    const url = new URL(location.href);
    url.searchParams.delete('gespeichert');
    history.replaceState(history.state, '', url);
  }

  private keep(form: HTMLFormElement): void {
    clearTimeout(this.timer);
    this.timer = 0;
    const values = valuesOf(form);
    if (JSON.stringify(values) === this.shown) {
      // Typed and taken back: nothing to keep, but for what an earlier answer has refused.
      if (this.entry !== this.dataset['entry']) drop(this.entry);
      return;
    }
    const { own = '', version = '' } = this.dataset;
    const words = typedWords(JSON.parse(this.shown), values);
    write(this.entry, { path: location.pathname, own, version, at: Date.now(), form: values, words });
    hold(this.entry);
  }

  private submit(form: HTMLFormElement, event: SubmitEvent): void {
    this.keep(form);
    const entry = form.elements.namedItem('entry');
    if (entry instanceof HTMLInputElement) entry.value = read(this.entry) === null ? '' : this.entry;
    if (navigator.onLine) return;
    // The browser would show its own page of an error instead of what was typed.
    event.preventDefault();
    this.tell('away');
    this.piece('away')?.scrollIntoView({ block: 'nearest' });
  }

  /** What another window or an earlier visit left here, if nobody is just writing on it. */
  private async offer(): Promise<void> {
    const { own = '' } = this.dataset;
    const held = await heldEntries();
    for (const [entry, kept] of keptEntries()) {
      if (kept.at < Date.now() - TWO_WEEKS) drop(entry);
      else if (entry !== this.entry && kept.path === location.pathname && kept.own === own && !held.has(entry)) {
        this.offered = entry;
        const words = this.piece('words');
        if (words !== null) words.textContent = kept.words;
        this.piece('offer')?.removeAttribute('hidden');
        return;
      }
    }
  }

  private take(form: HTMLFormElement): void {
    const kept = this.offered === null ? null : read(this.offered);
    if (kept === null || this.offered === null) return;
    fill(form, kept.form);
    const taken = this.offered;
    this.done();
    this.keep(form);
    if (read(this.entry) !== null) drop(taken);
  }

  private forget(): void {
    if (this.offered !== null) drop(this.offered);
    this.done();
    void this.offer();
  }

  private done(): void {
    this.offered = null;
    this.piece('offer')?.setAttribute('hidden', '');
  }

  private isTyped(form: HTMLFormElement): boolean {
    return JSON.stringify(valuesOf(form)) !== this.shown;
  }

  private tell(which: 'away' | 'back' | null): void {
    for (const name of ['away', 'back']) this.piece(name)?.toggleAttribute('hidden', name !== which);
  }

  private piece(name: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`);
  }
}

function valuesOf(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && name !== 'entry' ? [[name, value]] : [],
  );
}

/** Puts values back where they were; what has no place in this form any more goes along unseen and is not lost. */
function fill(form: HTMLFormElement, values: Kept['form']): void {
  const ticked = new Set(values.map(([name, value]) => `${name}\n${value}`));
  for (const box of form.querySelectorAll<HTMLInputElement>('input[type=checkbox]'))
    box.checked = ticked.has(`${box.name}\n${box.value}`);
  const rows = new Set([...form.querySelectorAll<HTMLInputElement>('input[name=row]')].map(({ value }) => value));
  for (const [name, value] of values) {
    if (name === 'row') {
      if (!rows.has(value)) append(form, name, value);
      continue;
    }
    const field = form.elements.namedItem(name);
    if (field === null) append(form, name, value);
    else if (field instanceof HTMLInputElement && field.type === 'checkbox') open(field);
    else if (
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    ) {
      if (field.value !== value && field.type !== 'hidden') open(field);
      if (name !== 'more') field.value = value;
    }
  }
}

function append(form: HTMLFormElement, name: string, value: string): void {
  const input = document.createElement('input');
  Object.assign(input, { type: 'hidden', name, value });
  form.append(input);
}

function open(field: Element): void {
  const around = field.closest('details');
  if (around === null) return;
  around.open = true;
  if (around.parentElement !== null) open(around.parentElement);
}

function typedWords(
  before: readonly (readonly [string, string])[],
  now: readonly (readonly [string, string])[],
): string {
  const known = new Set(before.map(([name, value]) => `${name}\n${value}`));
  const words = now
    .filter(([name, value]) => value.trim() !== '' && !known.has(`${name}\n${value}`))
    .map(([, value]) => value);
  return words.join(' · ').slice(0, 200);
}

function newEntry(): string {
  return [...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36).padStart(7, '0')).join('');
}

/** While this window is open no other one offers what is being written here. */
function hold(entry: string): void {
  if (!('locks' in navigator) || holding.has(entry)) return;
  holding.add(entry);
  void navigator.locks.request(PREFIX + entry, () => new Promise(() => undefined));
}

const holding = new Set<string>();

async function heldEntries(): Promise<ReadonlySet<string>> {
  if (!('locks' in navigator)) return new Set();
  const { held } = await navigator.locks.query();
  return new Set((held ?? []).map(({ name }) => (name ?? '').slice(PREFIX.length)));
}

function* keptEntries(): Generator<readonly [string, Kept]> {
  for (const name of namesOfKept()) {
    const entry = name.slice(PREFIX.length);
    const kept = read(entry);
    if (kept !== null) yield [entry, kept];
  }
}

function namesOfKept(): readonly string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
  } catch {
    return []; // A browser may forbid to keep anything.
  }
}

function read(entry: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + entry) ?? 'null');
  } catch {
    return null; // Forbidden, or not written by us.
  }
}

function write(entry: string, kept: Kept): void {
  try {
    localStorage.setItem(PREFIX + entry, JSON.stringify(kept));
  } catch {
    // Full or forbidden: the form works as it does without this island.
  }
}

function drop(entry: string): void {
  try {
    localStorage.removeItem(PREFIX + entry);
  } catch {
    // Nothing is kept where nothing may be kept.
  }
}

customElements.define('draft-keeper', DraftKeeper);

// A file of its own: without this its names would be those of every island.
export {};
