import * as tf from '../../../precision/tfjs';
import * as descent from '../../../descent';
import { describeError } from '../../../execution';
import { Bans, guardTfjs } from '../../../execution/guard';
import { browserCurriculum } from '../../../curriculum/browser';
import { withBrokenNeighbours, type ExerciseRun } from '../../../pipeline/checks';
import { readPublicFile, type Curriculum } from '../../../pipeline/course';
import { withAnswer } from '../../../pipeline/questions';
import { findProblems, placeInStack, usesNeighbour } from '../../../pipeline/submission';
import type { Assignment, Exercise, ExerciseProblem, SourcePlace } from '../../../pipeline/types';
import { askedOnce, checkAssignment, runExercise, runExerciseAsync, type Realm } from '../../checking';
import { computations, type ComputationResult } from '../computations';
import { folderOf } from '../document/settings';
import { describeProblem } from './describeProblem';
import { describeResult } from './describeResult';
import { loadScript, type Exports } from './loadScript';
import { loadSource, scriptName, type Loaded } from './loadSource';
import { checkedAnswers } from './checkedAnswers';
import type { Answer, Request, Stop } from './messages';
import { studentFunctions } from './studentFunctions';

/** What the engine needs from its realm. */
export interface EngineParts {
  /** Texts of `public.json` by assignment, and the lines of the digits; read lazily. */
  readonly checks: (assignment: string) => Promise<string>;
  readonly digits: readonly string[];
  /** Runs a text as a script of this realm. */
  readonly evaluate: (text: string) => void;
  /** Reports the running function, and its time limit in seconds. */
  readonly running: (exercise: string, evaluation: string, seconds: number) => void;
}

/** Time limit of a function in seconds, unless its exercise sets one. */
const secondsPerFunction = 5;

/** Loads, runs and checks the student's functions, in this realm. */
export class Engine {
  readonly #bans = new Bans();
  readonly #modules: Exports;
  readonly #curriculum: Curriculum;
  readonly #loaded = new Map<string, Loaded>();
  readonly #assignments = new Map<string, Assignment>();

  constructor(private readonly parts: EngineParts) {
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
    const loaded = loadSource({ id, assignment, source, stopped }, (code, name) => {
      this.parts.running(id, '', secondsPerFunction);
      return loadScript(this.parts.evaluate, { code, name, modules: this.#modules });
    });
    if ('status' in loaded) return describeProblem(loaded);
    this.#loaded.set(id, loaded);
    return { status: 'loaded' };
  }

  async #assignment(id: string): Promise<Assignment> {
    const known = this.#assignments.get(id);
    if (known !== undefined) return known;
    const name = `assignments/${id}/public.json`;
    const assignment = readPublicFile(await this.parts.checks(id), name, this.#curriculum);
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
    return { status: 'checked', exercises: told.map((result) => describeResult(result, assignment.id, language)) };
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
      // The client ends hanging functions together with this realm.
      within: (_seconds, run) => {
        run();
        return true;
      },
      locate: (stack) => this.#locate(stack),
      before: (name, evaluation) => {
        const stop = stops.find((one) => one.exercise === name && one.evaluation === evaluation);
        if (stop !== undefined) return { status: 'timeout', seconds: stop.seconds };
        this.parts.running(name, evaluation, seconds);
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
    const begins = (exercise: string): void => this.parts.running(exercise, '', secondsPerFunction);
    begins('');
    try {
      const value = computation.run(studentFunctions(this.#loaded, begins), tf, parameters as never);
      return { status: 'ok', value };
    } catch (error) {
      const { name, message, exercise, stack } = describeError(error);
      if (name === 'NotImplementedError') return { status: 'todo', exercise: exercise ?? '' };
      return { status: 'error', message: `${name}: ${message}`, line: this.#locate(stack)?.line };
    }
  }

  #locate(stack: string): SourcePlace | undefined {
    for (const [id, { compiled }] of this.#loaded) {
      const place = placeInStack(compiled, stack, scriptName(id));
      if (place !== undefined) return place;
    }
    return undefined;
  }
}

/** Whether the exercise is so slow that even its first case should only run when it is checked. */
function takesLong({ name, seconds }: Exercise, { compiled }: Loaded): boolean {
  return seconds !== undefined && !new RegExp(`NotImplementedError\\(["']${name}["']`).test(compiled.code);
}

function runOf(runs: ReadonlyMap<string, ExerciseRun>, name: string): ExerciseRun {
  const run = runs.get(name);
  if (run === undefined) throw new Error(`${name} was not run`);
  return run;
}
