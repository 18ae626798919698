import { checkExercise, checkOutcomes } from '../../pipeline/checks';
import { jsonText } from '../../files';
import { gradeSubmission } from '../../pipeline/gradeSubmission';
import { toJson, type Provenance, type SubmissionResult, type Texts } from '../../pipeline/report';
import { Budget, defaultSecondsPerSubmission, Sandbox, type SandboxOptions } from '../../pipeline/sandbox';
import { scoreAssignment, totalScore, type Score, type ScoredAssignment } from '../../pipeline/score';
import { openSubmission, type OpenSubmission, type Submission } from '../../pipeline/submission';
import type { Assignment } from '../../pipeline/types';
import { contentHash } from './contentHash';
import { ScoreMemory } from './ScoreMemory';
import type { Graded, Job, OverrunOf, Prepared } from './grader';

export interface SubmissionGraderOptions {
  readonly assignments: readonly Assignment[];
  /** Whether the user named the assignments. */
  readonly named: boolean;
  readonly sandbox: SandboxOptions;
  /** Language of messages, hints and students' pages; English by default. */
  readonly texts?: Texts;
  readonly provenance: Omit<Provenance, 'submission' | 'entry' | 'contentHash' | 'specHash'>;
}

/** Time per assignment besides its exercises: waiting, unpacking, compiling, judging. */
const secondsBesides = 120;

/** Grades submissions one after the other in this process. The sandbox of the next starts while one is graded. */
export class SubmissionGrader {
  readonly #options: SubmissionGraderOptions;
  readonly #specHash: string;
  readonly #memory = new ScoreMemory();
  #current: Sandbox | undefined;
  #next: Sandbox | undefined;

  constructor(options: SubmissionGraderOptions) {
    const { assignments, sandbox } = options;
    const seconds = Math.min(defaultSecondsPerSubmission, secondsOf(assignments, sandbox));
    this.#options = { ...options, sandbox: { secondsPerSubmission: seconds, ...sandbox } };
    this.#specHash = options.assignments.map(({ specHash }) => specHash).join('-');
  }

  get prepared(): Prepared {
    const { assignments, sandbox } = this.#options;
    const score = totalScore(assignments.map((one) => infrastructure(one, '')));
    return {
      specHashes: Object.fromEntries(assignments.map(({ id, specHash }) => [id, specHash])),
      ungraded: this.#json(score, { name: '', entry: '', hash: '' }),
      // The wall-clock time that the sandbox allows a submission, so it is never the submission that exceeds the
      // grader's limit.
      maxSeconds: Budget.maxWallSeconds(secondsOf(assignments, sandbox)) + secondsBesides * assignments.length,
    };
  }

  /**
   * @param onBegin - called with each assignment that begins, if the job runs alone
   * @throws if grading fails and the job does not run alone
   */
  async grade(job: Job, onBegin: (assignment: string) => void = () => undefined): Promise<Graded> {
    const { assignments, named } = this.#options;
    const hash = await contentHash(job.path);
    const submission = await open(job, assignments, named);
    try {
      const score = job.alone
        ? await this.#gradeApart(submission, job.overruns ?? [], onBegin)
        : await this.#gradeTogether(submission);
      const text = jsonText(this.#json(score, { ...job, hash }));
      return { text, isComplete: score.assignments.every(({ status }) => status !== 'infrastructure') };
    } finally {
      await submission.close();
    }
  }

  close(): void {
    this.#current?.close();
    this.#next?.close();
    this.#next = undefined;
    this.#options.sandbox.warm?.close();
  }

  async #gradeTogether(submission: Submission): Promise<Score> {
    const sandbox = this.#next ?? new Sandbox(this.#options.sandbox);
    this.#current = sandbox;
    this.#next = undefined;
    let isUsed = false;
    try {
      return await gradeSubmission(this.#options.assignments, submission, sandbox, (identity, grade) =>
        this.#memory.recall(identity, () => {
          isUsed = true;
          this.#next = new Sandbox(this.#options.sandbox);
          return grade();
        }),
      );
    } finally {
      if (isUsed) sandbox.close();
      else this.#next = sandbox;
    }
  }

  /** Grades each assignment separately, so that a failure of ours costs only the assignment it hits. */
  async #gradeApart(
    submission: Submission,
    overruns: readonly OverrunOf[],
    onBegin: (assignment: string) => void,
  ): Promise<Score> {
    const scored: ScoredAssignment[] = [];
    for (const assignment of this.#options.assignments) {
      const overrun = overruns.find((one) => one.assignment === assignment.id);
      if (overrun !== undefined) {
        scored.push(overrunOf(assignment, overrun));
        continue;
      }
      onBegin(assignment.id);
      const sandbox = new Sandbox(this.#options.sandbox);
      this.#current = sandbox;
      try {
        scored.push(...(await gradeSubmission([assignment], submission, sandbox)).assignments);
      } catch (error) {
        scored.push(infrastructure(assignment, error instanceof Error ? error.message : String(error)));
      } finally {
        sandbox.close();
      }
    }
    return totalScore(scored);
  }

  #json(
    score: Score,
    { name, entry, hash }: Pick<Job, 'name' | 'entry'> & { readonly hash: string },
  ): SubmissionResult {
    const provenance = {
      ...this.#options.provenance,
      submission: name,
      entry,
      contentHash: hash,
      specHash: this.#specHash,
    };
    return toJson(score, provenance, this.#options.texts);
  }
}

function open(
  { name, entry, path, problem }: Job,
  assignments: readonly Assignment[],
  named: boolean,
): Promise<OpenSubmission> {
  if (problem === undefined) return openSubmission(path, assignments, { named });
  const files = new Map(
    assignments.map(({ id }) => [id, { status: 'unreadable', file: entry, reason: problem } as const]),
  );
  return Promise.resolve({ name, directory: path, files, close: () => Promise.resolve() });
}

/** Seconds that all exercises can take, including loading each assignment's file. */
function secondsOf(assignments: readonly Assignment[], { secondsPerExercise }: SandboxOptions): number {
  return assignments.reduce(
    (sum, { exercises }) =>
      exercises.reduce((total, { seconds = secondsPerExercise }) => total + seconds, sum + secondsPerExercise),
    0,
  );
}

/** A submission that overruns the graders judging it loses that assignment, and nothing else. */
function overrunOf(assignment: Assignment, { outcome }: OverrunOf): ScoredAssignment {
  const exercises = assignment.exercises.map((exercise) => {
    const outcomes = new Map([[exercise.cases[0]?.id ?? '', outcome]]);
    return checkOutcomes(exercise, outcomes);
  });
  return scoreAssignment({ assignment, status: 'graded', problem: undefined, exercises });
}

function infrastructure(assignment: Assignment, detail: string): ScoredAssignment {
  const exercises = assignment.exercises.map((exercise) =>
    checkExercise(exercise, { status: 'not-run', problem: { status: 'infrastructure', detail } }),
  );
  return scoreAssignment({ assignment, status: 'infrastructure', problem: undefined, exercises });
}
