import { formatNumber } from '../../../pipeline/words/formatNumber';
import type { Path } from '../../../pipeline/report/pictures';
import { html, type Html } from '../document/html';
import { coordinate } from './numbers';
import { frameOf, heightAt, isDrawable, pointsOf, type Frame, type Place } from './pathFrame';

const ratio = [1.6, 0.8, 0.35, 0.12, 0.03] as const;

export interface PathWords {
  readonly title: string;
  readonly description: string;
  readonly start: string;
  readonly partsHere: string;
}

/** Both paths over the surface's level sets, which are ellipses, with a ring where they part. */
export function drawPath(path: Path, { title, description, start, partsHere }: PathWords, id: string): Html {
  const frame = frameOf(path);
  const { width, height, left, top, right, bottom } = frame;
  const { expected, got, origin } = pointsOf(path);
  const parting = path.partsAt === null ? undefined : [origin, ...expected][path.partsAt - 1];
  const from = heightAt(path, origin);
  return html`<svg
    class="path"
    role="img"
    aria-labelledby="${id}-t ${id}-d"
    width="${width}"
    height="${height}"
    viewBox="0 0 ${width} ${height}"
  >
    <title id="${id}-t">${title}</title>
    <desc id="${id}-d">${description}</desc>
    <clipPath id="${id}-c"><rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}" /></clipPath>
    <g clip-path="url(#${id}-c)">
      ${ratio.map((share) => ellipse(path, frame, share * from))} ${lowest(path, frame)}
      ${line('reference', [origin, ...expected], frame)} ${line('theirs', [origin, ...got], frame)}
      ${expected.map((place) => circle(place, frame))} ${got.map((place) => square(place, frame))}
      ${parting !== undefined && ring(parting, frame)}
    </g>
    <path class="axis" d="M${left} ${top}V${bottom}H${right}" />
    ${ticks(frame)}
    <text x="${right - 4}" y="${bottom - 8}" text-anchor="end">w₁</text>
    <text x="${left + 8}" y="${top + 6}">w₂</text>
    ${label(parting === origin ? `${start}: ${partsHere}` : start, origin, frame, parting === origin ? -17 : -11)}
    ${parting !== undefined && parting !== origin && label(partsHere, parting, frame, 26)}
  </svg>`;
}

function ellipse({ curvatures: [a, b], center }: Path, { x, y, scaleX, scaleY }: Frame, height: number): Html {
  // ½(a·Δ₁² + b·Δ₂²) = height
  const [rx, ry] = [Math.sqrt((2 * height) / a) * scaleX, Math.sqrt((2 * height) / b) * scaleY];
  return html`<ellipse
    class="contour"
    cx="${coordinate(x(center[0]))}"
    cy="${coordinate(y(center[1]))}"
    rx="${coordinate(rx)}"
    ry="${coordinate(ry)}"
  />`;
}

function lowest({ center }: Path, { x, y }: Frame): Html {
  const [cx, cy] = [coordinate(x(center[0])), coordinate(y(center[1]))];
  return html`<path class="lowest" d="M${cx - 6} ${cy}h12M${cx} ${cy - 6}v12" />`;
}

function line(name: string, places: readonly Place[], { x, y }: Frame): Html {
  const drawable = places.slice(0, places.findIndex((place) => !isDrawable(place)) >>> 0);
  const points = drawable.map(([w1, w2]) => `${coordinate(x(w1))},${coordinate(y(w2))}`).join(' ');
  return html`<polyline class="${name}" points="${points}" />`;
}

function circle([w1, w2]: Place, { x, y }: Frame): Html {
  return html`<circle class="at-reference" cx="${coordinate(x(w1))}" cy="${coordinate(y(w2))}" r="5" />`;
}

function square(place: Place, { x, y }: Frame): Html | undefined {
  if (!isDrawable(place)) return undefined;
  return html`<rect
    class="at-theirs"
    x="${coordinate(x(place[0])) - 3.5}"
    y="${coordinate(y(place[1])) - 3.5}"
    width="7"
    height="7"
  />`;
}

function ring([w1, w2]: Place, { x, y }: Frame): Html {
  return html`<circle class="parting" cx="${coordinate(x(w1))}" cy="${coordinate(y(w2))}" r="11" />`;
}

function label(text: string, [w1, w2]: Place, { x, y, left, right }: Frame, below: number): Html {
  const at = coordinate(x(w1));
  const anchor = at > right - 110 ? 'end' : at < left + 110 ? 'start' : 'middle';
  return html`<text class="strong halo" x="${at}" y="${coordinate(y(w2)) + below}" text-anchor="${anchor}"
    >${text}</text
  >`;
}

function ticks({ x, y, left, bottom, ticksX, ticksY }: Frame): Html {
  return html`${ticksX.map((value) => html`<text x="${coordinate(x(value))}" y="${bottom + 18}" text-anchor="middle">${formatNumber(value)}</text>`)}
  ${ticksY.map((value) => html`<text x="${left - 7}" y="${coordinate(y(value)) + 4}" text-anchor="end">${formatNumber(value)}</text>`)}`;
}
