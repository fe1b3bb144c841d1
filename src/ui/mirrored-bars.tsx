import type { Child } from 'hono/jsx';

export interface MirroredRow {
  readonly label: string;
  /** At least 0; null where a side was not there. */
  readonly values: readonly [number | null, number | null];
  readonly texts: readonly [string, string];
  /** Said below a figure, for the row that matters. */
  readonly beside?: readonly [string, string] | undefined;
  /** True for what is now; the others are smaller. */
  readonly isNow: boolean;
}

/**
 * Two sides and a line between them: bars that grow away from it, drawn by the server in the table that says the same
 * in figures. On a phone a row becomes a block; the roles are written out because `display: grid` takes them away. One neutral colour for each side, no sum, no mark for who has more.
 */
export function MirroredBars({
  title,
  of,
  sides,
  rows,
}: {
  readonly title: Child;
  /** Header of the column that names the rows. */
  readonly of: string;
  readonly sides: readonly [Child, Child];
  readonly rows: readonly MirroredRow[];
}) {
  const most = Math.max(1, ...rows.flatMap(({ values }) => values.map((value) => value ?? 0)));
  return (
    <table class="mirrored" role="table">
      <caption>{title}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            <span class="away">{of}</span>
          </th>
          {sides.map((side) => (
            <th scope="col" role="columnheader">
              {side}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ label, values, texts, beside, isNow }) => (
          <tr role="row" class={isNow ? 'now' : undefined}>
            <th scope="row" role="rowheader">
              {label}
            </th>
            {([0, 1] as const).map((at) => (
              <td role="cell">
                <div class="half">
                  <span>
                    {texts[at]}
                    {beside === undefined ? null : <small>{beside[at]}</small>}
                  </span>
                  <svg class="turns" viewBox="0 0 100 10" preserveAspectRatio="none" role="img">
                    <title>{texts[at]}</title>
                    <Half share={((values[at] ?? 0) / most) * 100} isFirst={at === 0} />
                  </svg>
                </div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Half({ share, isFirst }: { readonly share: number; readonly isFirst: boolean }) {
  return <rect x={isFirst ? (100 - share).toFixed(1) : '0'} width={share.toFixed(1)} height="10" />;
}
