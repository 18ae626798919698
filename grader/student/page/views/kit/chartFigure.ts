import { drawChart, type Chart, type ChartOptions } from '../../drawing';
import type { Figure } from './definition';

/** A figure with one chart, and its interactions. */
export function chartFigure<State>(
  options: ChartOptions,
  act?: (chart: Chart) => Pick<Figure<State>, 'handles' | 'press'>,
): Figure<State> {
  const chart = drawChart(options);
  return { id: options.id, title: options.title, drawing: chart, ...act?.(chart) };
}
