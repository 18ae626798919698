import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type BuildFailure } from 'esbuild';
import * as descent from '../../descent';
import * as tf from '../../precision/tfjs';
import { didYouMean } from '../words/didYouMean';
import { checkSpecForm } from './checkSpecForm';
import type { Checkout } from './curriculum';
import { sourceFolder } from './sourceFolder';
import type { AssignmentSpec } from './spec';
import { SpecPlaces } from './SpecPlaces';
import { SpecProblem } from './SpecProblem';
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
  if (!existsSync(entry))
    throw new Error(
      `${id} has no spec: solutions/${id}/spec.ts is missing; restore it, or take ${id} out of assignments/course.json`,
    );
  const { code, sourceMap } = await compile(dirname(dirname(folder)), entry);
  const places = new SpecPlaces(id, sourceMap, linesBefore);
  const { default: spec } = await runModule(checkout, code, places);
  if (spec === undefined)
    throw new SpecProblem(
      `solutions/${id}/spec.ts`,
      'it exports no assignment',
      'write `export default defineAssignment({ … })`',
    );
  checkSpecForm(dirname(dirname(folder)), id, spec);
  const { words, texts } = await readWords(dirname(dirname(folder)), id);
  const hash = createHash('sha256');
  for (const text of [code, ...texts]) hash.update(text);
  return { spec: { ...places.placingCases(spec), ...words }, hash: hash.digest('hex').slice(0, 16) };
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
  const { code, sourceMap } = await compile(dirname(dirname(folder)), join(folder, file));
  return runModule(checkout, code, new SpecPlaces(id, sourceMap, linesBefore));
}

/** Lines in front of the body of a function made by `new Function`. */
const linesBefore = 2;

async function runModule(
  { curriculum }: Checkout,
  code: string,
  places: SpecPlaces,
): Promise<Readonly<Record<string, unknown>>> {
  const module: { exports: Record<string, unknown> } = { exports: {} };
  // Not node:vm, which would compile for the main realm even if a test runs in its own.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the staff's own code, just compiled
  const run = new Function('require', 'module', 'exports', `${code}\n//# sourceURL=${places.script}`) as (
    ...args: unknown[]
  ) => void;
  const modules = { ...hostModules, [authorModule]: withKnownNames(await curriculum.author()) };
  places.run(() => run((name: string) => hostModule(modules, name), module, module.exports));
  return module.exports;
}

/** Compiles a spec to one script that requires the modules specs may import. @throws with file and line */
export async function compileSpec(root: string, entry: string): Promise<string> {
  return (await compile(root, entry)).code;
}

interface CompiledSpec {
  readonly code: string;
  readonly sourceMap: string;
}

async function compile(root: string, entry: string): Promise<CompiledSpec> {
  try {
    const { outputFiles } = await build({
      absWorkingDir: root,
      entryPoints: [entry],
      bundle: true,
      outfile: join(root, 'spec.js'),
      write: false,
      sourcemap: 'external',
      sourcesContent: false,
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      external: [...Object.keys(hostModules), authorModule],
      // The repository's own path aliases would bundle second copies of the host modules.
      tsconfigRaw: '{}',
      logLevel: 'silent',
    });
    const output = (extension: string): string => outputFiles.find(({ path }) => path.endsWith(extension))?.text ?? '';
    return { code: output('.js'), sourceMap: output('.map') };
  } catch (error) {
    const [first] = (error as Partial<BuildFailure>).errors ?? [];
    if (first === undefined) throw error;
    const where = first.location ? `${first.location.file}:${first.location.line}:${first.location.column + 1}: ` : '';
    throw new Error(`the spec does not compile: ${where}${first.text}`, { cause: error });
  }
}

/** The module, where a name that it does not export is an error; a compiled import of one is just undefined. */
function withKnownNames(module: object): object {
  return new Proxy(module, {
    get(target, name, receiver) {
      if (typeof name === 'string' && !(name in target) && name !== '__esModule')
        throw new Error(`${authorModule} has no ${name}; ${didYouMean(name, Object.keys(target))}`);
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
}

function hostModule(modules: Readonly<Record<string, unknown>>, name: string): unknown {
  const module = modules[name];
  if (module === undefined)
    throw new Error(`a spec may import descent, descent/author, @tensorflow/tfjs and files of its own, not ${name}`);
  return module;
}
