import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const root = resolve(__dirname, '../../..');

/** Seed of the hidden cases. */
export const testSeed = '7d1c20a5b94e83f6d05c9a47e2b81f36';

export interface Run {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Environment of the command line in tests, the same on any machine. */
export function testEnvironment(environment: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DESCENT_HIDDEN_SEED: testSeed,
    NO_COLOR: '1',
    DEBUG: '',
    DESCENT_LANG: 'en',
    ...environment,
  };
}

/** Runs the real command line in a separate process. */
export function runGrader(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'grader', 'cli', 'bin.js'), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: testEnvironment(environment),
  });
  return { exitCode: status, stdout, stderr };
}

/** Creates a folder with these files for the duration of `use`. */
export function withFolder<T>(files: Readonly<Record<string, string>>, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'submission-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The fields of a result that tests read. */
export interface GradeResult {
  readonly score: number | null;
  readonly maxScore: number | null;
  readonly assignments: readonly {
    readonly id: string;
    readonly status: string;
    readonly message: string;
    readonly exercises: readonly ExerciseJson[];
  }[];
}

export interface ExerciseJson {
  readonly name: string;
  readonly status: string;
  readonly score: number;
  readonly maxScore: number;
  readonly message: string;
  readonly checks: readonly {
    readonly id: string;
    readonly kind: string;
    readonly status: string;
    readonly points: number;
    readonly message: string;
  }[];
}

/** Grades a submission of these files. */
export function gradeFiles(
  files: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Run & { readonly result: GradeResult } {
  const run = withFolder(files, (folder) => runGrader(['grade', folder, '--json', '-', ...args]));
  return { ...run, result: JSON.parse(run.stdout) as GradeResult };
}

export function exerciseOf({ assignments }: GradeResult, name: string): ExerciseJson {
  const found = assignments.flatMap(({ exercises }) => exercises).find((exercise) => exercise.name === name);
  if (found === undefined) throw new Error(`the result has no ${name}`);
  return found;
}

/** All messages of an exercise and its checks. */
export function saidOf(exercise: ExerciseJson): string {
  return [exercise.message, ...exercise.checks.map(({ message }) => message)].join('\n');
}
