import { html, type Html, type Part } from './html';

export interface Column {
  readonly name: string;
  /** Right-aligned. */
  readonly numeric?: boolean;
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

function head({ name, numeric = false }: Column, sorted: boolean): Html {
  return html`<th scope="col" ${numeric && html` class="n"`}${sorted && html` aria-sort="ascending"`}>${name}</th>`;
}
