import { html, type Html } from '../../pages/document/html';
import { clustersOf } from '../clusters';
import type { Copies } from '../findCopies';
import type { CopiesTexts } from './texts';

const cell = 230;
const columns = 4;
const radius = 62;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Draws clusters side by side, each on a circle. */
export function graphOf(pairs: readonly Copies[], texts: CopiesTexts): Html {
  const clusters = clustersOf(pairs);
  const places = new Map<string, Point>();
  // A large cluster takes a whole row.
  let [row, column] = [0, 0];
  for (const names of clusters) {
    const spread = Math.max(radius, names.length * 9);
    const isLarge = names.length > 8;
    if (isLarge && column > 0) [row, column] = [row + 1, 0];
    const center = isLarge
      ? { x: (columns * cell) / 2, y: row * cell + spread + 40 }
      : { x: column * cell + cell / 2, y: row * cell + cell / 2 };
    for (const [index, name] of names.entries()) {
      const angle = (2 * Math.PI * index) / names.length - Math.PI / 2;
      places.set(name, { x: center.x + spread * Math.cos(angle), y: center.y + spread * Math.sin(angle) });
    }
    if (isLarge) row += Math.ceil((2 * spread + 80) / cell);
    else [row, column] = column + 1 === columns ? [row + 1, 0] : [row, column + 1];
  }
  const height = (row + (column > 0 ? 1 : 0)) * cell;
  const edges = pairs.map((pair, index) => edgeOf(pair, index + 1, places, texts));
  const nodes = [...places].map(
    ([name, { x, y }]) =>
      html`<g class="node" data-name="${name}"
        ><circle cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" r="7" /><text
          class="strong halo"
          x="${x.toFixed(0)}"
          y="${(y - 12).toFixed(0)}"
          text-anchor="middle"
          >${shortened(name)}</text
        ></g
      >`,
  );
  return html`<svg
    viewBox="0 0 ${columns * cell} ${height}"
    width="${columns * cell}"
    height="${height}"
    role="group"
    aria-labelledby="graph"
  >
    ${edges}${nodes}
  </svg>`;
}

function edgeOf(
  { left, right, similarity }: Copies,
  number: number,
  places: ReadonlyMap<string, Point>,
  texts: CopiesTexts,
): Html {
  const [from, to] = [places.get(left) ?? { x: 0, y: 0 }, places.get(right) ?? { x: 0, y: 0 }];
  const label = `${texts.pair(left, right)}: ${Math.round(100 * similarity)} %`;
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2 + 4];
  return html`<a
    class="edge"
    href="#pair-${number}"
    aria-label="${number}: ${label}"
    data-similarity="${Math.round(100 * similarity)}"
    data-left="${left}"
    data-right="${right}"
    ><line
      x1="${from.x.toFixed(0)}"
      y1="${from.y.toFixed(0)}"
      x2="${to.x.toFixed(0)}"
      y2="${to.y.toFixed(0)}"
      stroke-width="${(1 + 5 * similarity).toFixed(1)}"
    /><text class="halo" x="${x.toFixed(0)}" y="${y.toFixed(0)}" text-anchor="middle">${number}</text></a
  >`;
}

function shortened(name: string): string {
  return name.length > 22 ? `${name.slice(0, 20)}…` : name;
}
