import { drawAxes } from './axes';
import { frameOf, type Axis, type Frame, type Margins } from './frame';
import { svg, type Svg, type SvgPart } from './svg';

export interface ChartOptions {
  /** Unique on its page. */
  readonly id: string;
  readonly title: string;
  /** Describes the chart in words, with numbers. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly x: Axis;
  readonly y: Axis;
  readonly margins?: Partial<Margins>;
  /** Content of the frame, clipped at its edges. */
  readonly marks: (frame: Frame) => SvgPart;
  /** Content above everything, not clipped: labels of lines, for example. */
  readonly above?: (frame: Frame) => SvgPart;
  readonly className?: string;
}

/** An image and its content, for images of several charts. */
export interface Drawing {
  readonly title: string;
  readonly markup: Svg;
  readonly content: Svg;
  readonly width: number;
  readonly height: number;
}

/** A drawing, and the frame of its data. */
export interface Chart extends Drawing {
  readonly frame: Frame;
}

const margins: Margins = { left: 50, right: 14, top: 26, bottom: 42 };

/** Axes, and marks between them. */
export function drawChart(options: ChartOptions): Chart {
  const { id, x, y, marks, above } = options;
  const frame = frameOf(options, { ...margins, ...options.margins }, x, y);
  const { left, top, right, bottom } = frame;
  const content = svg`<clipPath id="${id}-c"><rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}"/></clipPath>
    ${drawAxes(frame, x, y)}
    <g clip-path="url(#${id}-c)">${marks(frame)}</g>
    ${above?.(frame)}`;
  return { ...drawing(options, content), frame };
}

/** An image with an accessible name and description. */
export function drawing(
  options: Pick<ChartOptions, 'id' | 'title' | 'description' | 'width' | 'height' | 'className'>,
  parts: SvgPart,
): Drawing {
  const { id, title, description, width, height, className = '' } = options;
  const content = svg`${parts}`;
  const markup = svg`<svg class="drawing ${className}" role="img" aria-labelledby="${id}-t ${id}-d" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"
    ><title id="${id}-t">${title}</title><desc id="${id}-d">${description}</desc>${content}</svg>`;
  return { title, markup, content, width, height };
}
