import ts from 'typescript';
import { grouped, replace, takesAxis, type MutationOperator } from '../mutation';

const { SyntaxKind } = ts;

const otherOperators: Readonly<Partial<Record<ts.SyntaxKind, readonly string[]>>> = {
  [SyntaxKind.PlusToken]: ['-'],
  [SyntaxKind.MinusToken]: ['+'],
  [SyntaxKind.AsteriskToken]: ['/'],
  [SyntaxKind.SlashToken]: ['*'],
  [SyntaxKind.PercentToken]: ['*'],
  // Not a power in JavaScript.
  [SyntaxKind.AsteriskAsteriskToken]: ['*', '^'],
  [SyntaxKind.LessThanToken]: ['<=', '>='],
  [SyntaxKind.LessThanEqualsToken]: ['<', '>'],
  [SyntaxKind.GreaterThanToken]: ['>=', '<='],
  [SyntaxKind.GreaterThanEqualsToken]: ['>', '<'],
  [SyntaxKind.EqualsEqualsEqualsToken]: ['!=='],
  [SyntaxKind.ExclamationEqualsEqualsToken]: ['==='],
  [SyntaxKind.AmpersandAmpersandToken]: ['||'],
  [SyntaxKind.BarBarToken]: ['&&'],
  [SyntaxKind.PlusEqualsToken]: ['-='],
  [SyntaxKind.MinusEqualsToken]: ['+='],
  [SyntaxKind.AsteriskEqualsToken]: ['/='],
  [SyntaxKind.SlashEqualsToken]: ['*='],
};

/** Operators whose operands can be dropped. */
const termOperators: ReadonlySet<ts.SyntaxKind> = new Set([
  SyntaxKind.PlusToken,
  SyntaxKind.MinusToken,
  SyntaxKind.AsteriskToken,
  SyntaxKind.SlashToken,
  SyntaxKind.AsteriskAsteriskToken,
  SyntaxKind.PercentToken,
]);

/** a + b → a − b, a < b → a <= b, and the like. */
export const operatorSwaps: MutationOperator = (node) => {
  if (!ts.isBinaryExpression(node) || isText(node)) return [];
  return (otherOperators[node.operatorToken.kind] ?? []).map((text) => replace(node.operatorToken, text));
};

/** a ± b → a, b; a dropped division or power; a reversed difference. */
export const droppedTerms: MutationOperator = (node) => {
  if (!ts.isBinaryExpression(node) || !termOperators.has(node.operatorToken.kind) || isText(node)) return [];
  const { left, right } = node;
  const commutes =
    node.operatorToken.kind === SyntaxKind.PlusToken || node.operatorToken.kind === SyntaxKind.AsteriskToken;
  const turned = commutes ? [] : [replace(node, `${grouped(right)} ${node.operatorToken.getText()} ${grouped(left)}`)];
  return [replace(node, grouped(left)), replace(node, grouped(right)), ...turned];
};

/** −x → x, !x → x, i++ ↔ i--. */
export const unarySigns: MutationOperator = (node) => {
  if (
    ts.isPrefixUnaryExpression(node) &&
    [SyntaxKind.MinusToken, SyntaxKind.ExclamationToken].includes(node.operator)
  ) {
    return [replace(node, grouped(node.operand))];
  }
  if (!ts.isPostfixUnaryExpression(node)) return [];
  return [replace(node, `${node.operand.getText()}${node.operator === SyntaxKind.PlusPlusToken ? '--' : '++'}`)];
};

/** 0 ↔ 1, 2 → 1, any other number → plus one; and each negated. */
export const numbers: MutationOperator = (node) => {
  if (!ts.isNumericLiteral(node) || (ts.isPropertyAssignment(node.parent) && node.parent.name === node)) return [];
  const value = Number(node.text);
  // The last axis as a negative index is equivalent.
  if (value < 2 && isAxis(node)) return [replace(node, String(1 - value))];
  const others =
    value === 0
      ? ['1']
      : value === 1
        ? ['0', '2', '-1']
        : value === 2
          ? ['1', '3', '-2']
          : [String(value + 1), String(-value)];
  return others.map((text) => replace(node, text.startsWith('-') ? `(${text})` : text));
};

function isAxis({ parent }: ts.NumericLiteral): boolean {
  return (
    ts.isCallExpression(parent) &&
    ts.isPropertyAccessExpression(parent.expression) &&
    takesAxis(parent.expression.name.text)
  );
}

/** true ↔ false: keepDims, and the transpose flags of matMul. */
export const booleans: MutationOperator = (node) => {
  if (node.kind === SyntaxKind.TrueKeyword) return [replace(node, 'false')];
  return node.kind === SyntaxKind.FalseKeyword ? [replace(node, 'true')] : [];
};

// Skip string concatenation: messages are not part of the answer.
function isText(node: ts.BinaryExpression): boolean {
  return [node.left, node.right].some((side) => ts.isStringLiteralLike(side) || ts.isTemplateExpression(side));
}
