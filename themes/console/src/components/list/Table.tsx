import "@patternfly/react-styles/css/components/Table/table.css";
import type { ReactNode } from "react";

export interface Column<T> {
  title: string;
  cell: (row: T) => ReactNode;
  /** Whether the cell names the row. */
  names?: boolean;
  /** Whether only screen readers get the title: the cells speak for themselves to the eye. */
  untitled?: boolean;
}

interface Props<T> {
  label: string;
  columns: Column<T>[];
  rows: T[];
  keyOf: (row: T) => string;
}

/** A table; on a narrow screen each row becomes a card. */
export function Table<T>({ label, columns, rows, keyOf }: Props<T>) {
  return (
    <table className="pf-v5-c-table pf-m-compact pf-m-grid-md relais-table" role="table" aria-label={label}>
      <thead className="pf-v5-c-table__thead" role="rowgroup">
        <tr className="pf-v5-c-table__tr" role="row">
          {columns.map((column) => (
            <th key={column.title} className="pf-v5-c-table__th" role="columnheader" scope="col">
              {column.untitled ? <span className="relais-unseen">{column.title}</span> : column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="pf-v5-c-table__tbody" role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} className="pf-v5-c-table__tr" role="row">
            {columns.map((column) =>
              column.names ? (
                <th
                  key={column.title}
                  className="pf-v5-c-table__td"
                  role="rowheader"
                  scope="row"
                  data-label={column.title}
                >
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.title} className="pf-v5-c-table__td" role="cell" data-label={column.title}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
