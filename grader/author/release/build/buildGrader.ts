import { join } from 'node:path';
import { build } from 'esbuild';
import { staffOnly, studentCommands } from '../../../bundling';
import { asciiOnly } from '../../../bundling/asciiOnly';
import { courseAliases } from '../../../bundling/courseAliases';
import type { CourseFolders } from '../../../pipeline/course';

/** The grader of a student's copy. */
export interface BuiltGrader {
  /** By target path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Modules of the included commands. */
  readonly commands: readonly string[];
}

interface Bundle {
  readonly entry: string;
  readonly out: string;
  readonly external: readonly string[];
}

// A submission's process must not need any file, so its bundle includes tfjs; in Jest, and with an installed backend,
// there must be a single tfjs.
const bundles: readonly Bundle[] = [
  { entry: 'grader/cli/main.ts', out: 'grader/bundling/cli.js', external: [] },
  { entry: 'grader/curriculum/childMain.ts', out: 'grader/bundling/child.js', external: [] },
  { entry: 'grader/student/training/child/main.ts', out: 'grader/bundling/train.js', external: ['@tensorflow/*'] },
  // The module for random numbers in the loaders of data/ and in students' own programs.
  { entry: 'grader/curriculum/descent.ts', out: 'grader/curriculum/descent.js', external: [] },
  {
    entry: 'grader/author/release/entries/publicChecks.ts',
    out: 'grader/student/jest/publicChecks.js',
    external: ['@tensorflow/tfjs'],
  },
];

/** Builds the grader's sources to plain JavaScript, without author tools and source maps. */
export async function buildGrader({ root, engine }: CourseFolders): Promise<BuiltGrader> {
  const files = new Map<string, Uint8Array>();
  const commands: string[] = [];
  for (const { entry, out, external } of bundles) {
    const { outputFiles, metafile } = await build({
      absWorkingDir: engine,
      entryPoints: [join(engine, entry)],
      outfile: join(engine, out),
      write: false,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      external: ['esbuild', 'typescript', ...external],
      // Code that `vm` runs has no loader for `import()`.
      supported: { 'dynamic-import': false },
      alias: courseAliases(engine, root),
      minifyWhitespace: true,
      // The output must not contain paths of the build machine.
      preserveSymlinks: true,
      sourcemap: false,
      metafile: true,
      logLevel: 'silent',
      tsconfigRaw: '{}',
      plugins: [staffOnly(engine)],
    });
    for (const file of outputFiles) files.set(out, Buffer.from(asciiOnly(file.text)));
    const inputs = Object.keys(metafile.inputs);
    commands.push(
      ...Object.keys(studentCommands).filter((module) => inputs.includes(`grader/cli/commands/${module}.ts`)),
    );
  }
  return { files, commands };
}
