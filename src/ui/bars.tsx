import type { Words } from '../plain/words.ts';

export interface Bar {
  readonly label: string;
  /** At least 0. */
  readonly value: number;
  /** The figure in words, where the bare number does not say enough. */
  readonly text?: string | undefined;
}

/**
 * Bars in one neutral colour, drawn by the server. They stand in the table that says the
 * same in figures, so nothing has to be read off a picture.
 */
export function Bars({
  words,
  title,
  of,
  value,
  bars,
}: {
  readonly words: Words;
  readonly title: string;
  /** Headers of the two columns: what is counted, and how. */
  readonly of: string;
  readonly value: string;
  readonly bars: readonly Bar[];
}) {
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <table class="bars">
      <caption>{title}</caption>
      <thead class="away">
        <tr>
          <th scope="col">{of}</th>
          <th scope="col">{value}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => {
          const figure = bar.text ?? words.number(bar.value);
          return (
            <tr>
              <th scope="row">{bar.label}</th>
              <td>
                <BarLine value={bar.value} most={most} figure={figure} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** One bar with its figure; `most` is the value that fills the line. */
export function BarLine({
  value,
  most,
  figure,
}: {
  readonly value: number;
  readonly most: number;
  readonly figure: string;
}) {
  return (
    <div class="bar-line">
      <svg class="turns" viewBox="0 0 100 10" preserveAspectRatio="none" role="img">
        <title>{figure}</title>
        <rect width={share(value, most)} height="10" />
      </svg>
      <span>{figure}</span>
    </div>
  );
}

function share(value: number, most: number): string {
  return ((Math.max(0, value) / most) * 100).toFixed(1);
}
