import * as tf from '../../../precision/tfjs';
import * as descent from '../../../descent';
import { describeError } from '../../../execution';
import { Bans, guardTfjs } from '../../../execution/guard';
import { browserCurriculum } from '../../../curriculum/browser';
import { withBrokenNeighbours, type ExerciseRun } from '../../../pipeline/checks';
import { readPublicFile, type Curriculum } from '../../../pipeline/course';
import { textsFor } from '../../../pipeline/report';
import { loadError } from '../../../pipeline/sandbox';
import { withAnswer, type AnswersFile } from '../../../pipeline/questions';
import {
  findProblems,
  isFileProblem,
  placeInStack,
  usesNeighbour,
  withoutCode,
  type Compiled,
} from '../../../pipeline/submission';
import type { Assignment, Exercise, ExerciseProblem, FileProblem, SourcePlace } from '../../../pipeline/types';
import { askedOnce, checkAssignment, functionOf, runExercise, runExerciseAsync, type Realm } from '../../checking';
import { computations, type ComputationResult, type StudentFunctions } from '../computations';
import { answersName } from '../../../pipeline/words/answersName';
import { folderOf } from '../document/settings';
import { compileText } from '../compile/compileText';
import { readCompiled } from '../compile/readCompiled';
import { inWords } from './inWords';
import { loadScript, type Exports } from './loadScript';
import { checkedAnswers } from './checkedAnswers';
import type { Answer, Request, Source, Stop } from './messages';

/** What the engine needs of the realm that it is in. */
export interface EngineParts {
  /** Texts of `public.json` by assignment, and the lines of the digits; read when they are first needed. */
  readonly checks: (assignment: string) => Promise<string>;
  readonly digits: readonly string[];
  /** Runs a text as a script of this realm. */
  readonly evaluate: (text: string) => void;
  /** Says what runs now, and how many seconds it may take. */
  readonly running: (exercise: string, evaluation: string, seconds: number) => void;
}

/** Seconds that a function may take, unless its exercise says otherwise. */
const secondsPerFunction = 5;

interface Loaded {
  readonly assignment: Assignment;
  readonly compiled: Compiled;
  readonly exports: Exports;
  /** Of a file of answers, which has no code: its text. */
  readonly answers?: AnswersFile | undefined;
}

/** Holds the student's functions, runs them and checks them, in this realm. */
export class Engine {
  readonly #parts: EngineParts;
  readonly #bans = new Bans();
  readonly #modules: Exports;
  readonly #curriculum: Curriculum;
  readonly #loaded = new Map<string, Loaded>();
  readonly #assignments = new Map<string, Assignment>();

  constructor(parts: EngineParts) {
    this.#parts = parts;
    this.#curriculum = browserCurriculum(parts.digits);
    this.#modules = { '@tensorflow/tfjs': guardTfjs(tf, this.#bans), descent };
  }

  async answer(request: Request): Promise<Answer> {
    switch (request.kind) {
      case 'load':
        return this.#load(request);
      case 'check':
        return this.#check(request);
      case 'answer':
        return { status: 'written', text: withAnswer(request.text, request.name, request.answer) };
      case 'compute':
        return { status: 'computed', result: this.#compute(request.computation, request.parameters) };
    }
  }

  async #load({ assignment: id, source, stopped }: Request & { kind: 'load' }): Promise<Answer> {
    this.#loaded.delete(id);
    const assignment = await this.#assignment(folderOf(id));
    if (source.file.endsWith(answersName)) return this.#loadAnswers(id, assignment, source);
    const compiled = source.status === 'text' ? compileText(source, assignment.exercises) : readCompiled(source);
    if (isFileProblem(compiled)) return notLoaded(compiled);
    if (stopped !== undefined)
      return notLoaded({ status: 'does-not-load', error: loadError({ status: 'timeout', seconds: stopped }, stopped) });
    const name = scriptName(id);
    try {
      this.#parts.running(id, '', secondsPerFunction);
      const exports = loadScript(this.#parts.evaluate, { code: compiled.code, name, modules: this.#modules });
      this.#loaded.set(id, { assignment, compiled, exports });
      return { status: 'loaded' };
    } catch (error) {
      const described = describeError(error);
      return notLoaded({
        status: 'does-not-load',
        error: { ...described, place: placeInStack(compiled, described.stack, name) },
      });
    }
  }

  #loadAnswers(id: string, assignment: Assignment, source: Source): Answer {
    const text = source.status === 'text' ? source.text : (source.sources[0]?.[1] ?? '');
    const compiled = withoutCode(source.file, text);
    this.#loaded.set(id, { assignment, compiled, exports: {}, answers: { status: 'text', file: source.file, text } });
    return { status: 'loaded' };
  }

  async #assignment(id: string): Promise<Assignment> {
    const known = this.#assignments.get(id);
    if (known !== undefined) return known;
    const name = `assignments/${id}/public.json`;
    const assignment = readPublicFile(await this.#parts.checks(id), name, this.#curriculum);
    this.#assignments.set(id, assignment);
    return assignment;
  }

  async #check(request: Request & { kind: 'check' }): Promise<Answer> {
    const { language, exercises: wanted, onlyBegun = false, stops } = request;
    const loaded = this.#loaded.get(request.assignment);
    if (loaded === undefined) return { status: 'checked', exercises: [] };
    const { assignment } = loaded;
    if (loaded.answers !== undefined) return checkedAnswers(assignment, loaded.answers, request);
    const chosen = assignment.exercises
      .filter(({ name, question }) => question === undefined && (wanted?.includes(name) ?? true))
      .filter((exercise) => !onlyBegun || !takesLong(exercise, loaded));
    const problems = findProblems(loaded.compiled, chosen);
    const exercises = onlyBegun ? chosen.map(askedOnce) : chosen;
    const runs = new Map<string, ExerciseRun>();
    for (const exercise of exercises) runs.set(exercise.name, await this.#run(exercise, loaded, problems, stops));
    const results = checkAssignment({ exercises }, ({ name }) => runOf(runs, name));
    const isCalled = (exercise: string, neighbour: string): boolean =>
      usesNeighbour(loaded.compiled, exercise, neighbour);
    const told = withBrokenNeighbours(results, isCalled);
    return { status: 'checked', exercises: told.map((result) => inWords(result, assignment.id, language)) };
  }

  #run(
    exercise: Exercise,
    { exports }: Loaded,
    problems: ReadonlyMap<string, ExerciseProblem>,
    stops: readonly Stop[],
  ): ExerciseRun | Promise<ExerciseRun> {
    const problem = problems.get(exercise.name);
    if (problem !== undefined) return { status: 'not-run', problem };
    const seconds = Math.max(secondsPerFunction, exercise.seconds ?? 0);
    const realm: Realm = {
      bans: this.#bans,
      // What never ends is ended from outside, with this whole realm.
      within: (_seconds, run) => {
        run();
        return true;
      },
      locate: (stack) => this.#locate(stack),
      before: (name, evaluation) => {
        const stop = stops.find((one) => one.exercise === name && one.evaluation === evaluation);
        if (stop !== undefined) return { status: 'timeout', seconds: stop.seconds };
        this.#parts.running(name, evaluation, seconds);
        return undefined;
      },
    };
    return exercise.async === true
      ? runExerciseAsync(exercise, exports, undefined, realm)
      : runExercise(exercise, exports, undefined, realm);
  }

  #compute(id: string, parameters: unknown): ComputationResult<unknown> {
    const computation = computations.find((one) => one.id === id);
    if (computation === undefined) throw new Error(`there is no computation ${id}`);
    this.#parts.running('', '', secondsPerFunction);
    tf.engine().startScope();
    try {
      const value = computation.run(this.#functions(), tf, parameters as never);
      return { status: 'ok', value };
    } catch (error) {
      const { name, message, exercise, stack } = describeError(error);
      if (name === 'NotImplementedError') return { status: 'todo', exercise: exercise ?? '' };
      return { status: 'error', message: `${name}: ${message}`, line: this.#locate(stack)?.line };
    } finally {
      tf.engine().endScope();
    }
  }

  /**
   * The student's functions, which say when another of them begins. Each is there under every name that its exercise
   * ever had, since views ask for the one that they were written with.
   */
  #functions(): StudentFunctions {
    let current = '';
    const watched = (name: string, run: unknown): unknown => {
      if (typeof run !== 'function') return run;
      return (...args: unknown[]): unknown => {
        if (current !== name) this.#parts.running((current = name), '', secondsPerFunction);
        return (run as (...given: unknown[]) => unknown)(...args);
      };
    };
    return Object.fromEntries(
      [...this.#loaded].map(([id, { assignment, exports }]) => {
        const named = assignment.exercises.flatMap((exercise) =>
          [exercise.name, ...(exercise.formerNames ?? [])].map(
            (name) => [name, functionOf(exercise, exports)] as const,
          ),
        );
        const all = Object.entries({ ...Object.fromEntries(named), ...exports });
        return [id, Object.fromEntries(all.map(([name, run]) => [name, watched(name, run)]))];
      }),
    );
  }

  #locate(stack: string): SourcePlace | undefined {
    for (const [id, { compiled }] of this.#loaded) {
      const place = placeInStack(compiled, stack, scriptName(id));
      if (place !== undefined) return place;
    }
    return undefined;
  }
}

/** Whether even the first case is worth waiting for only when the exercise itself is checked. */
function takesLong({ name, seconds }: Exercise, { compiled }: Loaded): boolean {
  return seconds !== undefined && !new RegExp(`NotImplementedError\\(["']${name}["']`).test(compiled.code);
}

function runOf(runs: ReadonlyMap<string, ExerciseRun>, name: string): ExerciseRun {
  const run = runs.get(name);
  if (run === undefined) throw new Error(`${name} was not run`);
  return run;
}

/** What its frames have in stacks; the ending is what marks a student's own. */
function scriptName(assignment: string): string {
  return `${assignment}/submission.js`;
}

/** A problem with a file, in words. */
function notLoaded(problem: FileProblem): Answer {
  return {
    status: 'not-loaded',
    problem,
    lines: { en: textsFor('en').file(problem), zh: textsFor('zh').file(problem) },
  };
}
