/**
 * Results of every correct and wrong answer of the course, as JSON. Two states of the grader judge alike if their files
 * differ only in the numbers of passing gradient checks.
 *
 *     node grader/testbed/bench/run.js verdicts FILE [ID]…
 */
import { writeFileSync } from 'node:fs';
import { curriculum } from '../../curriculum';
import { outcomesOf } from '../../author/validate/runFunction';
import { checkOutcomes, withCarriedMistakes } from '../../pipeline/checks';
import { readCourse } from '../../pipeline/course';
import { loadSpec } from '../../pipeline/course/loadSpec';
import { prepareAssignment } from '../../pipeline/course/prepareAssignment';
import type { AssignmentSpec, ExerciseFunction, ExerciseSpec } from '../../pipeline/course/spec';
import { toJson } from '../../pipeline/report';
import { scoreAssignment, totalScore } from '../../pipeline/score';
import type { Assignment, ExerciseResult, Outcomes } from '../../pipeline/types';

type Make = () => ExerciseFunction;

/** Answers to one exercise, by name. */
function answersTo({ reference, alternatives, mistakes }: ExerciseSpec): ReadonlyMap<string, Make> {
  return new Map<string, Make>([
    ['solution', () => reference],
    ['nothing', () => () => undefined],
    ['throws', () => throws],
    ...Object.entries(alternatives).map(([name, run]): [string, Make] => [`alternative ${name}`, () => run]),
    ...mistakes.map(({ id, make }): [string, Make] => [`mistake ${id}`, make]),
  ]);
}

function throws(): never {
  throw new Error('no');
}

/** Grades one exercise with this answer, and exercises built on it with the carried mistake. */
async function grade(spec: AssignmentSpec, assignment: Assignment, name: string, make: Make): Promise<unknown> {
  const makes = new Map<string, Make>([[name, make]]);
  for (const other of spec.exercises) {
    const buildOn = other.buildsOn?.[name];
    if (buildOn !== undefined) makes.set(other.name, () => buildOn(make()));
  }
  const outcomes = new Map<string, Outcomes>();
  const results: ExerciseResult[] = [];
  for (const exercise of assignment.exercises) {
    const run = makes.get(exercise.name);
    if (run === undefined) continue;
    const own = await outcomesOf(exercise, run);
    outcomes.set(exercise.name, own);
    results.push(checkOutcomes(exercise, own));
  }
  const exercises = withCarriedMistakes(results, (one) => outcomes.get(one));
  const score = totalScore([scoreAssignment({ assignment, status: 'graded', problem: undefined, exercises })]);
  const versions = { graderVersion: '', specHash: '', node: '', tfjs: '' };
  return toJson(score, { submission: name, scope: 'full', seedLabel: '', isolation: 'process', ...versions })
    .assignments;
}

async function main([file = 'verdicts.json', ...ids]: readonly string[]): Promise<void> {
  const root = process.cwd();
  const course = await readCourse(root);
  const verdicts: Record<string, unknown> = {};
  const begin = process.cpuUsage();
  for (const id of course.assignments) {
    if (ids.length > 0 && !ids.includes(id)) continue;
    const { spec } = await loadSpec({ root, engine: root, curriculum }, id);
    const assignment = await prepareAssignment(spec, { public: course.publicSeed, hidden: 'verdicts' }, '');
    for (const exercise of spec.exercises) {
      for (const [name, make] of answersTo(exercise))
        verdicts[`${id} ${exercise.name}: ${name}`] = await grade(spec, assignment, exercise.name, make);
      console.log(`${(process.cpuUsage(begin).user / 1e6).toFixed(1).padStart(7)} s  ${id} ${exercise.name}`);
    }
  }
  writeFileSync(file, `${JSON.stringify(verdicts, undefined, 1)}\n`);
}

void main(process.argv.slice(2));
