import ts from 'typescript';
import type { TextEdit } from '../../skeleton/textEdits';
import { grouped, replace, type MutationOperator } from '../mutation';

/**
 * Common oversights about arguments: 0 is a value, lists belong to the caller, numbers are not strings, there can be
 * more than ten of something. Each is inserted before the solution.
 */
export const overlookedArguments: MutationOperator = (node) => {
  const exercise = exerciseThatBeginsWith(node);
  if (exercise === undefined) return [];
  const [first, last] = [exercise.statements[0], exercise.statements.at(-1)];
  if (first === undefined || last === undefined) return [];
  const text = node.getSourceFile().text.slice(first.getStart(), last.getEnd());
  return exercise.parameters.flatMap(overlooked).map(({ statement, makesTensors }): TextEdit => {
    const body = `${statement} ${text}`;
    // So it is caught by its result, not by its leaks.
    return {
      start: first.getStart(),
      end: last.getEnd(),
      text: makesTensors ? `return tf.tidy(() => { ${body} });` : body,
    };
  });
};

/** a < b → !b || a < b, and Number.isNaN(a) → !a: zero treated as missing. Not in loop conditions. */
export const zeroForNothing: MutationOperator = (node) => {
  if (ts.isCallExpression(node) && node.expression.getText() === 'Number.isNaN')
    return node.arguments.slice(0, 1).map((argument) => replace(node, `!${grouped(argument)}`));
  if (!ts.isBinaryExpression(node) || !comparisons.has(node.operatorToken.kind) || ts.isForStatement(node.parent))
    return [];
  const { right } = node;
  return ts.isIdentifier(right) || ts.isPropertyAccessExpression(right)
    ? [replace(node, `(!${right.getText()} || ${node.getText()})`)]
    : [];
};

const comparisons: ReadonlySet<ts.SyntaxKind> = new Set([ts.SyntaxKind.LessThanToken, ts.SyntaxKind.GreaterThanToken]);

/** ±Infinity → 0: a wrong initial best value. */
export const emptyBest: MutationOperator = (node) => {
  if (!ts.isIdentifier(node) || node.text !== 'Infinity') return [];
  return [replace(ts.isPrefixUnaryExpression(node.parent) ? node.parent : node, '0')];
};

/** A bound replaced by an added ε, and an ε in each denominator. */
export const epsilonForBound: MutationOperator = (node) => {
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.SlashToken)
    return [replace(node.right, `(${node.right.getText()} + ${epsilon})`)];
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  const { expression: on, name } = node.expression;
  const [first, second] = node.arguments;
  if (on.getText() === 'Math' && (name.text === 'max' || name.text === 'min') && first !== undefined)
    return [replace(node, `(${first.getText()} + ${epsilon})`)];
  if (on.getText() === 'tf') {
    return name.text === 'divNoNan' && first !== undefined && second !== undefined
      ? [replace(node, `tf.div(${first.getText()}, tf.add(${second.getText()}, ${epsilon}))`)]
      : [];
  }
  if (name.text === 'relu' || name.text === 'maximum' || name.text === 'clipByValue')
    return [replace(node, `tf.add(${on.getText()}, ${epsilon})`)];
  return name.text === 'div' && first !== undefined ? [replace(first, `tf.add(${first.getText()}, ${epsilon})`)] : [];
};

const epsilon = '1e-8';

/** a / (b · c) → a / b · c, c · (a − b) → c · a − b: dropped parentheses. */
export const droppedParentheses: MutationOperator = (node) => {
  if (!ts.isParenthesizedExpression(node) || !ts.isBinaryExpression(node.expression)) return [];
  const { parent, expression: inner } = node;
  if (!ts.isBinaryExpression(parent)) return [];
  const [within, without] = [rankOf(inner), rankOf(parent)];
  const decides = within < without || (within === without && parent.right === node && isInverse(parent));
  return decides ? [replace(node, inner.getText())] : [];
};

const ranks: readonly (readonly ts.SyntaxKind[])[] = [
  [ts.SyntaxKind.PlusToken, ts.SyntaxKind.MinusToken],
  [ts.SyntaxKind.AsteriskToken, ts.SyntaxKind.SlashToken, ts.SyntaxKind.PercentToken],
  [ts.SyntaxKind.AsteriskAsteriskToken],
];

/** Precedence of arithmetic operators. */
function rankOf({ operatorToken: { kind } }: ts.BinaryExpression): number {
  const rank = ranks.findIndex((kinds) => kinds.includes(kind));
  return rank === -1 ? NaN : rank;
}

function isInverse({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return kind === ts.SyntaxKind.SlashToken || kind === ts.SyntaxKind.MinusToken;
}

interface Exercise {
  readonly parameters: readonly ts.ParameterDeclaration[];
  readonly statements: readonly ts.Statement[];
}

/** The exercise whose solution starts with a statement. */
function exerciseThatBeginsWith(node: ts.Node): Exercise | undefined {
  const block = node.parent;
  if (!ts.isStatement(node) || !ts.isBlock(block) || !ts.isFunctionDeclaration(block.parent)) return undefined;
  const before = node.getSourceFile().text.slice(node.getFullStart(), node.getStart());
  if (!before.includes('BEGIN SOLUTION')) return undefined;
  return {
    parameters: [...block.parent.parameters],
    statements: block.statements.slice(block.statements.indexOf(node)),
  };
}

interface Oversight {
  readonly statement: string;
  readonly makesTensors: boolean;
}

function overlooked({ name, type, initializer }: ts.ParameterDeclaration): readonly Oversight[] {
  if (ts.isObjectBindingPattern(name)) return [];
  const [own, kind] = [name.getText(), type?.getText() ?? ''];
  const plain = (...statements: readonly string[]): Oversight[] =>
    statements.map((statement) => ({ statement, makesTensors: false }));
  // Optional arguments are never 0.
  if (kind === 'number')
    return initializer === undefined && !neverZero.has(own)
      ? plain(...insteadOfZero(own).map((other) => `${own} ||= ${other};`))
      : [];
  if (kind === 'number[]')
    return plain(`${own}.sort((p, q) => p - q);`, `${own} = [...${own}].sort();`, `${own} = ${own}.slice(0, 10);`);
  if (kind.endsWith('[]')) return plain(`${own}.sort();`);
  if (/^Tensor\dD$/.test(kind)) return [{ statement: tenOf(own), makesTensors: true }];
  const body = type?.parent.parent.getText() ?? '';
  return numbersOf(type)
    .filter((field) => body.includes(field) && !neverZero.has(field))
    .flatMap((field) =>
      plain(...insteadOfZero(field).map((other) => `${own} = { ...${own}, ${field}: ${own}.${field} || ${other} };`)),
    );
}

/** Number fields of options with a named type. */
const namedNumbers = 'learningRate beta1 beta2 epsilon batchSize epochs iterations lambda seed'.split(' ');

function numbersOf(type: ts.TypeNode | undefined): readonly string[] {
  if (type === undefined) return [];
  if (ts.isIntersectionTypeNode(type)) return type.types.flatMap(numbersOf);
  if (!ts.isTypeLiteralNode(type)) return type.getText().endsWith('Options') ? namedNumbers : [];
  return type.members.flatMap((member) =>
    ts.isPropertySignature(member) && member.type?.getText() === 'number' ? [member.name.getText()] : [],
  );
}

/** Labels above 9 become 9; otherwise only the first ten rows are used. */
function tenOf(name: string): string {
  return ['y', 'labels', 'predicted'].includes(name)
    ? `${name} = ${name}.minimum(9);`
    : `${name} = ${name}.slice(0, Math.min(10, ${name}.shape[0]));`;
}

/** Counts and divisors, which are never 0. */
const neverZero: ReadonlySet<string> = new Set(
  'k n h every total lrMin lrMax batchSize patience tries keep noiseVariance priorVariance'.split(' '),
);

function insteadOfZero(name: string): readonly string[] {
  return name === 'seed' ? ['Math.ceil(1e9 * Math.random())', '1'] : ['1'];
}
