import { createContext, runInContext } from 'node:vm';
import { join } from 'node:path';
import { build } from 'esbuild';
import { onlyWhatIsUsed } from '../../../bundling';
import type { Language } from '../../../pipeline/types';
import type { Source } from '../worker/messages';

/** Operations of a test in a realm like the worker's, with strings as inputs and outputs. */
export interface PageRealm {
  /** Loads a file into the realm. @returns why it can't be run, in words */
  load(assignment: string, source: Source): Promise<readonly string[]>;
  /** The page's results of exercises, as JSON. */
  check(assignment: string, exercises: readonly string[], language: Language): Promise<string>;
  /** Loads the known mistakes of a compiled spec, and returns their ids by exercise. */
  loadMistakes(spec: string): Readonly<Record<string, readonly string[]>>;
  /** Replaces the file of an assignment by one known mistake. */
  choose(assignment: string, exercise: string, mistake: string): Promise<void>;
}

const root = join(__dirname, '../../../..');

const entry = `
  import * as tf from './grader/precision/tfjs';
  import * as descent from './grader/descent';
  import * as author from './grader/curriculum/author';
  import { Engine } from './grader/student/page/worker/Engine';

  export function start(checks, digits) {
    const engine = new Engine({ checks: async (id) => checks(id), digits, evaluate: (0, eval), running() {} });
    const mistakes = new Map();
    const load = async (assignment, source) => {
      const answer = await engine.answer({ kind: 'load', assignment, source });
      return answer.status === 'loaded' ? [] : answer.lines.en;
    };
    return {
      load,
      async check(assignment, exercises, language) {
        const answer = await engine.answer({ kind: 'check', assignment, exercises, language, stops: [] });
        return JSON.stringify(answer.exercises);
      },
      loadMistakes(code) {
        const module = { exports: {} };
        const modules = { '@tensorflow/tfjs': tf, descent, 'descent/author': author };
        new Function('require', 'module', 'exports', code)((name) => modules[name], module, module.exports);
        const { exercises } = module.exports.default;
        for (const { name, mistakes: known } of exercises)
          for (const { id, make } of known) mistakes.set(name + '/' + id, make);
        return Object.fromEntries(exercises.map(({ name, mistakes: known }) => [name, known.map(({ id }) => id)]));
      },
      async choose(assignment, exercise, mistake) {
        globalThis.chosenMistake = mistakes.get(exercise + '/' + mistake)();
        const text = 'export const ' + exercise + ' = globalThis.chosenMistake;';
        await load(assignment, { status: 'text', file: 'a.ts', text });
      },
    };
  }
`;

/** The page's engine in a separate realm, with the globals of a worker, and Node's modules only for the specs. */
export async function startPageRealm(
  checks: (assignment: string) => string,
  digits: readonly string[],
): Promise<PageRealm> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    mainFields: ['module', 'main'],
    format: 'iife',
    globalName: 'page',
    alias: {
      '@tensorflow/tfjs': join(root, 'grader/student/page/worker/tfjs.ts'),
      descent: join(root, 'grader/curriculum/descent.ts'),
    },
    external: ['esbuild', 'typescript', 'fsevents'],
    preserveSymlinks: true,
    logLevel: 'silent',
    tsconfigRaw: '{}',
    plugins: [onlyWhatIsUsed(root)],
  });
  const names = {
    process: { env: {}, cwd: () => root },
    console,
    performance,
    TextEncoder,
    TextDecoder,
    structuredClone,
    setTimeout,
    require,
    __dirname: root,
  };
  const context = createContext({ ...names, WorkerGlobalScope: Object });
  runInContext('var self = globalThis', context);
  const code = outputFiles[0]?.text ?? '';
  const page = runInContext(`${code}; page`, context) as { start(...args: unknown[]): PageRealm };
  return page.start(checks, digits);
}
