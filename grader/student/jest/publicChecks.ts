import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeSource } from '../../pipeline/submission/decodeSource';
import { en, languageOf, messageOf, problemMessage, textsFor } from '../../pipeline/report';
import type * as Questions from '../../pipeline/questions';
import type { AnswerRuns } from '../../pipeline/questions';
import type { ScoredCheck, ScoredExercise } from '../../pipeline/score';
import { loadError } from '../../pipeline/sandbox';
import { withBrokenNeighbours, type ExerciseRun } from '../../pipeline/checks';
import type { Assignment, ExerciseProblem, Finding } from '../../pipeline/types';
import { notUtf8 } from '../../pipeline/words/notUtf8';
import { checkAssignment } from '../checking';
import { awaitedRuns } from './awaitedRuns';
import { problemsBeforeRunning, type BeforeRunning } from './problemsBeforeRunning';
import { runExercise } from './runExercise';
import { publicAssignment, seconds, testedFolder } from './tested';
import { nameOfFileTest } from './testNames';
import { watchForHang } from './watchForHang';
import { withinSeconds } from '../../execution/withinSeconds';

/** Messages are in the reader's language; names of tests are English everywhere, since `-t` and CI go by them. */
const texts = textsFor(languageOf(process.env).language);

/**
 * Declares one Jest test a check, on the public cases: what is still to do is a todo, what is not known yet is
 * skipped.
 *
 * @param id - the assignment, `03-losses`
 * @param load - loads the module that exports its functions
 */
export function publicChecks(id: string, load: () => object): void {
  const assignment = publicAssignment(id);
  const folder = testedFolder(id);
  const submission = loaded(load);
  const answers = answersTo(assignment, folder);
  // Questions need no code that loads.
  const asked = assignment.exercises.filter(({ name }) => submission.status === 'loaded' || answers.runs.has(name));
  const results = checkAssignment({ exercises: asked }, (exercise): ExerciseRun => {
    const exports = submission.status === 'loaded' ? submission.exports : {};
    return answers.runs.get(exercise.name) ?? awaitedRuns.get(exercise.name) ?? runExercise(exercise, exports, seconds);
  });
  // Once for all checks, and only if one runs.
  let found: ReturnType<Problems> | undefined;
  const problems: Problems = () => (found ??= problemsBeforeRunning(assignment, folder));
  describe(id, () => {
    const names = assignment.exercises.map(({ name }) => name);
    const neighbourOf: Shared['neighbourOf'] = async (exercise) =>
      withBrokenNeighbours(results, (await problems()).isCalled).find((one) => one.exercise.name === exercise)
        ?.brokenNeighbour;
    if (submission.status !== 'loaded')
      it(nameOfFileTest('loads', names), async () => refuse(await problems(), assignment.file, submission.error));
    else if (isDoubtful(folder, assignment.file))
      it(nameOfFileTest('is one file of', names), async () => refuse(await problems(), assignment.file, undefined));
    for (const result of results) {
      describe(result.exercise.name, () => {
        const said = new Set<string>();
        for (const check of result.checks) declare(check, result, id, { problems, neighbourOf, said });
      });
    }
    afterAll(async () => {
      for (const remark of [...((await found)?.remarks ?? []), ...answers.remarks])
        process.stderr.write(`${texts.fileRemark(remark)}\n`);
    });
    const functions = results.filter(({ exercise }) => exercise.question === undefined);
    if (functions.some(({ status }) => status !== 'todo')) endWhereItHangs(id, functions);
  });
}

/** What was answered to the assignment's questions, as grading reads it. */
function answersTo({ exercises }: Assignment, folder: string): AnswerRuns {
  if (exercises.every(({ question }) => question === undefined)) return { runs: new Map(), remarks: [] };
  // Loaded here, since few assignments have questions, and `npm test` is to start at once.
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- tests are declared before anything can be awaited
  const { runsOf } = require('../../pipeline/questions') as typeof Questions;
  const file = 'answers.yaml';
  if (!existsSync(join(folder, file))) return runsOf(exercises, undefined);
  const text = decodeSource(readFileSync(join(folder, file)))?.text;
  return runsOf(
    exercises,
    text === undefined ? { status: 'unreadable', file, reason: notUtf8 } : { status: 'text', file, text },
  );
}

function endWhereItHangs(id: string, results: readonly ScoredExercise[]): void {
  if (seconds === undefined) return;
  const checks = results.flatMap((result) => result.checks);
  const passed = checks.filter(({ status }) => status === 'passed').length;
  // Where no function is known to be asynchronous, it may be any of the file's.
  const promising = results
    .filter((result) => result.checks.some(({ finding }) => gotPromise(finding)))
    .map(({ exercise }) => exercise.name);
  const lines = texts.hangs(promising.length === 0 ? [id] : promising, passed, checks.length);
  beforeAll(watchForHang(seconds, `\n${lines.join('\n  ')}\n`));
}

function gotPromise(finding: Finding | undefined): boolean {
  return finding !== undefined && 'got' in finding && finding.got === 'a Promise';
}

type Problems = () => Promise<BeforeRunning>;

/** What the checks of one exercise share. */
interface Shared {
  readonly problems: Problems;
  /** What an exercise calls that fails too. */
  readonly neighbourOf: (exercise: string) => Promise<string | undefined>;
  /** Reasons that were given in full. */
  readonly said: Set<string>;
}

function declare(
  check: ScoredCheck,
  result: ScoredExercise,
  assignment: string,
  { problems, neighbourOf, said }: Shared,
): void {
  const name = en.checkName(check.check);
  if (result.status === 'todo') {
    it.todo(name);
    return;
  }
  const { problem } = result;
  if (problem === undefined && check.status === 'skipped') {
    it.skip(`${name} (${check.finding === undefined ? 'skipped' : en.finding(check.finding)[0]})`, () => undefined);
    return;
  }
  it(name, async () => {
    const options = { reader: 'student', assignment, hint: 1, texts } as const;
    const isQuestion = result.exercise.question !== undefined;
    const refused = isQuestion ? undefined : (await problems()).problems.get(result.exercise.name);
    if (refused === undefined && check.status === 'passed') return;
    const reason = reasonOf(check, refused ?? problem);
    if (said.has(reason)) throw messageOnly(texts.asAbove(result.exercise.name));
    said.add(reason);
    if (refused !== undefined) throw messageOnly(problemMessage({ ...result, problem: refused }, options));
    const told = { ...result, brokenNeighbour: isQuestion ? undefined : await neighbourOf(result.exercise.name) };
    throw messageOnly(check.status === 'failed' ? messageOf(check, told, options) : problemMessage(told, options));
  });
}

/** What keeps a function from running fails all its checks, and is the same each time; other reasons are a check's own. */
function reasonOf({ check, finding }: ScoredCheck, problem: ExerciseProblem | undefined): string {
  if (problem !== undefined) return problem.status;
  if (finding?.id !== 'throws') return check.id;
  const { name, message, place } = finding.error;
  return JSON.stringify([name, message, place?.line]);
}

type Loaded =
  | { readonly status: 'loaded'; readonly exports: Readonly<Record<string, unknown>> }
  | { readonly status: 'does-not-load'; readonly error: unknown };

function loaded(load: () => object): Loaded {
  let submission: object = {};
  try {
    if (withinSeconds(seconds, () => (submission = load())))
      return { status: 'loaded', exports: submission as Readonly<Record<string, unknown>> };
  } catch (error) {
    return { status: 'does-not-load', error };
  }
  const error = loadError({ status: 'timeout', seconds: seconds ?? Infinity }, seconds ?? Infinity);
  return { status: 'does-not-load', error: messageOnly(texts.file({ status: 'does-not-load', error }).join('\n  ')) };
}

/**
 * Says of a file what grading says of it, where it can't be graded or is called otherwise. Jest would speak of its own
 * settings.
 *
 * @param file - what the assignment calls it
 * @param error - why it does not load here; undefined where it does
 * @throws in the words of grading, else the error
 */
function refuse({ problems, remarks }: BeforeRunning, file: string, error: unknown): void {
  const [problem] = problems.values();
  if (problem?.status === 'file') throw messageOnly(texts.file(problem.problem).join('\n  '));
  if (error === undefined) return;
  for (const remark of remarks)
    if (remark.id !== 'decoded') throw messageOnly([texts.fileRemark(remark), texts.rightName(file)].join('\n  '));
  // Whatever the student's file threw is thrown on.
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- it need not be an error
  throw error;
}

/** Whether grading may take another file than Jest does: one of the same name but for its ending or its capitals. */
function isDoubtful(folder: string, file: string): boolean {
  const stemOf = (name: string): string => name.toLowerCase().replace(/\.[jt]s$/, '');
  const alike = readdirSync(folder).filter((name) => /\.[jt]s$/i.test(name) && stemOf(name) === stemOf(file));
  return alike.join() !== file;
}

// Jest shows an error's stack, which here would lead into the grader and not to the mistake.
function messageOnly(message: string): Error {
  const error = new Error(message);
  error.stack = message;
  return error;
}
