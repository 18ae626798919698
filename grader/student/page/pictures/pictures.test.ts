import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tf } from '../../../precision';
import { runComputation } from '../computations';
import { solved, withMistake } from '../testing/students';
import { describeOf } from '../../../testbed/course/ofCourse';
import { digitsFile } from '../testing/digitsFile';
import { handoutPictures, type HandoutPicture } from '.';

const drawWith = (picture: HandoutPicture, student: ReturnType<typeof solved>): ReturnType<HandoutPicture['draw']> =>
  picture.draw('en', (computation, parameters) =>
    Promise.resolve(runComputation(computation, student, tf, parameters)),
  );

describeOf(...handoutPictures.map(({ assignment }) => assignment))('pictures of handouts', () => {
  it('should exist for each assignment', () => {
    const assignments = new Set(handoutPictures.map(({ assignment }) => assignment.slice(0, 2)));
    expect([...assignments]).toEqual(['01', '02', '03', '04', '05', '06', '07', '08', '09']);
  });

  it('should describe what they show, and show what is computed', async () => {
    const picture = handoutPictures.find(({ name }) => name === 'normalization');
    if (picture === undefined) throw new Error('The picture of 09 is gone.');
    const right = await drawWith(picture, solved('09-beyond'));
    expect(right.text).toContain('after batchNorm, means are 0 and 0, and standard deviations 1 and 1.');
    expect(right.drawing.markup.text).toContain(right.text.slice(0, 40));
    const wrong = await drawWith(picture, withMistake(solved('09-beyond'), '09-beyond', 'batchNorm', 'root-forgotten'));
    expect(wrong.text).not.toBe(right.text);
  });
});

describe('the digits of the page', () => {
  it('should be images of the data set without test images', () => {
    expect(readFileSync(join(__dirname, '../computations/digits.json'), 'utf8')).toBe(digitsFile());
  });
});
