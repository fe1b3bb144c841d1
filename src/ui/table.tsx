import type { Child } from 'hono/jsx';

export interface Column<Row> {
  readonly label: string;
  readonly cell: (row: Row) => Child;
  /** Figures stand at the end of the line, digits below digits. */
  readonly numeric?: boolean;
  /** True for few short words that are never broken within: a day, a role, a button. */
  readonly short?: boolean;
  /** True for the column that names the row. */
  readonly names?: boolean;
}

/**
 * A table with headers. Where it is narrow each row becomes a block with the headers
 * in front of the cells; the roles are written out because `display: block` takes them away.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  quietCaption,
}: {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** True where a heading right above says the same: the caption is then only read out. */
  readonly quietCaption?: boolean;
}) {
  return (
    <table class="table" role="table">
      <caption class={quietCaption === true ? 'away' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ label, numeric }) => (
            <th scope="col" role="columnheader" class={numeric === true ? 'numeric' : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row">
            {columns.map((column) => (
              <Cell column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const { label, cell, numeric, short, names } = column;
  if (names === true)
    return (
      <th scope="row" role="rowheader">
        {cell(row)}
      </th>
    );
  return (
    <td role="cell" data-label={label} class={numeric === true ? 'numeric' : short === true ? 'short' : undefined}>
      {cell(row)}
    </td>
  );
}
