export { contours } from './contours';
export { dots, shapeOf } from './dots';
export { label, type LabelOptions } from './label';
export { line, rule } from './line';
export { gridOf, regions } from './regions';
export { seriesOf, type Series } from './series';
