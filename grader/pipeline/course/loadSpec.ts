import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type BuildFailure } from 'esbuild';
import * as descent from '../../descent';
import * as tf from '../../precision/tfjs';
import type { Checkout } from './curriculum';
import { sourceFolder } from './sourceFolder';
import type { AssignmentSpec, AuthoredAssignment } from './spec';
import { readWords } from './words';

export interface LoadedSpec {
  readonly spec: AssignmentSpec;
  /** Hash of everything in the spec: changes whenever a check could. */
  readonly hash: string;
}

// Specs share the grader's own modules, so that their tensors and values have the same classes.
const hostModules: Readonly<Record<string, unknown>> = { '@tensorflow/tfjs': tf, descent };
const authorModule = 'descent/author';

/**
 * Compiles and runs `solutions/ID/spec.ts`.
 *
 * @throws with file and line if the spec doesn't compile or doesn't exist
 */
export async function loadSpec(checkout: Checkout, id: string): Promise<LoadedSpec> {
  const folder = sourceFolder(checkout, id);
  const entry = join(folder, 'spec.ts');
  if (!existsSync(entry)) throw new Error(`${id} has no spec: solutions/${id}/spec.ts is missing`);
  const code = await compileSpec(dirname(dirname(folder)), entry);
  const { default: spec } = (await runModule(checkout, code)) as { readonly default?: AuthoredAssignment };
  if (spec === undefined) throw new Error(`solutions/${id}/spec.ts must export its assignment as default`);
  const { words, texts } = await readWords(dirname(dirname(folder)), id);
  const hash = createHash('sha256');
  for (const text of [code, ...texts]) hash.update(text);
  return { spec: { ...spec, ...words }, hash: hash.digest('hex').slice(0, 16) };
}

/**
 * The exports of another file in the spec's folder, compiled and run the same way.
 *
 * @throws with file and line if it doesn't compile
 */
export async function loadBesideSpec(
  checkout: Checkout,
  id: string,
  file: string,
): Promise<Readonly<Record<string, unknown>>> {
  const folder = sourceFolder(checkout, id);
  return runModule(checkout, await compileSpec(dirname(dirname(folder)), join(folder, file)));
}

async function runModule({ curriculum }: Checkout, code: string): Promise<Readonly<Record<string, unknown>>> {
  const module: { exports: Record<string, unknown> } = { exports: {} };
  // Not node:vm, which would compile for the main realm even if a test runs in its own.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the staff's own code, just compiled
  const run = new Function('require', 'module', 'exports', code) as (...args: unknown[]) => void;
  const modules = { ...hostModules, [authorModule]: await curriculum.author() };
  run((name: string) => hostModule(modules, name), module, module.exports);
  return module.exports;
}

/** Compiles a spec to one script that requires the modules specs may import. @throws with file and line */
export async function compileSpec(root: string, entry: string): Promise<string> {
  try {
    const { outputFiles } = await build({
      absWorkingDir: root,
      entryPoints: [entry],
      bundle: true,
      write: false,
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      external: [...Object.keys(hostModules), authorModule],
      // The repository's own path aliases would bundle second copies of the host modules.
      tsconfigRaw: '{}',
      logLevel: 'silent',
    });
    return outputFiles[0]?.text ?? '';
  } catch (error) {
    const [first] = (error as Partial<BuildFailure>).errors ?? [];
    if (first === undefined) throw error;
    const where = first.location ? `${first.location.file}:${first.location.line}:${first.location.column + 1}: ` : '';
    throw new Error(`the spec does not compile: ${where}${first.text}`, { cause: error });
  }
}

function hostModule(modules: Readonly<Record<string, unknown>>, name: string): unknown {
  const module = modules[name];
  if (module === undefined)
    throw new Error(`a spec may import descent, descent/author, @tensorflow/tfjs and files of its own, not ${name}`);
  return module;
}
