import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { parse } from 'yaml';
import { banOf, Bans, guardTfjs } from '../../../execution/guard';
import * as tf from '../../../precision/tfjs';
import { libraryAnswers } from '../../course/spec/forbidden';
import { compileSubmission } from '../compileSubmission';
import { findForbiddenCall } from '../findForbiddenCall';
import { isFileProblem } from '../isFileProblem';
import { withFiles } from '../../../files/testing/withFiles';
import type { Compiled } from '../types';

interface Snippet {
  readonly code?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly call?: string;
  readonly through?: string;
}
type Section = 'both' | 'guard' | 'walk' | 'changed' | 'free';

const corpus = parse(readFileSync(join(__dirname, 'corpus.yaml'), 'utf8')) as Readonly<
  Record<Section, Readonly<Record<string, Snippet | string>>>
>;

const banned = new Set<string>(libraryAnswers);
const bans = new Bans();
const guarded = guardTfjs(tf, bans);

function snippets(section: Section): readonly [title: string, snippet: Snippet & { readonly call: string }][] {
  return Object.entries(corpus[section]).map(([title, snippet]) => [
    title,
    { call: 'tf.softmax', ...(typeof snippet === 'string' ? { code: snippet } : snippet) },
  ]);
}

async function compiled({ code = '', files = { 'losses.ts': code } }: Snippet): Promise<Compiled> {
  const file = 'losses.js' in files ? 'losses.js' : 'losses.ts';
  return withFiles(files, async (directory) => {
    const result = await compileSubmission({ status: 'found', directory, base: '', file, text: files[file] ?? '' });
    if (isFileProblem(result)) throw new Error(JSON.stringify(result));
    return result;
  });
}

function walked(file: Compiled): { readonly call: string; readonly through: string } | undefined {
  const use = findForbiddenCall(file, 'exercise', libraryAnswers);
  return use && { call: use.call, through: use.through.join(' → ') };
}

type Run = (...args: unknown[]) => unknown;

/**
 * The ban that the exercise violates when called the way the grader calls it; if it returns a function, that is called
 * too.
 */
function refused({ code }: Compiled): string | undefined {
  const module: { exports: { exercise?: Run; args?: (x: tf.Tensor) => unknown[] } } = { exports: {} };
  (compileFunction(code, ['require', 'module', 'exports']) as Run)(() => guarded, module, module.exports);
  const { exercise = () => undefined, args = (x: tf.Tensor) => [x] } = module.exports;
  const x = tf.tensor1d([1, 2]);
  const { violation } = bans.during(banned, () => {
    const result = exercise(...args(x));
    return typeof result === 'function' ? (result as Run)(x) : result;
  });
  return violation?.ban;
}

beforeAll(() => {
  for (const method of ['log', 'warn'] as const) jest.spyOn(console, method).mockImplementation();
});

describe('a call that is off limits', () => {
  it.each(snippets('both'))('should be found statically and refused at run time: %s', async (_title, snippet) => {
    const file = await compiled(snippet);

    expect(walked(file)).toEqual({ call: snippet.call, through: snippet.through ?? '' });
    expect(refused(file)).toBe(banOf(snippet.call, banned));
  });

  it.each(snippets('guard'))('should be refused at run time: %s', async (_title, snippet) => {
    const file = await compiled(snippet);

    expect([walked(file), refused(file)]).toEqual([undefined, banOf(snippet.call, banned) ?? snippet.call]);
  });

  it.each(snippets('walk'))('should be found statically: %s', async (_title, snippet) => {
    expect(walked(await compiled(snippet))).toEqual({ call: snippet.call, through: snippet.through ?? '' });
  });

  it.each(snippets('changed'))('should not matter if it never happens: %s', async (_title, snippet) => {
    const file = await compiled(snippet);

    expect([walked(file), refused(file)]).toEqual([undefined, undefined]);
  });
});

describe('a file that only looks suspicious', () => {
  it.each(snippets('free'))('should be allowed: %s', async (_title, snippet) => {
    const file = await compiled(snippet);

    expect([walked(file), refused(file)]).toEqual([undefined, undefined]);
  });
});
