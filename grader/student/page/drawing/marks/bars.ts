import type { Frame } from '../frame';
import { svg, type Svg } from '../svg';
import type { Series } from './series';

/** Bars from 0, one at each integer; several sets are side by side. Non-finite values have no bar. */
export function bars(
  frame: Frame,
  values: readonly number[],
  series: Series,
  place: { readonly index: number; readonly of: number } = { index: 0, of: 1 },
): Svg {
  const step = frame.x(1) - frame.x(0);
  const width = (step * 0.7) / place.of;
  const bar = (value: number, at: number): Svg | false => {
    if (!Number.isFinite(value)) return false;
    const [zero, end] = [frame.y(0), Math.max(frame.top - 5, Math.min(frame.bottom + 5, frame.y(value)))];
    const x = frame.x(at) - step * 0.35 + place.index * width;
    return svg`<rect class="bar" x="${x}" y="${Math.min(zero, end)}" width="${width - 1}" height="${Math.max(1, Math.abs(end - zero))}" rx="2"/>`;
  };
  return svg`<g class="bars series-${series}">${values.map(bar)}</g>`;
}
