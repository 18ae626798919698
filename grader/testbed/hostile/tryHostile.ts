import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { curriculum } from '../../curriculum';
import { loadFullAssignment } from '../../pipeline/course';
import { gradeSubmission } from '../../pipeline/gradeSubmission';
import { Sandbox, type SandboxOptions } from '../../pipeline/sandbox';
import { readSubmission } from '../../pipeline/submission';
import type { Assignment, ExerciseStatus } from '../../pipeline/types';
import type { HostileSubmission } from './hostileSubmission';
import type { OpenTargets } from './openTargets';

/** The result of an attack. */
export interface Trial {
  readonly softmax: { readonly status: ExerciseStatus; readonly points: number };
  readonly crossEntropy: { readonly status: ExerciseStatus; readonly points: number };
  /** What the attack reached; empty if nothing. */
  readonly escaped: string;
  /** CPU seconds of this process, which judges. */
  readonly judgingSeconds: number;
}

/** Short for expected timeouts; long for others, which must not end by timeout. */
const seconds = { timeout: 2, other: 30 };
/** Time for background effects of an attack to appear. */
const settleMs = 500;

/** The two exercises of a hostile submission: `softmax` with the attack, `crossEntropy` correct. */
export async function hostileCourse(root: string, hiddenSeed: string): Promise<Assignment> {
  const assignment = await loadFullAssignment({ root, engine: root, curriculum }, '03-losses', {
    public: 'public',
    hidden: hiddenSeed,
  });
  return {
    ...assignment,
    exercises: assignment.exercises.filter(({ name }) => name === 'softmax' || name === 'crossEntropy'),
  };
}

function awaitedCourse(assignment: Assignment): Assignment {
  const exercises = assignment.exercises.map((one) =>
    one.name === 'softmax' ? { ...one, async: true as const } : one,
  );
  return { ...assignment, exercises };
}

/** Grades a hostile submission, and detects what it reached. */
export async function tryHostile(
  hostile: HostileSubmission,
  {
    assignment,
    command,
    warm,
    targets,
  }: { readonly assignment: Assignment; readonly targets: OpenTargets } & Pick<SandboxOptions, 'command' | 'warm'>,
): Promise<Trial> {
  const folder = await mkdtemp(join(tmpdir(), 'descent-hostile-'));
  const isTimed = hostile.verdicts.softmax === 'timeout' || hostile.id === 'endless-loading';
  const sandbox = new Sandbox({ command, warm, secondsPerExercise: isTimed ? seconds.timeout : seconds.other });
  const before = process.cpuUsage();
  try {
    await mkdir(join(folder, assignment.id));
    await writeFile(join(folder, assignment.id, assignment.file), hostile.source(targets));
    const course = [hostile.isAwaited === true ? awaitedCourse(assignment) : assignment];
    const score = await gradeSubmission(course, await readSubmission(folder, [assignment]), sandbox);
    const { user, system } = process.cpuUsage(before);
    const result = (name: string): Trial['softmax'] & { readonly message: string } => {
      const exercise = score.assignments[0]?.exercises.find((one) => one.exercise.name === name);
      if (exercise === undefined) throw new Error(`${hostile.id} has no result for ${name}`);
      const { problem } = exercise;
      const error =
        problem?.status === 'throws'
          ? problem.error
          : problem?.status === 'file' && problem.problem.status === 'does-not-load'
            ? problem.problem.error
            : undefined;
      return { status: exercise.status, points: exercise.score, message: error?.message ?? '' };
    };
    const { message, ...softmax } = result('softmax');
    const { message: _, ...crossEntropy } = result('crossEntropy');
    sandbox.close();
    if (/detached|tcp|udp|socket|lookup/.test(hostile.id)) await setTimeout(settleMs);
    const reached = await targets.reached();
    return {
      softmax,
      crossEntropy,
      escaped: [...reached, ...(message.startsWith('escaped') ? [message] : [])].join('; '),
      judgingSeconds: (user + system) / 1e6,
    };
  } finally {
    sandbox.close();
    await rm(folder, { recursive: true });
  }
}
