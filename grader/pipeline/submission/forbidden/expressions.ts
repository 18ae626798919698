import type { AnyNode, Identifier } from 'acorn';
import { valuesOfCall } from './calls';
import type { Evaluator } from './evaluator';
import { requireFunction, unknown, type Meaning } from './meanings';
import { stepOf } from './patterns';
import { isClass, isFunction } from './syntax';
import { meaningOfThis } from './thisValue';

/** More are more than any name has. */
export const mostTexts = 64;
const longestText = 100;

/** What an expression may stand for, by its kind. */
export function valuesOfExpression(evaluator: Evaluator, node: AnyNode): readonly Meaning[] {
  if (isFunction(node) || isClass(node)) return [evaluator.meanings.own(node)];
  switch (node.type) {
    case 'ObjectExpression':
    case 'ArrayExpression':
      return [evaluator.meanings.own(node)];
    case 'Identifier': {
      const binding = evaluator.scopes.bindingOf(node);
      return binding === undefined ? global(evaluator, node) : evaluator.ofVariable(binding);
    }
    case 'MemberExpression':
      return evaluator.member(evaluator.of(node.object), stepOf({ key: node.property, computed: node.computed }));
    case 'CallExpression':
      return valuesOfCall(evaluator, node);
    case 'NewExpression':
      return evaluator.of(node.callee).map((made) => {
        return made.kind === 'own' && (isFunction(made.node) || isClass(made.node)) ? evaluator.meanings.instance(made.node) : unknown;
      });
    case 'ThisExpression':
    case 'Super':
      return meaningOfThis(evaluator, node);
    case 'ChainExpression':
    case 'ParenthesizedExpression':
      return evaluator.of(node.expression);
    case 'AwaitExpression':
      return evaluator.of(node.argument);
    case 'SequenceExpression':
      return node.expressions.slice(-1).flatMap((last) => evaluator.of(last));
    case 'ConditionalExpression':
      return [...evaluator.of(node.consequent), ...evaluator.of(node.alternate)];
    case 'LogicalExpression':
      return [...evaluator.of(node.left), ...evaluator.of(node.right)];
    case 'AssignmentExpression':
      return node.operator === '=' ? evaluator.of(node.right) : [...evaluator.of(node.left), ...evaluator.of(node.right)];
    case 'Literal':
      return typeof node.value === 'string' || typeof node.value === 'number' ? [evaluator.meanings.text(String(node.value))] : [];
    case 'TemplateLiteral':
      return concatenated(
        evaluator,
        node.quasis.flatMap((quasi, index) => {
          const text = [evaluator.meanings.text(quasi.value.cooked ?? '')];
          const expression = node.expressions[index];
          return expression === undefined ? [text] : [text, evaluator.of(expression)];
        }),
      );
    case 'BinaryExpression':
      return node.operator === '+' && node.left.type !== 'PrivateIdentifier'
        ? concatenated(evaluator, [evaluator.of(node.left), evaluator.of(node.right)])
        : [];
    case 'UnaryExpression':
    case 'UpdateExpression':
      return [];
    default:
      return [unknown];
  }
}

function global(evaluator: Evaluator, node: Identifier): readonly Meaning[] {
  if (node.name === 'require') return [requireFunction];
  if (node.name === 'module') return [evaluator.meanings.own(evaluator.module)];
  if (node.name === 'exports') return [evaluator.meanings.own(evaluator.exports)];
  return node.name === 'undefined' ? [] : [unknown];
}

/** All the texts that a sum of parts may give; a part that is no constant leaves none. */
function concatenated(evaluator: Evaluator, parts: readonly (readonly Meaning[])[]): readonly Meaning[] {
  let texts = [''];
  for (const part of parts) {
    const ends = part.flatMap((meaning) => (meaning.kind === 'text' ? [meaning.text] : []));
    texts = texts.flatMap((text) => ends.map((end) => (text + end).slice(0, longestText))).slice(0, mostTexts);
  }
  return texts.map((text) => evaluator.meanings.text(text));
}
