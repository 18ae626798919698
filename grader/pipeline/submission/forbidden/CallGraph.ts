import type { AnyNode, Identifier, Program } from 'acorn';
import { base, full, type RecursiveVisitors } from 'acorn-walk';
import { exportedAs } from './exportedAs';
import { memberName, Names, within, type Meaning } from './Names';

/** A library call that is written out. */
interface Call extends Meaning {
  /** What to point at. */
  readonly node: AnyNode;
}

/**
 * A piece of code that runs as a whole, a function or what a variable starts with: what it calls, and the variables it
 * mentions.
 */
interface Unit {
  readonly calls: readonly Call[];
  readonly mentions: readonly Identifier[];
}

/** Which of the functions in a class, object or list are called, only the run can tell. */
const visitors: RecursiveVisitors<unknown> = {
  ...base,
  Class: () => undefined,
  ObjectExpression: ({ properties }, state, visit) => {
    for (const property of properties)
      if (property.type === 'SpreadElement' || !isFunction(property.value)) visit(property, state);
  },
  ArrayExpression: ({ elements }, state, visit) => {
    for (const element of elements) if (element !== null && !isFunction(element)) visit(element, state);
  },
};

/** The library calls of a script's functions, and which of them mention which: certain ones alone. */
export class CallGraph {
  readonly #names: Names;
  readonly #units = new Map<AnyNode, Unit>();

  constructor(private readonly program: Program) {
    this.#names = new Names(program);
  }

  /**
   * The first call that `matches`, in what is exported under a name or in what that mentions, nearest first;
   * `through` are the declarations that lead to it.
   */
  callFrom(
    exported: string,
    matches: (call: string) => boolean,
  ): (Call & { readonly through: readonly Identifier[] }) | undefined {
    const exercise = this.valueOf(exported);
    for (const { node, through } of this.#reachedFrom(exercise)) {
      const call = this.#unitOf(node).calls.find(({ name, of }) => matches(name) && (of === null || of === exercise));
      if (call !== undefined) return { ...call, through };
    }
    return undefined;
  }

  /** Whether what is exported under one name mentions what is exported under another, by way of other functions too. */
  mentions(exported: string, other: string): boolean {
    const sought = this.valueOf(other);
    return [...this.#reachedFrom(this.valueOf(exported))].some(({ node }) => node === sought);
  }

  /** What is exported under a name. */
  valueOf(name: string): AnyNode | undefined {
    return this.#names.valueOf(exportedAs(this.program, name));
  }

  /** All that a function mentions, nearest first, itself at the beginning. */
  *#reachedFrom(
    exercise: AnyNode | undefined,
  ): Generator<{ readonly node: AnyNode; readonly through: readonly Identifier[] }> {
    if (exercise === undefined) return;
    const queue: { readonly node: AnyNode; readonly through: readonly Identifier[] }[] = [
      { node: exercise, through: [] },
    ];
    const seen = new Set<AnyNode>([exercise]);
    // The list grows while it is gone through.
    for (const { node, through } of queue) {
      yield { node, through };
      for (const mention of this.#unitOf(node).mentions) {
        const origin = this.#names.originOf(mention);
        if (origin?.kind !== 'value' || seen.has(origin.from) || isInside(origin.from, node)) continue;
        seen.add(origin.from);
        // An alias is no step of the way.
        queue.push({
          node: origin.from,
          through: origin.from.type === 'Identifier' ? through : [...through, origin.declaration],
        });
      }
    }
  }

  #unitOf(node: AnyNode): Unit {
    let unit = this.#units.get(node);
    if (unit === undefined) this.#units.set(node, (unit = this.#read(node)));
    return unit;
  }

  #read(root: AnyNode): Unit {
    const calls: Call[] = [];
    const mentions: Identifier[] = [];
    const read = (node: AnyNode): void => {
      if (node.type === 'Identifier') mentions.push(node);
      const callee =
        node.type === 'CallExpression' || node.type === 'NewExpression'
          ? node.callee
          : node.type === 'TaggedTemplateExpression' && node.tag;
      const call = callee && this.#callOf(within(callee));
      if (call) calls.push(call);
    };
    full(root, (node) => read(node as AnyNode), visitors);
    return { calls, mentions };
  }

  #callOf(callee: AnyNode): Call | undefined {
    const member = callee.type === 'MemberExpression' ? callee : undefined;
    const method = memberName(callee);
    if (member && (method === 'call' || method === 'apply')) return this.#callOf(within(member.object));
    const meaning = this.#names.meaningOf(callee);
    return meaning && { ...meaning, node: member?.property ?? callee };
  }
}

function isFunction(node: AnyNode): boolean {
  return node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression';
}

function isInside(node: AnyNode, outer: AnyNode): boolean {
  return node.start >= outer.start && node.end <= outer.end;
}
