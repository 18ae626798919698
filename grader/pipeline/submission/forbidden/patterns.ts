import type { AnyNode, Identifier, MemberExpression } from 'acorn';

/** One step into a value: a property by name or by a computed name, or any of its properties. */
export type Step = { readonly name: string } | { readonly computed: AnyNode } | { readonly any: true };

/** A value as code: what is found in `from` after some steps into it. */
export interface Definition {
  readonly from: AnyNode;
  readonly steps: readonly Step[];
}

/** The step that a property's key, or what stands behind a dot or in brackets, takes. */
export function stepOf({ key, computed }: { readonly key: AnyNode; readonly computed: boolean }): Step {
  if (computed) return { computed: key };
  if (key.type === 'Identifier') return { name: key.name };
  if (key.type === 'PrivateIdentifier') return { name: `#${key.name}` };
  return key.type === 'Literal' ? { name: String(key.value) } : { any: true };
}

/** What each variable and property in a pattern gets of `value`: of `{ train: { adam } } = tf`, adam is `tf`, then train, then adam. */
export function targetsIn(
  pattern: AnyNode,
  value: Definition,
): readonly { readonly target: Identifier | MemberExpression; readonly value: Definition }[] {
  const into = (step: Step): Definition => ({ from: value.from, steps: [...value.steps, step] });
  switch (pattern.type) {
    case 'Identifier':
    case 'MemberExpression':
      return [{ target: pattern, value }];
    case 'AssignmentPattern':
      return targetsIn(pattern.left, value);
    case 'RestElement':
      // The rest has at most what the whole has.
      return targetsIn(pattern.argument, value);
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        property.type === 'RestElement' ? targetsIn(property, value) : targetsIn(property.value, into(stepOf(property))),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap((element, index) => {
        if (element === null) return [];
        return targetsIn(element, element.type === 'RestElement' ? value : into({ name: String(index) }));
      });
    default:
      return [];
  }
}

/** The variables that a pattern names. */
export function identifiersIn(pattern: AnyNode): readonly Identifier[] {
  return targetsIn(pattern, { from: pattern, steps: [] }).flatMap(({ target }) => (target.type === 'Identifier' ? [target] : []));
}

/** The defaults in a pattern, with the part of it that they are for. */
export function defaultsIn(pattern: AnyNode): readonly { readonly pattern: AnyNode; readonly value: Definition }[] {
  switch (pattern.type) {
    case 'AssignmentPattern':
      return [{ pattern: pattern.left, value: { from: pattern.right, steps: [] } }, ...defaultsIn(pattern.left)];
    case 'RestElement':
      return defaultsIn(pattern.argument);
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) => defaultsIn(property.type === 'RestElement' ? property : property.value));
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element === null ? [] : defaultsIn(element)));
    default:
      return [];
  }
}
