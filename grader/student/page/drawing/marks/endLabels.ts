import { placeOf, type Frame, type Point } from '../frame';
import { svg, type Svg } from '../svg';
import type { Series } from './series';

const lineHeight = 14;

/** Labels at the right of the frame, next to the ends of lines, moved apart where they would overlap. */
export function endLabels(
  frame: Frame,
  lines: readonly { readonly text: string; readonly series: Series; readonly points: readonly Point[] }[],
): Svg {
  const ends = lines
    .flatMap(({ text, series, points }) => {
      const end = points.map((point) => placeOf(frame, point)).findLast((place) => place !== undefined);
      return end === undefined ? [] : [{ text, series, y: end[1] + 4 }];
    })
    .toSorted((a, b) => a.y - b.y);
  const highest = frame.bottom - lineHeight * (ends.length - 1);
  let next = frame.top + 8;
  const apart = ends.map((end, index) => {
    const y = Math.min(Math.max(end.y, next), highest + lineHeight * index);
    next = y + lineHeight;
    return { ...end, y };
  });
  return svg`${apart.map(({ text, series, y }) => svg`<text class="label series-${series}" x="${frame.right + 6}" y="${y}">${text}</text>`)}`;
}
