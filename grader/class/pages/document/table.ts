import { html, type Html, type Part } from './html';

/** The name of a column; one of numbers is right-aligned. */
export type Column = string | { readonly numeric: string };

export function numeric(...names: readonly string[]): readonly Column[] {
  return names.map((name) => ({ numeric: name }));
}

export interface TableParts {
  /** Unique on the page. */
  readonly id: string;
  readonly caption: Part;
  readonly columns: readonly Column[];
  /** One `<tr>` each. */
  readonly rows: readonly Html[];
  /** Whether the page's script can sort the rows. */
  readonly sortable?: boolean;
  /** The column that the rows are already sorted by. */
  readonly sortedBy?: number;
}

/** A table in its own horizontally scrolling region, which keyboards can focus. */
export function table({ id, caption, columns, rows, sortable = false, sortedBy }: TableParts): Html {
  return html`<div class="scroll" role="group" aria-labelledby="${id}-caption" tabindex="0">
    <table id="${id}" ${sortable && html` data-sortable`}>
      <caption id="${id}-caption">
        <span>${caption}</span>
      </caption>
      <thead>
        <tr>
          ${columns.map((column, index) => head(column, sortable && index === sortedBy))}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div> `;
}

function head(column: Column, sorted: boolean): Html {
  const [name, isNumeric] = typeof column === 'string' ? [column, false] : [column.numeric, true];
  return html`<th scope="col" ${isNumeric && html` class="n"`}${sorted && html` aria-sort="ascending"`}>${name}</th>`;
}
