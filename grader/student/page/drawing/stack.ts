import { drawing, type Drawing } from './chart';
import { svg } from './svg';

/** Several drawings side by side as one image, for a handout or a file. */
export function stack(
  options: { readonly id: string; readonly title: string; readonly description: string; readonly columns?: number },
  drawings: readonly Drawing[],
): Drawing {
  const columns = Math.min(options.columns ?? drawings.length, drawings.length);
  const width = Math.max(...drawings.map((one) => one.width));
  const height = Math.max(...drawings.map((one) => one.height));
  return drawing(
    { ...options, width: width * columns, height: height * Math.ceil(drawings.length / columns) },
    drawings.map(({ content }, index) => {
      const [x, y] = [(index % columns) * width, Math.floor(index / columns) * height];
      return svg`<g transform="translate(${x} ${y})">${content}</g>`;
    }),
  );
}
