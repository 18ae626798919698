import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { allWrongTurns, writeWork } from '.';
import { curriculum } from '../../curriculum';
import { ensureBundles } from '../../bundling/bundles';
import { loadFullAssignment } from '../../pipeline/course';
import { gradeSubmission } from '../../pipeline/gradeSubmission';
import { Sandbox } from '../../pipeline/sandbox';
import type { Submission } from '../../pipeline/submission';
import type { Assignment } from '../../pipeline/types';

const root = join(__dirname, '../../..');

describe('a wrong turn', () => {
  const child = [process.execPath, join(root, 'grader', 'bundling', 'runBundle.js'), ensureBundles(root).child];
  const assignments = new Map<string, Assignment>();
  beforeAll(async () => {
    for (const id of new Set(allWrongTurns.map(({ assignment }) => assignment)))
      assignments.set(
        id,
        await loadFullAssignment({ root, engine: root, curriculum }, id, { public: 'a', hidden: 'b' }),
      );
  });

  it.each(allWrongTurns)('should be recognised in $exercise as $mistake', async (turn) => {
    const whole = assignments.get(turn.assignment);
    if (whole === undefined) throw new Error('an assignment that is not loaded');
    const assignment = { ...whole, exercises: whole.exercises.filter(({ name }) => name === turn.exercise) };
    const solution = await readFile(join(root, 'solutions', whole.id, whole.file), 'utf8');
    const text = writeWork(solution, new Map([[turn.exercise, turn]]));
    const found = { status: 'found', directory: '/', base: '', file: whole.file, text } as const;
    const submission: Submission = { name: 'made', directory: '/', files: new Map([[whole.id, found]]) };
    const sandbox = new Sandbox({ command: child, secondsPerExercise: 60 });
    try {
      const score = await gradeSubmission([assignment], submission, sandbox);
      const [exercise] = score.assignments[0]?.exercises ?? [];
      expect(exercise).toMatchObject({ status: 'failed', mistake: { id: turn.mistake } });
      expect(exercise?.score).toBeLessThan(10);
    } finally {
      sandbox.close();
    }
  });
});
