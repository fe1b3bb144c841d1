/**
 * Answers statement after statement without waiting for the network: by buttons, keys or a swipe. What was answered
 * stands in this browser until the server has it; the same answer twice changes nothing, the last one counts.
 * Without this, the form sends each answer by itself.
 */
class SwiftVote extends HTMLElement {
  private statements: Statement[] = [];
  private at = 0;
  private isSending = false;
  private from: { readonly x: number; readonly y: number } | null = null;

  connectedCallback(): void {
    this.addEventListener('submit', this.take);
    this.addEventListener('pointerdown', (event) => (this.from = { x: event.clientX, y: event.clientY }));
    this.addEventListener('pointerup', this.swipe);
    this.undo?.addEventListener('click', () => this.show(this.at - 1));
    // Only with the focus in here: single letters would otherwise be taken from who speaks to the page or reads by keys.
    this.addEventListener('keydown', this.press);
    addEventListener('online', this.flush);
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
    const kept: unknown = JSON.parse(localStorage.getItem(this.key) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isVote) : [];
  }

  private set waiting(votes: Vote[]) {
    if (votes.length === 0) localStorage.removeItem(this.key);
    else localStorage.setItem(this.key, JSON.stringify(votes));
    const told = this.querySelector('[data-waiting]');
    if (told !== null)
      told.textContent = votes.length === 0 ? '' : (this.dataset['waiting'] ?? '').replace('#', String(votes.length));
  }

  private get key(): string {
    return `votes ${this.form?.getAttribute('action') ?? ''}`;
  }

  private async load(): Promise<void> {
    void this.send();
    const response = await fetch(this.dataset['source'] ?? '').catch(() => null);
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

  private get asked(): HTMLInputElement | null {
    return this.querySelector('input[name=statement]');
  }

  private readonly take = (event: SubmitEvent): void => {
    const answer = event.submitter instanceof HTMLButtonElement ? event.submitter.value : '';
    const statement = this.asked?.value ?? '';
    // Nothing to go on with: the form does it.
    if (this.statements[this.at]?.id !== statement || answer === '') return;
    event.preventDefault();
    this.waiting = [...this.waiting.filter((vote) => vote.statement !== statement), { statement, answer }];
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
    if (this.isSending) return;
    this.isSending = true;
    for (let [vote] = this.waiting; vote !== undefined; [vote] = this.waiting) {
      const sent = vote;
      const body = new URLSearchParams({ statement: sent.statement, answer: sent.answer });
      const action = this.form?.getAttribute('action') ?? '';
      const response = await fetch(action, { method: 'POST', body, redirect: 'manual' }).catch(() => null);
      // Taken, or refused for good: what was declined meanwhile, or has ended. Everything else is tried again.
      const isOver =
        response !== null && (response.type === 'opaqueredirect' || [400, 403, 404].includes(response.status));
      if (!isOver) break;
      this.waiting = this.waiting.filter((one) => one.statement !== sent.statement || one.answer !== sent.answer);
    }
    this.isSending = false;
    if (this.waiting.length > 0) setTimeout(() => void this.send(), AGAIN_MS);
    else if (this.statements.length > 0 && this.at >= this.statements.length) this.leave();
  }

  private readonly press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    if (event.target instanceof Element && event.target.closest('input,textarea,select') !== null) return;
    const number = ['1', '2', '3'].indexOf(event.key);
    if (number >= 0) this.button(number)?.click();
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
    this.button(isForward ? 0 : 1)?.click();
  };

  private button(number: number): HTMLButtonElement | undefined {
    return [...this.querySelectorAll<HTMLButtonElement>('button[name=answer]')][number];
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
