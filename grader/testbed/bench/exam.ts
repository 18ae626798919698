/**
 * Names that grading gives to the exam's wrong functions (`grader/testbed/exam/questions`), which are written as by
 * students, courses and libraries. *Named* functions get a correct name, *misnamed* ones another. Functions whose shape,
 * type, error or leak shows the mistake are *evident*. Every second question of an exercise is held out.
 *
 *     npm run bench -- exam [ID]… [--list] [--all]
 *
 * `--list` shows the questions without a name; with `--all` also those of the held-out half.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileMutant, guardLoops, LoopGuard } from '../../author/mutants';
import { scoreFunction } from '../../author/validate/runFunction';
import { curriculum } from '../../curriculum';
import { prepareAssignment, readCourse } from '../../pipeline/course';
import { loadSpec } from '../../pipeline/course/loadSpec';
import { readQuestions, withQuestion, type Question } from '../exam';
import { nameOf } from './naming/nameOf';

type Verdict = 'named' | 'evident' | 'unnamed' | 'misnamed' | 'full';
type Counts = Record<Verdict, number>;

const maxRounds = 1e5;

async function main(): Promise<void> {
  const flag = { type: 'boolean', default: false } as const;
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { list: flag, all: flag } });
  const root = process.cwd();
  const course = await readCourse(root);
  const ids = course.assignments.filter((id) => positionals.length === 0 || positionals.includes(id));
  const sums = { open: none(), heldOut: none() };
  const rows: string[] = [];
  for (const id of ids) {
    const { spec } = await loadSpec({ root, engine: root, curriculum }, id);
    const solution = await readFile(join(root, 'solutions', id, spec.file), 'utf8');
    const assignment = await prepareAssignment(spec, { public: course.publicSeed, hidden: 'exam' }, '');
    const counts = { open: none(), heldOut: none() };
    for (const question of await readQuestions(root, id)) {
      const exercise = assignment.exercises.find(({ name }) => name === question.exercise);
      if (exercise === undefined) throw new Error(`${id} has no exercise ${question.exercise}`);
      const compiled = await compileMutant(guardLoops(withQuestion(solution, question)));
      const make = () => compiled(new LoopGuard(maxRounds))[question.exercise] ?? (() => undefined);
      const result = await nameOf(exercise, make);
      const { score, maxScore } = await scoreFunction(exercise, make);
      const name = result.isRight ? undefined : result.name;
      const verdict = verdictOn(question, { isFull: score === maxScore, needsName: !result.isRight, name });
      for (const half of [counts, sums]) half[question.isHeldOut ? 'heldOut' : 'open'][verdict] += 1;
      if (values.list && verdict !== 'named' && (values.all || !question.isHeldOut))
        console.log(`${id} ${question.exercise}: ${question.what} · ${verdict} · ${name ?? ''} · ${score}/${maxScore}`);
    }
    rows.push(rowOf(id, counts));
  }
  console.log(`| assignment |${' named | of | evident | misnamed | full marks |'.repeat(2)}`);
  console.log(`| --- |${' ---: | ---: | ---: | ---: | ---: |'.repeat(2)}`);
  for (const row of rows) console.log(row);
  if (ids.length > 1) console.log(rowOf('all', sums));
}

const none = (): Counts => ({ named: 0, evident: 0, unnamed: 0, misnamed: 0, full: 0 });

interface Graded {
  readonly isFull: boolean;
  readonly needsName: boolean;
  readonly name: string | undefined;
}

function verdictOn({ names }: Question, { isFull, needsName, name }: Graded): Verdict {
  if (isFull) return 'full';
  if (name !== undefined) return names.includes(name) ? 'named' : 'misnamed';
  return needsName ? 'unnamed' : 'evident';
}

/** The open half, then the held-out one; percentages are of functions that need a name. */
function rowOf(id: string, counts: Readonly<Record<'open' | 'heldOut', Counts>>): string {
  const cells = [counts.open, counts.heldOut].flatMap(({ named, evident, unnamed, misnamed, full }) => {
    const all = named + unnamed + misnamed + full;
    return [
      all === 0 ? '–' : `${((100 * named) / all).toFixed(0)} %`,
      `${all}`,
      `${evident}`,
      `${misnamed}`,
      `${full}`,
    ];
  });
  return `| ${id} | ${cells.join(' | ')} |`;
}

void main();
