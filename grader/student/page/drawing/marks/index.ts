export { bars } from './bars';
export { contours } from './contours';
export { dots, shapeOf } from './dots';
export { endLabels } from './endLabels';
export { label, type LabelOptions } from './label';
export { line, rule } from './line';
export { pixels } from './pixels';
export { gridOf, regions } from './regions';
export { seriesOf, type Series } from './series';
