import { formatNumber } from '../../../../pipeline/words/formatNumber';
import { coupling, directions, type PenaltyPath } from '../../computations/decay';
import { contours, dots, label, line, rule, svg, type ChartOptions, type Frame, type Point } from '../../drawing';
import { chartFigure, limited, type Figure, type Slot, valueOf } from '../kit';
import { nearest, type DecayScene, type DecayState } from './state';

const domain = { x: [-1, 2.5], y: [-1, 1.8] } as const;

/** Where the penalized loss is lowest, and what each penalty likes as much. */
export function shapes({ data: { l1, l2 }, state, texts }: DecayScene, slot: Slot): Figure<DecayState> {
  const { center, penalty } = state;
  const options: ChartOptions = {
    ...{ ...slot, id: 'decay-shapes', title: texts.shapes },
    x: { label: 'w₁', domain: domain.x },
    y: { label: 'w₂', domain: domain.y },
    marks: (frame) => [
      contours(frame, ([x, y]) => lossAt(x - center[0], y - center[1]), [0.05, 0.3, 0.8, 1.6, 3, 5, 8]),
      rule(frame, { x: 0 }),
      rule(frame, { y: 0 }),
      shape(frame, valueOf(l1), 1, penalty, 5),
      shape(frame, valueOf(l2), 2, penalty, 1),
    ],
    above: (frame) => label(frame, texts.lowest, center, { dy: -18 }),
  };
  const text = texts.center(formatNumber(center[0], 3), formatNumber(center[1], 3));
  return chartFigure(options, (chart) => ({
    handles: [
      {
        ...{ id: 'center', chart, label: text, at: center, step: [0.05, 0.05] },
        move: (now, [x, y]) => ({ ...now, center: [limited(x, domain.x), limited(y, domain.y)] }),
      },
    ],
  }));
}

/** The path over λ, the best weights at the chosen λ, and the level set of the penalty through them. */
function shape(
  frame: Frame,
  path: PenaltyPath | undefined,
  power: 1 | 2,
  lambda: number,
  series: 1 | 5,
): ReturnType<typeof svg> | undefined {
  const best = path?.weights[nearest(lambda)];
  if (path === undefined || best === undefined) return undefined;
  const angle = ((Math.atan2(best[1], best[0]) / (2 * Math.PI) + 1) % 1) * directions;
  const size = Math.hypot(...best) ** power * (path.around[Math.round(angle) % directions] ?? NaN);
  const ring = Array.from({ length: directions + 1 }, (_, index): Point => {
    const radius = (size / (path.around[index % directions] ?? NaN)) ** (1 / power);
    const turn = (2 * Math.PI * index) / directions;
    return [radius * Math.cos(turn), radius * Math.sin(turn)];
  });
  return svg`${line(frame, ring, `series-${series} thin`)}${line(frame, path.weights, `series-${series} dotted`)}${dots(frame, [best], series, 80, 'ringed')}`;
}

function lossAt(dx: number, dy: number): number {
  return 0.5 * (dx * dx + 3 * dy * dy + 2 * coupling * dx * dy);
}
