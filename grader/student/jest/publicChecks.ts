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
import { checkAssignment } from '../checking';
import { awaitedRuns } from './awaitedRuns';
import { problemsBeforeRunning, type BeforeRunning } from './problemsBeforeRunning';
import { runExercise } from './runExercise';
import { messageOnly } from './messageOnly';
import { isDoubtful, loadSubmission, refuse } from './submissionFile';
import { publicAssignment, seconds, testedFolder } from './tested';
import { nameOfFileTest } from './testNames';
import { watchForHang } from './watchForHang';
import { withoutJest } from './withoutJest';

/** Messages are in the reader's language; names of tests are English everywhere, since `-t` and CI go by them. */
const texts = textsFor(languageOf(process.env).language);

/**
 * Declares one Jest test a check, on the public cases: what is still to do is a todo, what is not known yet is
 * skipped.
 *
 * @param id - the assignment, `03-losses`
 * @param load - loads the module that exports its functions; none where there are questions alone
 */
export function publicChecks(id: string, load: () => object = () => ({})): void {
  const assignment = publicAssignment(id);
  const folder = testedFolder(id);
  const submission = loadSubmission(load);
  const answers = answersTo(assignment, folder);
  // Questions need no code that loads.
  const asked = assignment.exercises.filter(({ name }) => submission.status === 'loaded' || answers.runs.has(name));
  const exports = submission.status === 'loaded' ? submission.exports : {};
  const run = (exercise: Exercise): ExerciseRun =>
    answers.runs.get(exercise.name) ?? awaitedRuns.get(exercise.name) ?? runExercise(exercise, exports, seconds);
  const results = withoutJest(() => checkAssignment({ exercises: asked }, run));
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
  const free = watchForHang(seconds, `\n${lines.join('\n  ')}\n`)();
  // It is over whether Jest comes to this or not: where all tests are left out, hooks are too.
  beforeAll(() => free);
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
  /** Those that all exercises of the file have in common. */
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

/** What keeps a function from running fails all its checks, and is the same each time; other reasons are a check's own. */
function reasonOf({ check, finding }: ScoredCheck, problem: ExerciseProblem | undefined): string {
  if (problem !== undefined) return problem.status;
  if (finding?.id !== 'throws') return check.id;
  const { name, message, place } = finding.error;
  return JSON.stringify([name, message, place?.line]);
}
