import { svg, type Svg } from '../svg';

/** An image of grey values from 0 to 255, row by row, as squares of a given size and position. */
export function pixels(
  values: readonly number[],
  columns: number,
  at: { readonly x: number; readonly y: number; readonly size: number },
): Svg {
  return svg`<g class="pixels" transform="translate(${at.x} ${at.y})">${values.map((value, index) => {
    const grey = Math.max(0, Math.min(255, Math.round(value)));
    const [x, y] = [(index % columns) * at.size, Math.floor(index / columns) * at.size];
    return (
      Number.isFinite(value) &&
      svg`<rect x="${x}" y="${y}" width="${at.size + 0.3}" height="${at.size + 0.3}" fill="${`rgb(${grey},${grey},${grey})`}"/>`
    );
  })}</g>`;
}
