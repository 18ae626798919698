import type { AnyNode } from 'acorn';
import type { Compiled } from '../../pipeline/submission';

/** A top-level statement, mostly a function, as tokens: what it does, and nothing of how it is called or laid out. */
export interface Unit {
  readonly tokens: readonly string[];
  /** Where in the compiled code each token begins. */
  readonly starts: readonly number[];
}

/**
 * A submission's statements as tokens of its syntax tree. Names that a student chooses, literals, comments, types and
 * layout leave no trace; operators and the methods that are called do. Each statement is for itself, so that their order
 * makes no difference either.
 */
export function tokensOf({ program }: Pick<Compiled, 'program'>): readonly Unit[] {
  return program.body
    .filter((statement) => !isOfCompiler(statement))
    .map(unitOf)
    .filter(({ tokens }) => tokens.length > 0);
}

/** What esbuild puts around modules: lists of exports, and helpers whose names begin with two underscores. */
function isOfCompiler(statement: AnyNode): boolean {
  if (statement.type === 'ExpressionStatement') {
    const { expression } = statement;
    return isHelperCall(expression) || expression.type === 'AssignmentExpression';
  }
  return (
    statement.type === 'VariableDeclaration' &&
    statement.declarations.every(
      ({ id, init }) => (id.type === 'Identifier' && id.name.startsWith('__')) || (init != null && isHelperCall(init)),
    )
  );
}

function isHelperCall(node: AnyNode): boolean {
  return node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name.startsWith('__');
}

function unitOf(statement: AnyNode): Unit {
  const tokens: string[] = [];
  const starts: number[] = [];
  const visit = (node: AnyNode): void => {
    const token = tokenOf(node);
    if (token !== undefined) {
      tokens.push(token);
      starts.push(node.start);
    }
    for (const child of childrenOf(node)) visit(child);
  };
  visit(statement);
  return { tokens, starts };
}

/** What leaves a trace; undefined for what could be left out or put in without changing anything. */
function tokenOf(node: AnyNode): string | undefined {
  switch (node.type) {
    case 'EmptyStatement':
    case 'ParenthesizedExpression':
    case 'ExpressionStatement':
    case 'TemplateElement':
      return undefined;
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'AssignmentExpression':
    case 'UnaryExpression':
    case 'UpdateExpression':
      return node.operator;
    case 'CallExpression':
      return `call ${methodOf(node.callee)}`;
    case 'ForStatement':
    case 'ForOfStatement':
    case 'ForInStatement':
    case 'WhileStatement':
      return 'loop';
    default:
      return node.type;
  }
}

/** A method is the library's; a function of one's own can be called anything. */
function methodOf(callee: AnyNode): string {
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return '';
  return callee.property.name;
}

/** Children in the order in which they stand. */
function childrenOf(node: AnyNode): readonly AnyNode[] {
  return Object.values(node)
    .flatMap(nodesIn)
    .toSorted((a, b) => a.start - b.start);
}

function nodesIn(part: unknown): readonly AnyNode[] {
  if (Array.isArray(part)) return part.flatMap(nodesIn);
  return typeof part === 'object' && part !== null && 'type' in part && 'start' in part ? [part as AnyNode] : [];
}
