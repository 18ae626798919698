import { picturesIn, samePicture, withPictures } from './handoutPlaces';
import type { PictureForHandout } from './drawPictures';

const begin = '<!-- picture valley: written by `grader generate` -->\n';
const end = '<!-- end of picture -->';
const picture = { name: 'valley', file: 'pictures/valley.svg', text: 'SGD is at [0, 1].', view: 'Descent' };
const drawn = picture as PictureForHandout;

describe('places for pictures in a handout', () => {
  it('should contain the picture, its text, and its view', () => {
    const handout = `# A\n\n${begin}${end}\n\nMore.\n`;
    expect(picturesIn(handout)).toEqual(['valley']);
    const once = withPictures(handout, [drawn], 'en');
    expect(once).toBe(
      `# A\n\n${begin}\n![SGD is at \\[0, 1\\].](pictures/valley.svg)\n\n` +
        `Move it yourself, with your own functions: \`npm run play\`, *Descent*.\n\n${end}\n\nMore.\n`,
    );
    expect(withPictures(once, [drawn], 'en')).toBe(once);
  });

  it('should not change a handout without any', () => {
    expect(picturesIn('# A\n')).toEqual([]);
    expect(withPictures('# A\n', [], 'zh')).toBe('# A\n');
  });
});

describe('samePicture', () => {
  it('should only ignore differently rounded coordinates', () => {
    const present = '<path d="M10.2 3L4 5"/><text>SGD</text>';
    expect(samePicture(present, present.replace('10.2', '10.3'))).toBe(true);
    expect(samePicture(present, present.replace('10.2', '10.4'))).toBe(false);
    expect(samePicture(present, present.replace('SGD', 'Adam'))).toBe(false);
    expect(samePicture('', present)).toBe(false);
  });
});
