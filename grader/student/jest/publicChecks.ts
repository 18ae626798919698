import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeSource } from '../../pipeline/submission/decodeSource';
import { en, languageOf, messageOf, problemMessage, textsFor } from '../../pipeline/report';
import type * as Questions from '../../pipeline/questions';
import type { AnswerRuns } from '../../pipeline/questions';
import type { ScoredCheck, ScoredExercise } from '../../pipeline/score';
import { withBrokenNeighbours, type ExerciseRun } from '../../pipeline/checks';
import type { Assignment, Exercise, ExerciseProblem, Finding } from '../../pipeline/types';
import { notUtf8 } from '../../pipeline/words/notUtf8';
import { checkAssignment, runExercise } from '../checking';
import { awaitedRuns } from './awaitedRuns';
import { problemsBeforeRunning, type BeforeRunning } from './problemsBeforeRunning';
import { messageOnly } from './messageOnly';
import { realm } from './realm';
import { isDoubtful, loadSubmission, refuse } from './submissionFile';
import { publicAssignment, seconds, testedFolder } from './tested';
import { nameOfFileTest } from './testNames';
import { watchForHang } from './watchForHang';
import { withoutJest } from './withoutJest';

/** Messages are in the reader's language; test names are always English, since `-t` and CI match them. */
const texts = textsFor(languageOf(process.env).language);

/**
 * Declares one Jest test per check, on the public cases: unfinished functions are todos, checks that can't run yet are
 * skipped.
 *
 * @param id - the assignment, `03-losses`
 * @param load - loads the module that exports its functions; absent if there are only questions
 */
export function publicChecks(id: string, load: () => object = () => ({})): void {
  const assignment = publicAssignment(id);
  const folder = testedFolder(id);
  const submission = loadSubmission(load);
  const answers = answersTo(assignment, folder);
  // Questions don't need the code to load.
  const asked = assignment.exercises.filter(({ name }) => submission.status === 'loaded' || answers.runs.has(name));
  const exports = submission.status === 'loaded' ? submission.exports : {};
  const run = (exercise: Exercise): ExerciseRun =>
    answers.runs.get(exercise.name) ?? awaitedRuns.get(exercise.name) ?? runExercise(exercise, exports, seconds, realm);
  const results = withoutJest(() => checkAssignment({ exercises: asked }, run));
  // Once for all checks, and only if one of them runs.
  let found: ReturnType<Problems> | undefined;
  const problems: Problems = () => (found ??= problemsBeforeRunning(assignment, folder));
  describe(id, () => {
    const names = assignment.exercises.map(({ name }) => name);
    const neighbourOf: Shared['neighbourOf'] = async (exercise) =>
      withBrokenNeighbours(results, (await problems()).isCalled).find((one) => one.exercise.name === exercise)
        ?.brokenNeighbour;
    if (submission.status !== 'loaded')
      it(nameOfFileTest('loads', names), async () => refuse(await problems(), assignment.file, submission.error));
    else if (/\.[jt]s$/.test(assignment.file) && isDoubtful(folder, assignment.file))
      it(nameOfFileTest('is one file of', names), async () => refuse(await problems(), assignment.file, undefined));
    const saidOfFile = new Set<string>();
    for (const result of results) {
      describe(result.exercise.name, () => {
        const said = new Set<string>();
        for (const check of result.checks) declare(check, result, id, { problems, neighbourOf, said, saidOfFile });
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

/** The answers to the assignment's questions, as grading reads them. */
function answersTo({ exercises }: Assignment, folder: string): AnswerRuns {
  if (exercises.every(({ question }) => question === undefined)) return { runs: new Map(), remarks: [] };
  // Loaded lazily, since few assignments have questions, and `npm test` should start at once.
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
  // If no function is known to be asynchronous, it may be any function of the file.
  const promising = results
    .filter((result) => result.checks.some(({ finding }) => gotPromise(finding)))
    .map(({ exercise }) => exercise.name);
  const lines = texts.hangs(promising.length === 0 ? [id] : promising, passed, checks.length);
  const free = watchForHang(seconds, `\n${lines.join('\n  ')}\n`)();
  // Don't rely on Jest to run this: if all tests are skipped, so are hooks.
  beforeAll(() => free);
}

function gotPromise(finding: Finding | undefined): boolean {
  return finding !== undefined && 'got' in finding && finding.got === 'a Promise';
}

type Problems = () => Promise<BeforeRunning>;

/** Shared by the checks of one exercise. */
interface Shared {
  readonly problems: Problems;
  /** Failing functions that an exercise calls. */
  readonly neighbourOf: (exercise: string) => Promise<string | undefined>;
  /** Reasons that were already shown in full. */
  readonly said: Set<string>;
  /** Reasons shared by all exercises of the file. */
  readonly saidOfFile: Set<string>;
}

function declare(
  check: ScoredCheck,
  result: ScoredExercise,
  assignment: string,
  { problems, neighbourOf, said: ofExercise, saidOfFile }: Shared,
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
    const said = refused?.status === 'file' ? saidOfFile : ofExercise;
    if (said.has(reason)) throw messageOnly(texts.asAbove(result.exercise.name));
    said.add(reason);
    if (refused !== undefined) throw messageOnly(problemMessage({ ...result, problem: refused }, options));
    const told = { ...result, brokenNeighbour: isQuestion ? undefined : await neighbourOf(result.exercise.name) };
    throw messageOnly(check.status === 'failed' ? messageOf(check, told, options) : problemMessage(told, options));
  });
}

/**
 * A problem that keeps a function from running fails all its checks in the same way; other reasons belong to one check.
 */
function reasonOf({ check, finding }: ScoredCheck, problem: ExerciseProblem | undefined): string {
  if (problem !== undefined) return problem.status;
  if (finding?.id !== 'throws') return check.id;
  const { name, message, place } = finding.error;
  return JSON.stringify([name, message, place?.line]);
}
