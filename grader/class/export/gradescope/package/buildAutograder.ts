import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { staffOnly } from '../../../../bundling';
import { courseAliases } from '../../../../bundling/courseAliases';
import type { CourseFolders } from '../../../../pipeline/course';
import type { PackedFile } from '../../../../files';

const bundles = [
  { entry: 'grader/class/export/gradescope/autograder/main.ts', path: 'grader/main.js' },
  // A submission's process must need only this file, so it includes tfjs.
  { entry: 'grader/curriculum/childMain.ts', path: 'child/bundle/child.js' },
] as const;

const copied = [
  { from: 'grader/bundling/runBundle.js', path: 'child/runBundle.js' },
  { from: 'grader/class/export/gradescope/package/setup.sh', path: 'setup.sh', executable: true },
  { from: 'grader/class/export/gradescope/package/run_autograder', path: 'run_autograder', executable: true },
] as const;

/** Builds the grader, and adds the scripts. */
export async function buildAutograder({ root, engine }: CourseFolders): Promise<readonly PackedFile[]> {
  const built = await Promise.all(
    bundles.map(async ({ entry, path }): Promise<PackedFile> => {
      const { outputFiles } = await build({
        absWorkingDir: engine,
        entryPoints: [join(engine, entry)],
        outfile: join(engine, 'bundle.js'),
        write: false,
        bundle: true,
        platform: 'node',
        format: 'cjs',
        target: 'node20',
        external: ['esbuild'],
        alias: courseAliases(engine, root),
        minifyWhitespace: true,
        preserveSymlinks: true,
        logLevel: 'silent',
        tsconfigRaw: '{}',
        // Assignments are data here, so code for specs is not needed.
        plugins: [staffOnly(engine)],
      });
      return { path, content: outputFiles[0]?.contents ?? new Uint8Array() };
    }),
  );
  const plain = await Promise.all(
    copied.map(async ({ from, ...file }): Promise<PackedFile> => ({
      ...file,
      content: await unixText(join(engine, from)),
    })),
  );
  return [...built, ...plain];
}

/** Bash takes a Windows line break for part of a command. */
async function unixText(path: string): Promise<Buffer> {
  return Buffer.from((await readFile(path, 'utf8')).replaceAll('\r\n', '\n'));
}
