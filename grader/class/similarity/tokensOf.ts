import type { AnyNode } from 'acorn';
import type { Compiled } from '../../pipeline/submission';

/** A top-level statement, usually a function, as tokens. */
export interface Unit {
  readonly tokens: readonly string[];
  /** The position of each token in the compiled code. */
  readonly starts: readonly number[];
}

/**
 * Turns each statement of a submission into tokens of its syntax tree. They include operators and called methods, but
 * not the student's names, literals, comments, types and layout, nor the order of statements.
 */
export function tokensOf({ program }: Pick<Compiled, 'program'>): readonly Unit[] {
  return program.body
    .filter((statement) => !isGenerated(statement))
    .map(unitOf)
    .filter(({ tokens }) => tokens.length > 0);
}

/** Whether esbuild added the statement: lists of exports, and helpers whose names start with two underscores. */
function isGenerated(statement: AnyNode): boolean {
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

/** The token of a node; undefined if the node has no effect. */
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

/** The name of a method, which is the library's; empty for a function, whose name is the student's. */
function methodOf(callee: AnyNode): string {
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return '';
  return callee.property.name;
}

/** Children in the order of the code. */
function childrenOf(node: AnyNode): readonly AnyNode[] {
  return Object.values(node)
    .flatMap(nodesIn)
    .toSorted((a, b) => a.start - b.start);
}

function nodesIn(part: unknown): readonly AnyNode[] {
  if (Array.isArray(part)) return part.flatMap(nodesIn);
  return typeof part === 'object' && part !== null && 'type' in part && 'start' in part ? [part as AnyNode] : [];
}
