import type { HeatMap, Path } from '../../../pipeline/report/pictures';

/** Three steps of Adam on ½(x + 1)² + 10(y − ½)², and of a wrong one without bias correction. */
export const adamPath: Path = {
  kind: 'path',
  case: 5,
  label: 'eight steps go down a narrow valley',
  curvatures: [1, 20],
  center: [-1, 0.5],
  start: [3, 1.5],
  expected: [
    [2.6, 1.1],
    [2.2026, 0.71823],
    [1.8096, 0.38027],
  ],
  got: [
    [1.7351, 0.23509],
    [0.1, -0.9],
    [-1.7, -1.1],
  ],
  partsAt: 1,
};

/** A (2, 3) gradient whose second row is twice too large. */
export const gradientMap: HeatMap = {
  kind: 'heatMap',
  case: 2,
  label: null,
  path: 'dW',
  step: null,
  shape: [2, 3],
  block: 1,
  rows: 2,
  columns: 3,
  expected: [0.5, -0.25, 1, 2, -1.5, 0.75],
  got: [0.5, -0.25, 1, 4, -3, 1.5],
  wrong: 3,
  total: 6,
  worst: { index: [1, 0], expected: 2, got: 4 },
  pattern: { id: 'rows', indices: [1] },
};
