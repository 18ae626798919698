/** Drawings: pure functions from data to SVG, in Node and in the browser. */
export { drawChart, drawing, type Chart, type ChartOptions, type Drawing } from './chart';
export { extentOf, logExtentOf, type Axis, type Frame, type Point } from './frame';
export * from './marks';
export { stack } from './stack';
export { standalone } from './standalone';
export { Svg, svg, type SvgPart } from './svg';
export { colorsFor, drawingColors, drawingStyle, type Scheme } from './theme';
