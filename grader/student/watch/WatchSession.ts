import { join } from 'node:path';
import type { ScoredAssignment } from '../../pipeline/score';
import type { Exercise } from '../../pipeline/types';
import type { Checker } from '../checker';
import { takeHint } from '../hints';
import type { Board, Place } from './Board';
import type { Action } from './keys';
import { resetFunction } from './resetFunction';
import { screenOf, type Terminal, type View } from './screen';

/** What a session is put together from. */
export interface WatchOptions {
  readonly board: Board;
  readonly checker: Pick<Checker, 'check' | 'interrupt'>;
  readonly terminal: () => Terminal;
  /** Shows a screen, in the place of the one before. */
  readonly draw: (lines: readonly string[]) => void;
  readonly open: (place: { readonly path: string; readonly line: number }) => Promise<string | undefined>;
  /** For the names of files that are kept. */
  readonly now: () => Date;
}

/** What `npm run watch` does: checks what is saved, does what keys ask for, and draws what is known. */
export class WatchSession {
  readonly #options: WatchOptions;
  readonly #waiting = new Set<string>();
  readonly #typeErrors = new Map<string, readonly string[]>();
  #checking: Promise<void> | undefined;
  #current: string | undefined;
  #id: string;
  #focus: Place | undefined;
  #only: Place | undefined;
  #advice: string | undefined;
  #showsList = false;
  #hasEnded = false;
  #mayReset: Place | undefined;
  /** Whether the focus was chosen by a key. */
  #isChosen = false;

  constructor(options: WatchOptions) {
    this.#options = options;
    this.#id = options.board.assignments[0]?.id ?? '';
  }

  /** Checks assignments again. Resolves when nothing is left to check. */
  saved(...ids: readonly string[]): Promise<void> {
    for (const id of ids) this.#waiting.add(id);
    // What is being checked is not what is saved any more.
    if (this.#current !== undefined && ids.includes(this.#current)) this.#options.checker.interrupt();
    this.#checking ??= this.#checkAll().finally(() => (this.#checking = undefined));
    return this.#checking;
  }

  /** Checks nothing any more. */
  end(): void {
    this.#hasEnded = true;
    this.#waiting.clear();
    this.#options.checker.interrupt();
  }

  /** What the type checker found in an assignment's files. */
  readonly typesChecked = (id: string, errors: readonly string[]): void => {
    const before = this.#typeErrors.get(id) ?? [];
    this.#typeErrors.set(id, errors);
    if (id === this.#id && before.join('\n') !== errors.join('\n') && this.#checking === undefined) this.#draw([]);
  };

  /** @returns whether the session goes on */
  async press(action: Action): Promise<boolean> {
    const { board, terminal } = this.#options;
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
    const { board, terminal, open, now } = this.#options;
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

  /** Where to look in a function's file: at its error, else at its top. */
  #lineOf(focus: Place): number {
    const { problem } = this.#options.board.resultOf(focus) ?? {};
    if (problem?.status === 'throws') return problem.error.place?.line ?? 1;
    if (problem?.status === 'answers') return problem.line ?? 1;
    return problem?.status === 'forbidden-call' ? (problem.place?.line ?? 1) : 1;
  }

  async #checkAll(): Promise<void> {
    let checked = 0;
    for (const id of this.#waiting) {
      this.#waiting.delete(id);
      await this.#check(id);
      checked += 1;
    }
    if (checked < 2) return;
    // Of many, the first thing to fix is shown, not the last that was checked.
    const { board } = this.#options;
    const broken = board.assignments.find(({ id }) => board.problemOf(id) !== undefined);
    this.#goTo(broken === undefined ? board.next(undefined) : undefined);
    if (broken !== undefined) this.#id = broken.id;
    this.#draw([]);
  }

  /**
   * Checks what is quick first, and says so: who waits for the training of one function can read of all others
   * meanwhile.
   */
  async #check(id: string): Promise<void> {
    const { checker, terminal, board } = this.#options;
    const { own } = terminal();
    const only = this.#only?.id === id ? this.#only.name : undefined;
    const isAsked = ({ name }: Exercise): boolean => only === undefined || name === only;
    const isSlow = ({ seconds }: Exercise): boolean => seconds !== undefined;
    const slow = (board.assignments.find((one) => one.id === id)?.exercises ?? []).filter(
      (exercise) => isAsked(exercise) && isSlow(exercise),
    );
    this.#current = id;
    const first = await checker.check(id, (exercise) => isAsked(exercise) && !isSlow(exercise));
    if (first === undefined) return this.#interrupted(id);
    const isBroken = first.problem !== undefined;
    this.#take(first, isBroken || slow.length === 0 ? [] : [own.running(slow.map(({ name }) => name).join(', '))]);
    if (isBroken || slow.length === 0) return this.#over();
    const second = await checker.check(id, (exercise) => isAsked(exercise) && isSlow(exercise));
    if (second === undefined) return this.#interrupted(id);
    this.#take(second, []);
    this.#over();
  }

  #interrupted(id: string): void {
    if (!this.#hasEnded) this.#waiting.add(id);
    this.#over();
  }

  #over(): void {
    this.#current = undefined;
  }

  #take(scored: ScoredAssignment, notes: readonly string[]): void {
    const { board, terminal } = this.#options;
    const { own } = terminal();
    const fixed = board.take(scored);
    const { id } = scored.assignment;
    // What was chosen by a key stays before eyes until it passes; else it is the first thing to fix of the file.
    const status = this.#isChosen && this.#focus?.id === id ? board.resultOf(this.#focus)?.status : 'passed';
    if (status === 'passed') this.#goTo(board.next(id));
    this.#id = id;
    this.#advice = undefined;
    this.#draw([
      ...(fixed.length === 0 ? [] : [`✓ ${own.done(fixed.map(({ name }) => name).join(', '))}`]),
      ...notes,
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
    const { board, terminal, draw } = this.#options;
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
