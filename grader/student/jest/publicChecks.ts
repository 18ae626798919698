import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { curriculum } from '../../curriculum';
import { readPublicFile } from '../../pipeline/course';
import { en, languageOf, messageOf, problemMessage, textsFor } from '../../pipeline/report';
import type { ScoredCheck, ScoredExercise } from '../../pipeline/score';
import { loadError } from '../../pipeline/sandbox';
import type { ExerciseProblem, Finding } from '../../pipeline/types';
import { checkAssignment } from '../checking';
import { problemsBeforeRunning, type BeforeRunning } from './problemsBeforeRunning';
import { runExercise } from './runExercise';
import { undecodable } from './undecodable';
import { secondsPerFunction } from './secondsPerFunction';
import { watchForHang } from './watchForHang';
import { withinSeconds } from './withinSeconds';

const root = join(__dirname, '../../..');

/** Messages are in the reader's language; names of tests are English everywhere, since `-t` and CI go by them. */
const texts = textsFor(languageOf(process.env).language);

/** Folder that the tests are about, from the Jest project: the skeletons' or the solutions'. */
declare const submissionFolder: 'assignments' | 'solutions';

/** The solutions end, however slow the machine is. */
const seconds = submissionFolder === 'assignments' ? secondsPerFunction(process.env) : undefined;

/**
 * Declares one Jest test a check, on the public cases: what is still to do is a todo, what is not known yet is
 * skipped.
 *
 * @param id - the assignment, `03-losses`
 * @param load - loads the module that exports its functions
 */
export function publicChecks(id: string, load: () => object): void {
  const path = `assignments/${id}/public.json`;
  const assignment = readPublicFile(readFileSync(join(root, path), 'utf8'), path, curriculum);
  const submission = loaded(load, id);
  const results = checkAssignment(assignment, (exercise) => runExercise(exercise, submission, seconds));
  // Once for all checks, and only if one runs.
  let found: ReturnType<Problems> | undefined;
  const problems: Problems = () => (found ??= problemsBeforeRunning(assignment, join(root, submissionFolder, id)));
  describe(id, () => {
    for (const result of results) {
      describe(result.exercise.name, () => {
        const said = new Set<string>();
        for (const check of result.checks) declare(check, result, id, { problems, said });
      });
    }
    afterAll(async () => {
      for (const remark of (await found)?.remarks ?? []) process.stderr.write(`${texts.fileRemark(remark)}\n`);
    });
    if (results.some(({ status }) => status !== 'todo')) endWhereItHangs(id, results);
  });
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
  /** Reasons that were given in full. */
  readonly said: Set<string>;
}

function declare(check: ScoredCheck, result: ScoredExercise, assignment: string, { problems, said }: Shared): void {
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
    const refused = (await problems()).problems.get(result.exercise.name);
    if (refused === undefined && check.status === 'passed') return;
    const reason = reasonOf(check, refused ?? problem);
    if (said.has(reason)) throw messageOnly(texts.asAbove(result.exercise.name));
    said.add(reason);
    if (refused !== undefined) throw messageOnly(problemMessage({ ...result, problem: refused }, options));
    throw messageOnly(check.status === 'failed' ? messageOf(check, result, options) : problemMessage(result, options));
  });
}

/** What keeps a function from running fails all its checks, and is the same each time; other reasons are a check's own. */
function reasonOf({ check, finding }: ScoredCheck, problem: ExerciseProblem | undefined): string {
  if (problem !== undefined) return problem.status;
  if (finding?.id !== 'throws') return check.id;
  const { name, message, place } = finding.error;
  return JSON.stringify([name, message, place?.line]);
}

function loaded(load: () => object, id: string): Readonly<Record<string, unknown>> {
  let submission: object = {};
  if (!withinSeconds(seconds, () => (submission = unlessUnreadable(load, id)))) {
    const error = loadError({ status: 'timeout', seconds: seconds ?? Infinity }, seconds ?? Infinity);
    throw messageOnly(texts.file({ status: 'does-not-load', error }).join('\n  '));
  }
  return submission as Readonly<Record<string, unknown>>;
}

/** Of a file that is no text the compiler would complain of its letters; grading says what it is. */
function unlessUnreadable(load: () => object, id: string): object {
  try {
    return load();
  } catch (error) {
    const problem = undecodable(join(root, submissionFolder, id));
    throw problem === undefined ? error : messageOnly(texts.file(problem).join('\n  '));
  }
}

// Jest shows an error's stack, which here would lead into the grader and not to the mistake.
function messageOnly(message: string): Error {
  const error = new Error(message);
  error.stack = message;
  return error;
}
