import { drawAxes } from './axes';
import { frameOf, type Axis, type Frame, type Margins } from './frame';
import { svg, type Svg, type SvgPart } from './svg';

export interface ChartOptions {
  /** Unique on its page. */
  readonly id: string;
  readonly title: string;
  /** Says in words, with numbers, what is to be seen. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly x: Axis;
  readonly y: Axis;
  readonly margins?: Partial<Margins>;
  /** What is drawn into the frame, and cut off at its edges. */
  readonly marks: (frame: Frame) => SvgPart;
  /** What is drawn above all, beyond the edges too: names of lines, for example. */
  readonly above?: (frame: Frame) => SvgPart;
  readonly className?: string;
}

/** An image, and what is in it, for images of several. */
export interface Drawing {
  readonly title: string;
  readonly markup: Svg;
  readonly content: Svg;
  readonly width: number;
  readonly height: number;
}

/** A drawing, and where its data lies. */
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

/** An image with a name and a description for those who don't see it. */
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
