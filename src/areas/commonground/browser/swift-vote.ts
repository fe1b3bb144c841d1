/**
 * Answers statement after statement without waiting for the network: by buttons, keys or a swipe. What was answered
 * stands in this browser until the server has it; the same answer twice changes nothing, the last one counts.
 * Without this, the form sends each answer by itself.
 */
class SwiftVote extends HTMLElement {
  private statements: Statement[] = [];
  private at = 0;
  private isSending = false;
  private again: ReturnType<typeof setTimeout> | undefined;
  private from: { readonly x: number; readonly y: number } | null = null;

  connectedCallback(): void {
    this.addEventListener('submit', this.take);
    this.addEventListener('pointerdown', (event) => (this.from = { x: event.clientX, y: event.clientY }));
    this.addEventListener('pointerup', this.swipe);
    this.undo?.addEventListener('click', () => this.show(this.at - 1));
    // Only with the focus in here: single letters would otherwise be taken from who speaks to the page or reads by keys.
    this.addEventListener('keydown', this.press);
    addEventListener('online', this.flush);
    this.tell(this.waiting);
    void this.send();
    void this.load();
  }

  disconnectedCallback(): void {
    removeEventListener('online', this.flush);
  }

  private get form(): HTMLFormElement | null {
    return this.querySelector('form');
  }

  private get undo(): HTMLButtonElement | null {
    return this.querySelector('[data-undo]');
  }

  /** What the server does not have yet, the oldest first. */
  private get waiting(): Vote[] {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.key) ?? '[]');
      return Array.isArray(kept) ? kept.filter(isVote) : [];
    } catch {
      // Nothing may be kept here, or something else stands there.
      return [];
    }
  }

  /** False where this browser keeps nothing. */
  private keep(votes: readonly Vote[]): boolean {
    try {
      if (votes.length === 0) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, JSON.stringify(votes));
    } catch {
      // It is full, or forbidden.
      return false;
    }
    this.tell(votes);
    return true;
  }

  private tell({ length }: readonly Vote[]): void {
    const told = this.querySelector('[data-waiting]');
    if (told !== null)
      told.textContent = length === 0 ? '' : (this.dataset['waiting'] ?? '').replace('#', String(length));
  }

  /** Where answers go, also on a page that asks for none. */
  private get to(): string {
    return this.dataset['to'] ?? '';
  }

  private get key(): string {
    return `votes ${this.to}`;
  }

  private async load(): Promise<void> {
    const response = await this.ask();
    if (response?.ok !== true) return;
    const known: unknown = await response.json();
    if (!Array.isArray(known)) return;
    const answered = new Set(this.waiting.map(({ statement }) => statement));
    const shown = this.asked?.value;
    const all = known.filter(isStatement).filter(({ id }) => id === shown || !answered.has(id));
    // What the page shows comes first; without it something else is asked than what stands there.
    this.statements = all.toSorted((a, b) => Number(b.id === shown) - Number(a.id === shown));
    // Said only where it is so: without this, buttons are the only way.
    const ways = this.querySelector<HTMLElement>('[data-ways]');
    if (ways !== null) ways.hidden = this.statements[0]?.id !== shown;
  }

  /** What is left to answer, for whoever has joined. */
  private ask(): Promise<Response | null> {
    return fetch(this.dataset['source'] ?? '').catch(() => null);
  }

  private get asked(): HTMLInputElement | null {
    return this.querySelector('input[name=statement]');
  }

  private readonly take = (event: SubmitEvent): void => {
    const answer = event.submitter instanceof HTMLButtonElement ? event.submitter.value : '';
    const statement = this.asked?.value ?? '';
    if (answer === '') return;
    const others = this.waiting.filter((vote) => vote.statement !== statement);
    // Nothing to go on with, or nowhere to keep it: the form does it. What waited would come after it and count instead.
    if (this.statements[this.at]?.id !== statement || !this.keep([...others, { statement, answer }])) {
      this.keep(others);
      return;
    }
    event.preventDefault();
    void this.send();
    // What was said when the page came ("you are in") is over with the first answer: no page comes that would drop it.
    document.querySelector('main > .notice[role=status]')?.remove();
    this.show(this.at + 1);
  };

  private show(at: number): void {
    const next = this.statements[at];
    const text = this.querySelector<HTMLElement>('[data-text]');
    if (this.form !== null) this.form.hidden = false;
    this.advance(at - this.at);
    this.at = at;
    if (this.undo !== null) this.undo.hidden = at === 0;
    if (next === undefined || text === null || this.asked === null) return this.leave();
    this.asked.value = next.id;
    text.lang = next.lang;
    text.dir = next.dir;
    text.textContent = next.text;
  }

  private advance(steps: number): void {
    const bar = this.querySelector('progress');
    const counts = this.querySelector('.counts');
    if (bar === null || counts === null) return;
    bar.value += steps;
    counts.textContent = (this.dataset['counts'] ?? '').replace('#', String(bar.value));
  }

  /**
   * All are answered: the page says so, once the server knows, with the way back to the last answer. Until then there is
   * nothing to answer.
   */
  private leave(): void {
    if (this.waiting.length > 0) {
      if (this.form !== null) this.form.hidden = true;
      return;
    }
    const last = this.statements.at(-1)?.id ?? '';
    location.replace(`${location.pathname}?nach=${encodeURIComponent(last)}`);
  }

  private readonly flush = (): void => {
    void this.send();
  };

  private async send(): Promise<void> {
    if (this.isSending || this.waiting.length === 0) return;
    this.isSending = true;
    // Of several tabs one sends at a time, or an older answer could come after a newer one.
    await ('locks' in navigator ? navigator.locks.request(this.key, () => this.sendAll()) : this.sendAll());
    this.isSending = false;
    clearTimeout(this.again);
    if (this.waiting.length > 0) this.again = setTimeout(this.flush, AGAIN_MS);
    else if (this.statements.length > 0 && this.at >= this.statements.length) this.leave();
  }

  /** One after the other, until there is none or one has to be tried again. */
  private async sendAll(): Promise<void> {
    for (let [vote] = this.waiting; vote !== undefined; [vote] = this.waiting) {
      const { statement, answer } = vote;
      const body = new URLSearchParams({ statement, answer });
      const response = await fetch(this.to, { method: 'POST', body, redirect: 'manual' }).catch(() => null);
      if (response === null) return;
      const isTaken = response.type === 'opaqueredirect';
      if (!isTaken && !(await this.isRefused(response.status))) return;
      if (!this.keep(this.waiting.filter((one) => one.statement !== statement || one.answer !== answer))) return;
    }
  }

  /** Whether it is refused for good and all others may still be taken. Everything else is tried again. */
  private async isRefused(status: number): Promise<boolean> {
    if (status === 403) {
      // It has ended. The page says so, and what came too late for it.
      const late = this.waiting.length;
      this.keep([]);
      location.replace(`${this.to.replace(/\/\w+$/, '')}?${new URLSearchParams({ spaet: String(late) }).toString()}`);
      return false;
    }
    if (status !== 404) return status === 400;
    const known = await this.ask();
    // This browser is not in any more: what waits is kept until it has joined again. Otherwise the statement was declined.
    if (known?.status === 404) location.replace(location.pathname);
    return known?.ok === true;
  }

  private readonly press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    if (event.target instanceof Element && event.target.closest('input,textarea,select') !== null) return;
    const answer = ANSWERS[Number(event.key) - 1];
    if (answer !== undefined) this.button(answer)?.click();
    if (event.key === 'Backspace' && this.at > 0) this.show(this.at - 1);
  };

  /** To the end of the line is yes, to its beginning is no, as the buttons stand. */
  private readonly swipe = (event: PointerEvent): void => {
    const { from } = this;
    this.from = null;
    if (from === null || event.pointerType === 'mouse') return;
    const [x, y] = [event.clientX - from.x, event.clientY - from.y];
    if (Math.abs(x) < SWIPE || Math.abs(y) > Math.abs(x) / 2) return;
    const isForward = x > 0 === (document.dir !== 'rtl');
    this.button(isForward ? 'agree' : 'disagree')?.click();
  };

  private button(answer: (typeof ANSWERS)[number]): HTMLButtonElement | null {
    return this.querySelector(`button[name=answer][value=${answer}]`);
  }
}

interface Statement {
  readonly id: string;
  readonly text: string;
  readonly lang: string;
  readonly dir: string;
}

interface Vote {
  readonly statement: string;
  readonly answer: string;
}

/** As the keys 1, 2 and 3 say them. */
const ANSWERS = ['agree', 'disagree', 'pass'] as const;
const AGAIN_MS = 5000;
const SWIPE = 80;

function isVote(value: unknown): value is Vote {
  return typeof value === 'object' && value !== null && 'statement' in value && 'answer' in value;
}

function isStatement(value: unknown): value is Statement {
  return typeof value === 'object' && value !== null && 'id' in value && 'text' in value;
}

customElements.define('swift-vote', SwiftVote);

// A file of its own: without this its names would be those of every island.
export {};
