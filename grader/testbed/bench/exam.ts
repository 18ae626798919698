/**
 * How grading names the exam's wrong functions: `grader/testbed/exam/questions`, written the way students, courses and
 * libraries write them. Named is what gets a name that is rightly its own, misnamed what gets another. What its shape,
 * type, error or leaks give away is *told*: the check says it. Of each exercise every second question is held out.
 *
 *     npm run bench -- exam [ID]… [--list] [--all]
 *
 * `--list` shows the questions that are not named, and those of the held-out half only with `--all`.
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

type Verdict = 'named' | 'told' | 'unnamed' | 'misnamed' | 'full';
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
      const said = await nameOf(exercise, make);
      const { score, maxScore } = await scoreFunction(exercise, make);
      const name = said.isRight ? undefined : said.name;
      const verdict = verdictOn(question, { isFull: score === maxScore, needsName: !said.isRight, name });
      for (const half of [counts, sums]) half[question.isHeldOut ? 'heldOut' : 'open'][verdict] += 1;
      if (values.list && verdict !== 'named' && (values.all || !question.isHeldOut))
        console.log(`${id} ${question.exercise}: ${question.what} · ${verdict} · ${name ?? ''} · ${score}/${maxScore}`);
    }
    rows.push(rowOf(id, counts));
  }
  console.log(`| assignment |${' named | of | told | misnamed | full marks |'.repeat(2)}`);
  console.log(`| --- |${' ---: | ---: | ---: | ---: | ---: |'.repeat(2)}`);
  for (const row of rows) console.log(row);
  if (ids.length > 1) console.log(rowOf('all', sums));
}

const none = (): Counts => ({ named: 0, told: 0, unnamed: 0, misnamed: 0, full: 0 });

interface Graded {
  readonly isFull: boolean;
  readonly needsName: boolean;
  readonly name: string | undefined;
}

function verdictOn({ names }: Question, { isFull, needsName, name }: Graded): Verdict {
  if (isFull) return 'full';
  if (name !== undefined) return names.includes(name) ? 'named' : 'misnamed';
  return needsName ? 'unnamed' : 'told';
}

/** Of the open half, then of the one held out; shares are of what needs a name. */
function rowOf(id: string, counts: Readonly<Record<'open' | 'heldOut', Counts>>): string {
  const cells = [counts.open, counts.heldOut].flatMap(({ named, told, unnamed, misnamed, full }) => {
    const all = named + unnamed + misnamed + full;
    return [all === 0 ? '–' : `${((100 * named) / all).toFixed(0)} %`, `${all}`, `${told}`, `${misnamed}`, `${full}`];
  });
  return `| ${id} | ${cells.join(' | ')} |`;
}

void main();
