import { drawing, type Drawing } from './chart';
import { svg } from './svg';

/** Height of a drawing's title. */
const heading = 26;

/** Several drawings side by side as one image, each with its title, for a handout or a file. */
export function stack(
  options: { readonly id: string; readonly title: string; readonly description: string; readonly columns: number },
  drawings: readonly Drawing[],
): Drawing {
  const columns = Math.min(options.columns, drawings.length);
  const width = Math.max(...drawings.map((one) => one.width));
  const height = heading + Math.max(...drawings.map((one) => one.height));
  return drawing(
    { ...options, width: width * columns, height: height * Math.ceil(drawings.length / columns) },
    drawings.map(({ title, content }, index) => {
      const [x, y] = [(index % columns) * width, Math.floor(index / columns) * height];
      return svg`<text class="heading" x="${x + 8}" y="${y + 20}">${title}</text><g transform="translate(${x} ${y + heading})">${content}</g>`;
    }),
  );
}
