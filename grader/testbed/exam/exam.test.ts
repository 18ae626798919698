import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { curriculum } from '../../curriculum';
import { compileMutant, guardLoops, LoopGuard } from '../../author/mutants';
import { loadSpec } from '../../pipeline/course';
import { courseIds, describeOf } from '../course/ofCourse';
import { questionsFile, readQuestions, withQuestion } from './readQuestions';

const root = join(__dirname, '../../..');

describe('the exam', () => {
  it.each(courseIds.filter((id) => existsSync(questionsFile(root, id))))(
    'should have at least two questions per exercise in each half: %s',
    async (id) => {
      const { spec } = await loadSpec({ root, engine: root, curriculum }, id);
      const questions = await readQuestions(root, id);
      for (const { name, costly, mistakes } of spec.exercises) {
        if (costly !== undefined) continue;
        const own = questions.filter(({ exercise }) => exercise === name);
        // New exercises have none yet.
        if (own.length === 0) continue;
        for (const isHeldOut of [false, true])
          expect(own.filter((one) => one.isHeldOut === isHeldOut).length).toBeGreaterThanOrEqual(2);
        const known = new Set(mistakes.map((mistake) => mistake.id));
        const gone = own
          .flatMap(({ names }) => names.flatMap((one) => one.split(' + ')))
          .filter((one) => !known.has(one));
        expect(gone.filter((one) => !genericMistakes.has(one))).toEqual([]);
      }
      expect(new Set(questions.map(({ exercise, what }) => `${exercise}: ${what}`)).size).toBe(questions.length);
    },
  );
});

describeOf('06-optimizers')('withQuestion', () => {
  it('should replace the solution’s function, for its neighbours too', async () => {
    const [id, question] = ['06-optimizers', 'biasCorrection'] as const;
    const solution = await readFile(join(root, 'solutions', id, 'optimizers.ts'), 'utf8');
    const source = `function biasCorrection() { throw new Error('asked'); }`;
    const text = withQuestion(solution, { exercise: question, what: '', names: [], source, isHeldOut: false });
    const { biasCorrection, adamStep } = (await compileMutant(guardLoops(text)))(new LoopGuard(1000));
    expect(biasCorrection).toThrow('asked');
    expect(adamStep).toBeInstanceOf(Function);
  });
});

/** Generic mistakes, which describe how numbers relate to the correct ones. */
const genericMistakes = new Set([
  'absolute-value',
  'argument-for-divisor',
  'argument-for-factor',
  'constant-added',
  'constant-factor',
  'rounded',
  'sign-turned',
]);
