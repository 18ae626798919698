import type { Difference, DrawnTensor } from '../worker/messages';
import { element } from '../views/kit/element';
import type { PageTexts } from './texts';

/** Expected and actual values side by side; differing numbers are marked. */
export function differenceTable({ path, expected, got }: Difference, texts: PageTexts): HTMLElement {
  return element(
    'div',
    { class: 'difference' },
    tensorTable(expected, undefined, `${texts.expected}${path === '' ? '' : ` ${path}`}`, texts),
    tensorTable(got, expected, `${texts.got}${path === '' ? '' : ` ${path}`}`, texts),
  );
}

function tensorTable(
  { shape, rows }: DrawnTensor,
  other: DrawnTensor | undefined,
  title: string,
  texts: PageTexts,
): HTMLElement {
  const isOtherShape = other !== undefined && other.shape.join() !== shape.join();
  const shown = rows.reduce((sum, row) => sum + row.length, 0);
  const isCut = shown < shape.reduce((product, length) => product * length, 1);
  return element(
    'figure',
    {},
    element(
      'figcaption',
      {},
      `${title}, `,
      element('span', { class: isOtherShape ? 'wrong' : '' }, texts.shape(shape)),
      isCut ? `, ${texts.firstOnly}` : '',
    ),
    element(
      'table',
      {},
      element(
        'tbody',
        {},
        ...rows.map((row, i) =>
          element(
            'tr',
            {},
            ...row.map((value, j) => {
              const isWrong = other !== undefined && !isAlike(value, other.rows[i]?.[j]);
              return element('td', { class: isWrong ? 'wrong' : '' }, isWrong ? `≠ ${shortly(value)}` : shortly(value));
            }),
          ),
        ),
      ),
    ),
  );
}

/** As displayed; the check itself is stricter. */
function isAlike(value: number, other: number | undefined): boolean {
  if (other === undefined) return false;
  return Object.is(value, other) || Math.abs(value - other) <= 1e-9 * Math.max(1, Math.abs(value), Math.abs(other));
}

function shortly(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(5))) : String(value);
}
