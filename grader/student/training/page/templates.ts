import { drawing, pixels, svg, type Drawing } from '../../page/drawing';
import type { JsonTensor } from '../messages';
import type { TrainTexts } from '../texts';

const [scale, gap, columns, heading] = [11, 14, 5, 20];

/** The weights of each class as an image, in the order of the classes. */
export function templatesDrawing({ shape, values }: JsonTensor, { page }: TrainTexts): Drawing {
  const [classes = 0, height = 0, width = 0] = shape;
  const [across, down] = [width * scale + gap, height * scale + heading + gap];
  const size = { width: columns * across - gap, height: Math.ceil(classes / columns) * down - gap };
  return drawing(
    { ...size, id: 'templates', title: page.templates, description: page.templatesSay },
    Array.from({ length: classes }, (_, digit) => {
      const image = values.slice(digit * height * width, (digit + 1) * height * width).map(Number);
      const [x, y] = [(digit % columns) * across, Math.floor(digit / columns) * down];
      return svg`<text class="strong" x="${x}" y="${y + 13}">${page.digit(digit)}</text>${pixels(image, width, { x, y: y + heading, size: scale })}`;
    }),
  );
}
