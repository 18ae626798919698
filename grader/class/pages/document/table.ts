import { html, type Html, type Part } from './html';

export interface Column {
  readonly name: string;
  /** Numbers stand right-aligned. */
  readonly numeric?: boolean;
}

export interface TableParts {
  /** Unique on the page. */
  readonly id: string;
  readonly caption: Part;
  readonly columns: readonly Column[];
  /** Each a `<tr>`. */
  readonly rows: readonly Html[];
  /** The page's script lets its rows be sorted. */
  readonly sortable?: boolean;
  /** Column that the rows are sorted by as they stand. */
  readonly sortedBy?: number;
}

/**
 * A table in a region of its own, which scrolls sideways where the page would have to, and which keyboards can reach.
 */
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
