import type {
  AnyNode,
  CallExpression,
  Expression,
  Identifier,
  Pattern,
  PrivateIdentifier,
  Program,
  VariableDeclarator,
} from 'acorn';
import { analyze, type Variable } from 'eslint-scope';
import { libraryNames } from '../allowedImports';

/**
 * The origin of a variable that is assigned only once: an expression, with the `steps` into it, or a whole parameter of
 * a function.
 */
export type Origin =
  | {
      readonly kind: 'value';
      readonly from: AnyNode;
      readonly steps: readonly string[];
      readonly declaration: Identifier;
    }
  | { readonly kind: 'parameter'; readonly of: AnyNode };

/**
 * The part of the library that something refers to, written as in a list of bans: `tf` for all of it,
 * `tf.losses.logLoss`, `tensor`, `tensor.softmax`.
 */
export interface Meaning {
  readonly name: string;
  /** For a parameter, its function: only an exercise is known to receive tensors. */
  readonly of: AnyNode | null;
}

const library: Meaning = { name: 'tf', of: null };

/** Functions that compilers wrap around a `require()`. */
const wrappers: ReadonlySet<string> = new Set(['__toESM', '__importStar', '__importDefault']);

/** Names that resolve through more names than this are generated or circular. */
const maxDepth = 50;

/** Resolves the names in a script, where that is certain. */
export class Names {
  readonly #variables: ReadonlyMap<AnyNode, Variable>;
  readonly #origins = new Map<Variable, Origin | undefined>();

  constructor(program: Program) {
    // acorn's nodes are ESTree's, with different types.
    const { scopes } = analyze(program as Parameters<typeof analyze>[0], { ecmaVersion: 2024, sourceType: 'commonjs' });
    const references = scopes.flatMap((scope) => scope.references);
    this.#variables = new Map(
      references.flatMap(({ identifier, resolved }) => (resolved ? [[identifier as AnyNode, resolved]] : [])),
    );
  }

  originOf(name: Identifier): Origin | undefined {
    const variable = this.#variables.get(name);
    if (variable === undefined) return undefined;
    if (!this.#origins.has(variable)) this.#origins.set(variable, originOf(variable));
    return this.#origins.get(variable);
  }

  /** Follows aliases; any other node is returned as it is. */
  valueOf(node: AnyNode | undefined, depth = 0): AnyNode | undefined {
    const origin = node?.type === 'Identifier' && depth < maxDepth ? this.originOf(node) : undefined;
    return origin?.kind === 'value' && origin.steps.length === 0 ? this.valueOf(origin.from, depth + 1) : node;
  }

  /** The part of the library that an expression refers to, where that is certain. */
  meaningOf(node: AnyNode, depth = 0): Meaning | undefined {
    if (depth > maxDepth) return undefined;
    const value = within(node);
    if (value.type === 'Identifier') {
      const origin = this.originOf(value);
      if (origin?.kind === 'parameter') return { name: 'tensor', of: origin.of };
      return origin && below(this.meaningOf(origin.from, depth + 1), origin.steps);
    }
    const key = memberName(value);
    if (value.type === 'MemberExpression')
      return key === undefined ? undefined : below(this.meaningOf(value.object, depth + 1), [key]);
    return value.type === 'CallExpression' ? this.#resultOf(value, depth) : undefined;
  }

  #resultOf({ callee, arguments: [first] }: CallExpression, depth: number): Meaning | undefined {
    if (callee.type === 'Identifier' && first !== undefined) {
      if (wrappers.has(callee.name)) return this.meaningOf(first, depth + 1);
      const isRequire = callee.name === 'require' && !this.#variables.has(callee);
      if (isRequire && first.type === 'Literal' && libraryNames.includes(String(first.value))) return library;
    }
    const called = this.meaningOf(callee, depth + 1);
    const [thing, method, more] = called?.name.split('.') ?? [];
    if (called?.name.endsWith('.bind') === true) return { ...called, name: called.name.slice(0, -'.bind'.length) };
    // What tf.tidy returns is up to the submission.
    if (method === undefined || more !== undefined || (thing === 'tf' && method === 'tidy')) return undefined;
    return { name: 'tensor', of: called?.of ?? null };
  }
}

function originOf({ defs: [definition, ...others], references }: Variable): Origin | undefined {
  const isGivenLater = references.some((reference) => reference.isWrite() && reference.init !== true);
  if (definition === undefined || others.length > 0 || isGivenLater) return undefined;
  const declaration = definition.name as Identifier;
  if (definition.type === 'FunctionName')
    return { kind: 'value', from: definition.node as AnyNode, steps: [], declaration };
  if (definition.type === 'Parameter') {
    return definition.node.params.includes(definition.name)
      ? { kind: 'parameter', of: definition.node as AnyNode }
      : undefined;
  }
  if (definition.type !== 'Variable') return undefined;
  const { id, init } = definition.node as VariableDeclarator;
  const steps = stepsTo(id, declaration);
  return init && steps ? { kind: 'value', from: init, steps, declaration } : undefined;
}

/** The expression whose value `?.`, `await` and a comma give. */
export function within(node: AnyNode): AnyNode {
  if (node.type === 'ChainExpression') return within(node.expression);
  if (node.type === 'AwaitExpression') return within(node.argument);
  const last = node.type === 'SequenceExpression' ? node.expressions.at(-1) : undefined;
  return last === undefined ? node : within(last);
}

/** The name in `object.name` or `object['name']`. */
export function memberName(node: AnyNode): string | undefined {
  return node.type === 'MemberExpression' ? keyOf(node.property, node.computed) : undefined;
}

/** The name of a property, if it is a literal. */
export function keyOf(key: Expression | PrivateIdentifier, computed: boolean): string | undefined {
  if (key.type === 'Identifier' && !computed) return key.name;
  if (key.type === 'Literal') return String(key.value);
  return key.type === 'TemplateLiteral' && key.expressions.length === 0
    ? (key.quasis[0]?.value.cooked ?? undefined)
    : undefined;
}

/** The properties that lead through a pattern to a name in it. */
function stepsTo(pattern: Pattern, name: Identifier): readonly string[] | undefined {
  if (pattern === name) return [];
  if (pattern.type === 'AssignmentPattern') return stepsTo(pattern.left, name);
  if (pattern.type !== 'ObjectPattern') return undefined;
  for (const property of pattern.properties) {
    const isRest = property.type === 'RestElement';
    const steps = stepsTo(isRest ? property.argument : property.value, name);
    if (steps === undefined) continue;
    // The rest of an object is treated as all of it.
    if (isRest) return steps;
    const key = keyOf(property.key, property.computed);
    return key === undefined ? undefined : [key, ...steps];
  }
  return undefined;
}

function below(meaning: Meaning | undefined, names: readonly string[]): Meaning | undefined {
  // `import tf from '@tensorflow/tfjs'` is the whole library, too.
  const own = meaning?.name === 'tf' && names[0] === 'default' ? names.slice(1) : names;
  return meaning && { ...meaning, name: [meaning.name, ...own].join('.') };
}
