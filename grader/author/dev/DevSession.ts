import { loadSpec, prepareAssignment, type Checkout } from '../../pipeline/course';
import type { AssignmentSpec } from '../../pipeline/course/spec';
import type { Texts } from '../../pipeline/report';
import { TaskRunner, validateAssignment, withChosen, type Failure } from '../validate';
import { writeGenerated } from '../writeGenerated';
import { changedExercises, fingerprintsOf, type Fingerprints } from './changedExercises';
import { studentViews, type StudentView } from './studentViews';

/** Result of a save. */
export type DevReport =
  | {
      readonly status: 'checked';
      /** Exercises that were proven again. */
      readonly exercises: readonly string[];
      /** Generated files that had to be written. */
      readonly written: readonly string[];
      /** Current failures of all exercises. */
      readonly failures: readonly Failure[];
      readonly views: readonly StudentView[];
    }
  | { readonly status: 'unusable'; readonly message: string };

export interface DevOptions {
  readonly id: string;
  readonly publicSeed: string;
  /** The only exercise to check; all by default. */
  readonly exercise?: string | undefined;
  readonly texts: Texts;
}

/** Runs `generate` and `validate --draft` on each save, in this process, only for exercises that changed. */
export class DevSession {
  #fingerprints: Fingerprints = new Map();
  #failures: ReadonlyMap<string, readonly Failure[]> = new Map();

  constructor(
    private readonly checkout: Checkout,
    private readonly options: DevOptions,
  ) {}

  async saved(): Promise<DevReport> {
    try {
      return await this.#check();
    } catch (error) {
      // Authors have unfinished files most of the time.
      return { status: 'unusable', message: (error as Error).message };
    }
  }

  async #check(): Promise<DevReport> {
    const { id, exercise, publicSeed } = this.options;
    const { spec } = await loadSpec(this.checkout, id);
    withChosen(spec, exercise === undefined ? undefined : [exercise]);
    const fingerprints = await fingerprintsOf(this.checkout, spec);
    const changed = changedExercises(spec, fingerprints, this.#fingerprints);
    const chosen = changed.filter((name) => exercise === undefined || name === exercise);
    const written = (await writeGenerated(this.checkout, id)).filter((one) => one.changed).map(({ file }) => file);
    const runner = new TaskRunner(this.checkout, []);
    const runTask = runner.run.bind(runner);
    const { checkout } = this;
    const draft = { checkout, publicSeed, draft: true, chosen, isGenerated: true, runTask };
    const proof = await validateAssignment(id, draft);
    this.#fingerprints = fingerprints;
    this.#failures = new Map(
      spec.exercises.map(({ name }) => {
        const found = proof.failures.filter((failure) => failure.exercise === name);
        return [name, chosen.includes(name) ? found : (this.#failures.get(name) ?? [])];
      }),
    );
    const ofAll = proof.failures.filter((failure) => failure.exercise === undefined);
    return {
      status: 'checked',
      exercises: chosen,
      written,
      failures: [...ofAll, ...[...this.#failures.values()].flat()],
      views: await this.#views(spec, chosen),
    };
  }

  async #views(spec: AssignmentSpec, chosen: readonly string[]): Promise<readonly StudentView[]> {
    const { id, publicSeed, texts } = this.options;
    const needed = withChosen(spec, chosen);
    const released = await prepareAssignment(needed, { public: publicSeed, hidden: undefined }, '');
    const views: StudentView[] = [];
    for (const [index, author] of needed.exercises.entries()) {
      const exercise = released.exercises[index];
      const isAsked = exercise !== undefined && chosen.includes(author.name) && author.costly === undefined;
      if (isAsked) views.push(...(await studentViews(author, exercise, { assignment: id, texts })));
    }
    return views;
  }
}
