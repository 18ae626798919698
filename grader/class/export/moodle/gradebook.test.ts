import { parseSheet } from '../sheet';
import { inputWith } from '../testing/fixture';
import { golden } from '../testing/golden';
import { writeClass } from '../testing/writeClass';
import { moodle } from './gradebook';

describe('moodle', () => {
  it('should match its golden file', () => {
    const { text } = writeClass(moodle, inputWith());
    expect(text).toBe(golden('moodle.csv', text));
  });

  it('should only contain people with a grade', () => {
    const [header, ...rows] = parseSheet(writeClass(moodle, inputWith()).text, 'f').rows.map(({ cells }) =>
      cells.map(({ value }) => value),
    );
    expect(header).toEqual(['ID number', 'Email address', 'Losses', 'Losses feedback', 'Beyond', 'Beyond feedback']);
    expect(rows.map(([id, email, points]) => [id, email, points])).toEqual([
      ['a1', 'a1@x.org', '20'],
      ['b2', 'b2@x.org', '6.75'],
      ['d4', 'd4@x.org', '4'],
      // Only graded in the optional assignment.
      ['e5', 'e5@x.org', ''],
    ]);
  });

  it('should explain the points in the feedback', () => {
    const { text } = writeClass(moodle, inputWith());
    expect(text).toContain(
      'Automatic grading: 7.5 of 20. softmax 7.5 of 10 (failed); hingeLoss 0 of 10 (to do). 1 day late: 0.75 points less.',
    );
    expect(text).toContain('Changed by staff: plus 4 points.');
  });
});
