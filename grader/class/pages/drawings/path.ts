import { contours, dots, drawChart, label, line, svg, type Frame, type Svg } from '../../../student/page/drawing';
import type { Path } from '../../../pipeline/report/pictures';
import { domainsOf, heightAt, pointsOf, type Place } from './pathFrame';

/** Heights of the level sets, as shares of the height of the start. */
const shares = [1.6, 0.8, 0.35, 0.12, 0.03] as const;

export interface PathWords {
  readonly title: string;
  readonly description: string;
  readonly start: string;
  readonly partsHere: string;
}

/** Draws both paths over the surface's level sets, with a ring where they part. */
export function drawPath(path: Path, { title, description, start, partsHere }: PathWords, id: string): Svg {
  const { expected, got, origin } = pointsOf(path);
  const { x, y } = domainsOf(path);
  const parting = path.partsAt === null ? undefined : [origin, ...expected][path.partsAt - 1];
  const from = heightAt(path, origin);
  const levels = shares.map((share) => share * from);
  return drawChart({
    ...{ id, title, description, width: 560, height: 330, className: 'path', margins: { left: 44, right: 8 } },
    x: { label: 'w₁', domain: x },
    y: { label: 'w₂', domain: y },
    marks: (frame) => [
      contours(frame, (place) => heightAt(path, place), levels),
      lowest(path.center, frame),
      line(frame, [origin, ...expected], 'series-1'),
      line(frame, [origin, ...got], 'series-2 dashed'),
      dots(frame, expected, 1, 78, 'hollow'),
      dots(frame, got, 2, 49),
      parting !== undefined && ring(parting, frame),
    ],
    above: (frame) => [
      label(frame, parting === origin ? `${start}: ${partsHere}` : start, origin, {
        dy: parting === origin ? -17 : -11,
      }),
      parting !== undefined && parting !== origin && label(frame, partsHere, parting, { dy: 26 }),
    ],
  }).markup;
}

function lowest([w1, w2]: Place, { x, y }: Frame): Svg {
  return svg`<path class="target" d="M${x(w1) - 6} ${y(w2)}h12m-6 -6v12"/>`;
}

function ring([w1, w2]: Place, { x, y }: Frame): Svg {
  return svg`<circle class="target" cx="${x(w1)}" cy="${y(w2)}" r="11"/>`;
}
