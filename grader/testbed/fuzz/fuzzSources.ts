import { array, constantFrom, nat, oneof, record, string, type Arbitrary } from 'fast-check';
import { compileSubmission } from '../../pipeline/submission/compileSubmission';
import { findForbiddenCall } from '../../pipeline/submission/findForbiddenCall';
import type { Ban } from '../../pipeline/types';
import { isFileProblem } from '../../pipeline/submission/isFileProblem';
import { insertions, mutated, mutations, type Mutation } from './mutations';
import { runFuzz, type FuzzResult } from './runFuzz';

/** Text to insert into a source; `place` is relative to its length, rounded to a line start if `isLine`. */
interface Insertion {
  readonly place: number;
  readonly text: string;
  readonly isLine: boolean;
}

interface SourceInput {
  readonly file: string;
  readonly base: number;
  readonly insertions: readonly Insertion[];
  readonly mutations: readonly Mutation[];
  /** Text instead of the base. */
  readonly instead: string | undefined;
}

const inputs: Arbitrary<SourceInput> = record({
  file: constantFrom('losses.ts', 'losses.ts', 'losses.js'),
  base: nat(1000),
  insertions: array(
    record({
      place: oneof(
        constantFrom(0, 1),
        nat(1000).map((n) => n / 1000),
      ),
      text: insertions,
      isLine: constantFrom(true, true, false),
    }),
    {
      maxLength: 3,
    },
  ),
  mutations: oneof({ weight: 5, arbitrary: constantFrom<Mutation[]>([]) }, array(mutations, { maxLength: 2 })),
  instead: oneof(
    { weight: 9, arbitrary: constantFrom(undefined) },
    string({ unit: 'binary', maxLength: 200 }),
    array(insertions, { maxLength: 12 }).map((all) => all.join(' ')),
  ),
});

const forbidden: readonly Ban[] = ['tf.softmax', 'tf.losses.*', 'tf.train.*', 'tensor.softmax'];

/**
 * Compiles and searches random changes of real sources, and random text: each must compile or be refused.
 *
 * @param bases - the sources to change
 */
export async function fuzzSources(
  bases: readonly string[],
  options: { readonly runs: number; readonly seed: number },
): Promise<FuzzResult> {
  return runFuzz(inputs, (input) => attempt(bases, input), options);
}

async function attempt(bases: readonly string[], input: SourceInput): Promise<string> {
  const text = sourceOf(bases, input);
  const compiled = await compileSubmission({
    status: 'found',
    directory: '/nowhere',
    base: '',
    file: input.file,
    text,
  });
  if (isFileProblem(compiled)) {
    if (compiled.status !== 'does-not-compile' || compiled.message === '')
      throw new Error(`refused with ${JSON.stringify(compiled)}`);
    return 'does not compile';
  }
  const names = [...text.matchAll(/export (?:async )?(?:function|const|class) (\w+)/g)].flatMap(
    ([, name]) => name ?? [],
  );
  const uses = [...names, 'softmax', 'default', 'notThere'].map((name) => findForbiddenCall(compiled, name, forbidden));
  return uses.some((use) => use !== undefined) ? 'compiles, with a forbidden call' : 'compiles';
}

function sourceOf(
  bases: readonly string[],
  { base, instead, insertions: list, mutations: changes }: SourceInput,
): string {
  let text = instead ?? bases[base % bases.length] ?? '';
  for (const { place, text: piece, isLine } of list) {
    const anywhere = Math.floor(place * text.length);
    const at = isLine ? text.lastIndexOf('\n', anywhere) + 1 : anywhere;
    text = `${text.slice(0, at)}${piece}${isLine ? '\n' : ''}${text.slice(at)}`;
  }
  return changes.reduce(mutated, Buffer.from(text)).toString();
}
