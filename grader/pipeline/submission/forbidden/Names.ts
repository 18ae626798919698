import type { AnyNode, Expression, Identifier, Pattern, PrivateIdentifier, Program, VariableDeclarator } from 'acorn';
import { analyze, type Variable } from 'eslint-scope';
import { libraryNames } from '../allowedImports';

/**
 * What a variable is that is given a value in one place only: an expression, some `steps` into it, or a function's
 * whole parameter.
 */
export type Origin =
  | {
      readonly kind: 'value';
      readonly from: AnyNode;
      readonly steps: readonly string[];
      readonly declaration: Identifier;
    }
  | { readonly kind: 'parameter'; readonly of: AnyNode };

/** What the compilers write around a `require()`. */
const wrappers: ReadonlySet<string> = new Set(['__toESM', '__importStar', '__importDefault']);

/** Names made of more names than this are generated, or made of themselves. */
const maxDepth = 50;

/** Tells what the names of a script stand for, as far as that is certain. */
export class Names {
  readonly #variables: ReadonlyMap<AnyNode, Variable>;
  readonly #origins = new Map<Variable, Origin | undefined>();

  constructor(program: Program) {
    // acorn's nodes are ESTree's, by types of their own.
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

  /** `['losses', 'logLoss']` for an expression that stands for that of tfjs, `[]` for one that stands for tfjs. */
  libraryPath(node: AnyNode, depth = 0): readonly string[] | undefined {
    if (depth > maxDepth) return undefined;
    const value = within(node);
    if (value.type === 'Identifier') {
      const origin = this.originOf(value);
      return origin?.kind === 'value' ? below(this.libraryPath(origin.from, depth + 1), origin.steps) : undefined;
    }
    const name = memberName(value);
    if (value.type === 'MemberExpression')
      return name === undefined ? undefined : below(this.libraryPath(value.object, depth + 1), [name]);
    if (value.type !== 'CallExpression') return undefined;
    const { callee } = value;
    const [first] = value.arguments;
    if (callee.type === 'MemberExpression' && memberName(callee) === 'bind')
      return this.libraryPath(callee.object, depth + 1);
    if (callee.type !== 'Identifier' || first === undefined) return undefined;
    if (wrappers.has(callee.name)) return this.libraryPath(first, depth + 1);
    const isRequire = callee.name === 'require' && !this.#variables.has(callee);
    return isRequire && first.type === 'Literal' && libraryNames.includes(String(first.value)) ? [] : undefined;
  }

  /**
   * Of an expression that is certainly a tensor if a certain function's parameter is: that function; null if it is one
   * anyway.
   */
  tensorBy(node: AnyNode, depth = 0): AnyNode | null | undefined {
    const value = within(node);
    if (depth > maxDepth) return undefined;
    if (value.type === 'Identifier') {
      const origin = this.originOf(value);
      if (origin?.kind === 'parameter') return origin.of;
      return origin?.steps.length === 0 && origin.from.type === 'CallExpression'
        ? this.tensorBy(origin.from, depth + 1)
        : undefined;
    }
    if (value.type !== 'CallExpression') return undefined;
    const callee = within(value.callee);
    const path = this.libraryPath(callee);
    // What tf.tidy returns is the submission's own choice.
    if (path !== undefined) return path.length === 1 && path[0] !== 'tidy' ? null : undefined;
    return callee.type === 'MemberExpression' ? this.tensorBy(callee.object, depth + 1) : undefined;
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

/** The expression that gives the value of parentheses, `?.`, `await` and a comma. */
export function within(node: AnyNode): AnyNode {
  if (node.type === 'ChainExpression' || node.type === 'ParenthesizedExpression') return within(node.expression);
  if (node.type === 'AwaitExpression') return within(node.argument);
  const last = node.type === 'SequenceExpression' ? node.expressions.at(-1) : undefined;
  return last === undefined ? node : within(last);
}

/** The name in `object.name` or `object['name']`. */
export function memberName(node: AnyNode): string | undefined {
  return node.type === 'MemberExpression' ? keyOf(node.property, node.computed) : undefined;
}

/** The name of a property, if it is written out. */
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
    // The rest of an object is taken for all of it.
    if (isRest) return steps;
    const key = keyOf(property.key, property.computed);
    return key === undefined ? undefined : [key, ...steps];
  }
  return undefined;
}

function below(path: readonly string[] | undefined, names: readonly string[]): readonly string[] | undefined {
  // `import tf from '@tensorflow/tfjs'` is all of it, too.
  return path?.concat(path.length === 0 && names[0] === 'default' ? names.slice(1) : names);
}
