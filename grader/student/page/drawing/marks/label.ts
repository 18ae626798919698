import { placeOf, type Frame, type Point } from '../frame';
import { svg, type Svg } from '../svg';

export interface LabelOptions {
  readonly dx?: number;
  readonly dy?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly className?: string;
}

/** Text at a point, readable on any background, aligned inwards near the sides. */
export function label(frame: Frame, text: string, point: Point, options: LabelOptions = {}): Svg | undefined {
  const place = placeOf(frame, point);
  if (place === undefined) return undefined;
  const { dx = 0, dy = 0, className = '' } = options;
  const half = 4 * text.length;
  const x = Math.max(frame.left, Math.min(frame.right, place[0] + dx));
  const anchor = options.anchor ?? (x > frame.right - half ? 'end' : x < frame.left + half ? 'start' : 'middle');
  const y = Math.max(frame.top + 10, Math.min(frame.bottom - 4, place[1] + dy));
  return svg`<text class="label ${className}" x="${x}" y="${y}" text-anchor="${anchor}">${text}</text>`;
}
