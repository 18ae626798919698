import { formatNumber } from '../../../pipeline/words/formatNumber';
import type { Axis, Frame } from './frame';
import { svg, type Svg } from './svg';

/** Axis lines, numbers and labels on the left and at the bottom. */
export function drawAxes(frame: Frame, x: Axis, y: Axis): Svg {
  const { left, right, top, bottom } = frame;
  const [across, up] = [ticksOf(x, frame, 'x'), ticksOf(y, frame, 'y')];
  return svg`<g class="axes" aria-hidden="true">
    ${across.map((value) => svg`<path class="grid" d="M${frame.x(value)} ${top}V${bottom}"/>`)}
    ${up.map((value) => svg`<path class="grid" d="M${left} ${frame.y(value)}H${right}"/>`)}
    <path class="axis" d="M${left} ${top}V${bottom}H${right}"/>
    ${across.map((value) => svg`<text x="${frame.x(value)}" y="${bottom + 17}" text-anchor="middle">${written(x, value)}</text>`)}
    ${up.map((value) => svg`<text x="${left - 7}" y="${frame.y(value) + 4}" text-anchor="end">${written(y, value)}</text>`)}
    <text class="name" x="${right}" y="${bottom + 34}" text-anchor="end">${x.label}</text>
    <text class="name" x="${Math.min(left, 8)}" y="${top - 9}">${y.label}</text>
  </g>`;
}

function written({ format, scale }: Axis, value: number): string {
  return format?.(value) ?? (scale === 'log' ? power(value) : formatNumber(value).replace('-', '−'));
}

/** About one number per 80 pixels horizontally, and per 45 vertically. */
export function ticksOf(axis: Axis, frame: Frame, side: 'x' | 'y'): readonly number[] {
  if (axis.ticks !== undefined) return axis.ticks;
  const length = side === 'x' ? frame.right - frame.left : frame.bottom - frame.top;
  const count = Math.max(2, Math.round(length / (side === 'x' ? 80 : 45)));
  if (axis.scale !== 'log') return frame[side].ticks(count);
  const [low, high] = axis.domain.map(Math.log10) as [number, number];
  const every = Math.max(1, Math.ceil((high - low) / count));
  const first = Math.ceil(low / every - 1e-9) * every;
  const powers = Array.from({ length: Math.max(0, Math.floor((high - first) / every + 1e-9) + 1) }, (_, index) => 10 ** (first + index * every)); // prettier-ignore
  // Fewer than two whole powers: round numbers between them.
  return powers.length >= 2 ? powers : frame[side].ticks(count);
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** `10⁻³`; small powers in full. */
function power(value: number): string {
  const exponent = Math.log10(value);
  const whole = Math.round(exponent);
  if (Math.abs(exponent - whole) > 1e-9 || Math.abs(whole) < 4) return formatNumber(value);
  return `10${whole < 0 ? '⁻' : ''}${[...String(Math.abs(whole))].map((digit) => superscripts[Number(digit)]).join('')}`;
}
