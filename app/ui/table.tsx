import type { ReactNode } from 'react';

type Column<Row> = { readonly title: string; readonly cell: (row: Row) => ReactNode };

type TableProps<Row> = {
  readonly caption: string;
  /** The first one names the row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
};

/** Rows and columns; where the letters leave no room for columns, each row stands as a card with its titles inside. */
export function Table<Row>({ caption, columns, rows }: TableProps<Row>) {
  return (
    <table className="tableau">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.title} scope="col">
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {columns.map(({ title, cell }, column) =>
              column === 0 ? (
                <th key={title} scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={title} data-titre={title}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
