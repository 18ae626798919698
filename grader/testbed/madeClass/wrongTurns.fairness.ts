import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { allWrongTurns, writeWork } from '.';
import { prepareCourse } from '../studentWork/exerciseOfText';
import { gradeText } from '../studentWork/gradeText';
import { describeOf } from '../course/ofCourse';

const root = join(__dirname, '../../..');
const prepare = prepareCourse({ hidden: 'b' });

describeOf('03-losses', '06-optimizers')('a wrong turn', () => {
  it.each(allWrongTurns)('should be recognised in $exercise as $mistake', async (turn) => {
    const whole = await prepare(turn.assignment);
    const assignment = { ...whole, exercises: whole.exercises.filter(({ name }) => name === turn.exercise) };
    const solution = await readFile(join(root, 'solutions', whole.id, whole.file), 'utf8');
    const { exercises } = await gradeText(assignment, writeWork(solution, new Map([[turn.exercise, turn]])));
    expect(exercises).toMatchObject([{ status: 'failed', mistake: { id: turn.mistake } }]);
    expect(exercises[0]?.score).toBeLessThan(10);
  });
});
