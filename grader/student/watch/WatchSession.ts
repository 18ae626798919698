import { join } from 'node:path';
import type { ScoredAssignment } from '../../pipeline/score';
import type { Checker } from '../checker';
import { takeHint } from '../hints';
import type { Board, Place } from './Board';
import { CheckQueue } from './CheckQueue';
import type { Action } from './keys';
import { resetFunction } from './resetFunction';
import { screenOf, type Terminal, type View } from './screen';

/** Dependencies of a session. */
export interface WatchOptions {
  readonly board: Board;
  readonly checker: Pick<Checker, 'check' | 'interrupt'>;
  readonly terminal: () => Terminal;
  /** Replaces the screen. */
  readonly draw: (lines: readonly string[]) => void;
  readonly open: (place: { readonly path: string; readonly line: number }) => Promise<string | undefined>;
  /** For the names of saved files. */
  readonly now: () => Date;
}

/** The session of `npm run watch`: checks saved files, handles keys, and draws results. */
export class WatchSession {
  readonly #queue: CheckQueue;
  readonly #typeErrors = new Map<string, readonly string[]>();
  #id: string;
  #focus: Place | undefined;
  #only: Place | undefined;
  #advice: string | undefined;
  #showsList = false;
  #mayReset: Place | undefined;
  /** Whether the focused function was chosen by a key. */
  #isChosen = false;

  constructor(private readonly options: WatchOptions) {
    const { board, checker } = options;
    this.#id = board.assignments[0]?.id ?? '';
    this.#queue = new CheckQueue({
      assignments: board.assignments,
      checker,
      onlyIn: (id) => (this.#only?.id === id ? this.#only.name : undefined),
      take: (scored, running) => {
        this.#take(scored, running);
      },
      allTaken: () => {
        this.#showFirst();
      },
    });
  }

  /** Rechecks assignments. Resolves when the queue is empty. */
  saved(...ids: readonly string[]): Promise<void> {
    return this.#queue.saved(ids);
  }

  /** Stops checking. */
  end(): void {
    this.#queue.end();
  }

  /** Handles type errors of an assignment. */
  readonly typesChecked = (id: string, errors: readonly string[]): void => {
    const before = this.#typeErrors.get(id) ?? [];
    this.#typeErrors.set(id, errors);
    if (id === this.#id && before.join('\n') !== errors.join('\n') && !this.#queue.isChecking) this.#draw([]);
  };

  /** @returns whether the session continues */
  async press(action: Action): Promise<boolean> {
    const { board, terminal } = this.options;
    const { own } = terminal();
    const reset = this.#mayReset;
    this.#mayReset = undefined;
    switch (action) {
      case 'quit':
        return false;
      case 'list':
        this.#showsList = !this.#showsList;
        this.#draw([]);
        return true;
      case 'all':
        this.#only = undefined;
        await this.saved(...board.assignments.map(({ id }) => id));
        return true;
      case 'next':
        this.#goTo(board.next(this.#id, this.#focus));
        this.#isChosen = true;
        this.#draw([]);
        return true;
      default:
        if (this.#focus === undefined) this.#draw([own.nothingOpen]);
        else await this.#act(action, this.#focus, reset);
        return true;
    }
  }

  async #act(action: 'hint' | 'only' | 'reset' | 'open', focus: Place, reset: Place | undefined): Promise<void> {
    const { board, terminal, open, now } = this.options;
    const { root, own, texts } = terminal();
    const result = board.resultOf(focus);
    const { file = '' } = board.assignments.find(({ id }) => id === focus.id) ?? {};
    switch (action) {
      case 'hint': {
        if (result === undefined) return;
        this.#advice = (await takeHint(root, result, { assignment: focus.id, file, texts })).text;
        this.#draw([]);
        return;
      }
      case 'only':
        this.#only = focus;
        await this.saved(focus.id);
        return;
      case 'open': {
        const asked = result?.exercise.question === undefined ? file : 'answers.yaml';
        const problem = await open({ path: join(root, 'assignments', focus.id, asked), line: this.#lineOf(focus) });
        this.#draw(problem === undefined ? [] : [problem]);
        return;
      }
      case 'reset': {
        if (reset !== focus) {
          this.#mayReset = focus;
          this.#draw([own.resetAgain(focus.name)]);
          return;
        }
        const stamp = now().toISOString().replace(/[:.]/g, '-');
        const done = await resetFunction(root, { ...focus, file }, stamp);
        const { name } = focus;
        this.#draw([
          done.status === 'reset'
            ? own.wasReset(name, done.kept)
            : done.status === 'not-found'
              ? own.noReset(name)
              : own.noSkeleton(name),
        ]);
      }
    }
  }

  /** The place to open in a function's file: its error, else its start. */
  #lineOf(focus: Place): number {
    const { problem } = this.options.board.resultOf(focus) ?? {};
    if (problem?.status === 'throws') return problem.error.place?.line ?? 1;
    if (problem?.status === 'answers') return problem.line ?? 1;
    return problem?.status === 'forbidden-call' ? (problem.place?.line ?? 1) : 1;
  }

  /** With several failures, show the first one, not the latest. */
  #showFirst(): void {
    const { board } = this.options;
    const broken = board.assignments.find(({ id }) => board.problemOf(id) !== undefined);
    this.#goTo(broken === undefined ? board.next(undefined) : undefined);
    if (broken !== undefined) this.#id = broken.id;
    this.#draw([]);
  }

  #take(scored: ScoredAssignment, running: readonly string[]): void {
    const { board, terminal } = this.options;
    const { own } = terminal();
    const fixed = board.take(scored);
    const { id } = scored.assignment;
    // A function chosen by key stays focused until it passes; otherwise the first failing function of the file.
    const status = this.#isChosen && this.#focus?.id === id ? board.resultOf(this.#focus)?.status : 'passed';
    if (status === 'passed') this.#goTo(board.next(id));
    this.#id = id;
    this.#advice = undefined;
    this.#draw([
      ...(fixed.length === 0 ? [] : [`✓ ${own.done(fixed.map(({ name }) => name).join(', '))}`]),
      ...(running.length === 0 ? [] : [own.running(running.join(', '))]),
      ...(this.#only === undefined ? [] : [own.onlyThis(this.#only.name)]),
    ]);
  }

  #goTo(place: Place | undefined): void {
    this.#focus = place;
    this.#isChosen = false;
    this.#advice = undefined;
    if (place !== undefined) this.#id = place.id;
  }

  #draw(notes: readonly string[]): void {
    const { board, terminal, draw } = this.options;
    const view: View = {
      board,
      id: this.#id,
      focus: this.#focus,
      notes,
      advice: this.#advice,
      typeErrors: this.#typeErrors.get(this.#id) ?? [],
      showsList: this.#showsList,
    };
    draw(screenOf(view, terminal()));
  }
}
