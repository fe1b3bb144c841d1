/** What the page's JSON says about a task. */
interface Standing {
  readonly done: number;
  readonly total: number | null;
  readonly text: string;
  readonly finished: boolean;
  readonly href?: string;
}

/** Milliseconds between two standings that a screen reader hears; more often would be noise. */
const SPEAK_EVERY = 10_000;

/** Shows how far a task is without loading the page again. When it cannot, the page loads itself as it did before. */
class LiveProgress extends HTMLElement {
  private timer = 0;
  private spokenAt = Date.now();

  connectedCallback(): void {
    void this.ask();
  }

  disconnectedCallback(): void {
    clearTimeout(this.timer);
  }

  private async ask(): Promise<void> {
    const { source, seconds } = this.dataset;
    if (source === undefined) return;
    const standing = await read(source);
    if (standing === null) {
      // The reload of the page was stopped after the first answer, so it has to be asked for here.
      if (this.timer !== 0) this.timer = window.setTimeout(() => location.reload(), 1000 * Number(seconds ?? 5));
      return;
    }
    if (standing.finished) {
      if (standing.href === undefined) location.reload();
      else location.replace(standing.href);
      return;
    }
    await loaded();
    // Takes back the reload that `<meta http-equiv=refresh>` has planned.
    window.stop();
    this.show(standing);
    this.timer = window.setTimeout(() => void this.ask(), 1000);
  }

  private show({ done, total, text }: Standing): void {
    const bar = this.querySelector('progress');
    if (bar !== null && total !== null) {
      bar.max = Math.max(total, 1);
      bar.value = done;
    }
    const counts = this.querySelector('.counts');
    if (counts !== null && counts.textContent !== text) counts.textContent = text;
    const spoken = this.querySelector('[role=status]');
    if (spoken === null || Date.now() - this.spokenAt < SPEAK_EVERY) return;
    spoken.textContent = text;
    this.spokenAt = Date.now();
  }
}

async function loaded(): Promise<void> {
  if (document.readyState === 'complete') return;
  await new Promise((resolve) => {
    window.addEventListener('load', resolve, { once: true });
  });
}

async function read(source: string): Promise<Standing | null> {
  try {
    const answer = await fetch(source, { headers: { accept: 'application/json' } });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null; // no connection: the caller goes on as without this island
  }
}

customElements.define('live-progress', LiveProgress);
