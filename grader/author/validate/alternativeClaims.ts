import { parseExpressionAt, type AnyNode, type CallExpression, type Expression, type MemberExpression } from 'acorn';
import { full } from 'acorn-walk';
import type { ExerciseFunction, ExerciseSpec } from '../../pipeline/course/spec';
import { failing, type Failure } from './claims';

/** An alternative that is the solution, or calls it, proves nothing about other implementations. */
export function proveAlternatives({ name, reference, alternatives }: ExerciseSpec): readonly Failure[] {
  const known = new Map<ExerciseFunction, string>([[reference, 'the solution']]);
  const solution = writingOf(reference);
  return Object.entries(alternatives).flatMap(([title, run]): Failure[] => {
    const repair = 'write it in another way: by loops, or from another identity';
    const failure = (what: string): Failure[] => [
      failing('alternatives', name)(`the alternative "${title}" ${what}`, repair),
    ];
    const twin = known.get(run);
    known.set(run, `the alternative "${title}"`);
    if (twin !== undefined) return failure(`is ${twin} itself`);
    const own = writingOf(run);
    if (own === undefined || solution === undefined) return [];
    if (own.shape === solution.shape) return failure('is the solution but for its names and layout');
    return own.calls.has(reference.name) ? failure(`calls ${reference.name} of the solution`) : [];
  });
}

interface Writing {
  /** The syntax tree, with names replaced by the order of their first occurrence. */
  readonly shape: string;
  /** Names of calls, as `name` or `module.name`. */
  readonly calls: ReadonlySet<string>;
}

/** undefined for functions without source, such as a bound function. */
function writingOf(run: ExerciseFunction): Writing | undefined {
  const tree = parseFunction(run.toString());
  if (tree === undefined) return undefined;
  const calls = new Set<string>();
  full(tree, (node: AnyNode) => {
    if (node.type !== 'CallExpression') return;
    const called = calleeOf(node);
    if (called?.type === 'Identifier') calls.add(called.name);
    else if (called?.type === 'MemberExpression' && isOfModule(called) && called.property.type === 'Identifier')
      calls.add(called.property.name);
  });
  return { shape: shapeOf(essence(tree)), calls };
}

/** A compiled module calls imports as `(0, module.name)(…)` or `module.name.call(…)`. */
function calleeOf({ callee }: CallExpression): CallExpression['callee'] | undefined {
  if (callee.type === 'SequenceExpression') return callee.expressions.at(-1);
  const isCall =
    callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && callee.property.name === 'call';
  return isCall ? callee.object : callee;
}

/** `tf.softmax` is another one's. */
function isOfModule({ object, computed }: MemberExpression): boolean {
  return !computed && object.type === 'Identifier' && object.name !== 'tf';
}

function parseFunction(text: string): Expression | undefined {
  try {
    return parseExpressionAt(`(${text})`, 0, { ecmaVersion: 'latest' });
  } catch {
    return undefined;
  }
}

/** Parameters and body, for functions, arrow functions and expression bodies alike. */
function essence(tree: Expression): unknown {
  if (tree.type !== 'FunctionExpression' && tree.type !== 'ArrowFunctionExpression') return tree;
  const { params, body, async: isAsync } = tree;
  const [only, ...others] = body.type === 'BlockStatement' ? body.body : [];
  const returns = only?.type === 'ReturnStatement' && others.length === 0 ? only.argument : body;
  return { params, isAsync, body: returns };
}

const unimportant = new Set(['start', 'end', 'raw', 'id']);

function shapeOf(tree: unknown): string {
  const numbers = new Map<string, number>();
  const numberOf = (name: string): number => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  };
  return JSON.stringify(tree, (key, value: unknown) =>
    unimportant.has(key) ? undefined : isIdentifier(value) ? numberOf(value.name) : value,
  );
}

function isIdentifier(value: unknown): value is { readonly name: string } {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'Identifier';
}
