import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { allMistakeEdits, writeWork } from '.';
import { prepareCourse } from '../studentWork/exerciseGrader';
import { gradeText } from '../studentWork/gradeText';
import { describeOf } from '../course/ofCourse';

const root = join(__dirname, '../../..');
const prepare = prepareCourse({ hidden: 'b' });

describeOf('03-losses', '06-optimizers')('a mistake edit', () => {
  it.each(allMistakeEdits)('should be recognised in $exercise as $mistake', async (edit) => {
    const whole = await prepare(edit.assignment);
    const assignment = { ...whole, exercises: whole.exercises.filter(({ name }) => name === edit.exercise) };
    const solution = await readFile(join(root, 'solutions', whole.id, whole.file), 'utf8');
    const { exercises } = await gradeText(assignment, writeWork(solution, new Map([[edit.exercise, edit]])));
    expect(exercises).toMatchObject([{ status: 'failed', mistake: { id: edit.mistake } }]);
    expect(exercises[0]?.score).toBeLessThan(10);
  });
});
