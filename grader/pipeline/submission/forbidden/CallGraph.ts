import type { AnyNode, Identifier, Program } from 'acorn';
import { base, full, type RecursiveVisitors } from 'acorn-walk';
import { exportedAs } from './exportedAs';
import { memberName, Names, within, type Meaning } from './Names';

/** A library call found in the source. */
interface Call extends Meaning {
  /** The node to point at. */
  readonly node: AnyNode;
}

/**
 * A piece of code that runs as a whole, a function or a variable's initializer: the library calls in it, and the
 * variables it mentions.
 */
interface Unit {
  readonly calls: readonly Call[];
  readonly mentions: readonly Identifier[];
}

/** A node that an exercise reaches, linked to the node that mentions it: a list of steps for each would be quadratic. */
interface Reached {
  readonly node: AnyNode;
  /** Undefined for an alias, which does not count as a step. */
  readonly declaration?: Identifier | undefined;
  readonly from?: Reached;
}

/** Steps that are shown. */
const maxSteps = 20;

/** Skips functions in a class, object or list, since which of them are called is known only at run time. */
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

/** The library calls of a script's functions, and which functions mention which; only certain ones. */
export class CallGraph {
  readonly #names: Names;
  readonly #units = new Map<AnyNode, Unit>();
  /** By export, everything that it mentions. */
  readonly #mentioned = new Map<string, ReadonlySet<AnyNode>>();

  constructor(private readonly program: Program) {
    this.#names = new Names(program);
  }

  /**
   * The first call that `matches`, in an export or in anything it mentions, nearest first; `through` are the first
   * declarations that lead to it.
   */
  callFrom(
    exported: string,
    matches: (call: string) => boolean,
  ): (Call & { readonly through: readonly Identifier[] }) | undefined {
    const exercise = this.valueOf(exported);
    for (const reached of this.#reachedFrom(exercise)) {
      const { calls } = this.#unitOf(reached.node);
      const call = calls.find(({ name, of }) => matches(name) && (of === null || of === exercise));
      if (call !== undefined) return { ...call, through: stepsTo(reached).slice(0, maxSteps) };
    }
    return undefined;
  }

  /** Whether one export mentions another, directly or through other functions. */
  mentions(exported: string, other: string): boolean {
    let reached = this.#mentioned.get(exported);
    if (reached === undefined) {
      reached = new Set([...this.#reachedFrom(this.valueOf(exported))].map(({ node }) => node));
      this.#mentioned.set(exported, reached);
    }
    const sought = this.valueOf(other);
    return sought !== undefined && reached.has(sought);
  }

  /** The value exported under a name. */
  valueOf(name: string): AnyNode | undefined {
    return this.#names.valueOf(exportedAs(this.program, name));
  }

  /** Everything that a function mentions, nearest first, starting with itself. */
  *#reachedFrom(exercise: AnyNode | undefined): Generator<Reached> {
    if (exercise === undefined) return;
    const queue: Reached[] = [{ node: exercise }];
    const seen = new Set<AnyNode>([exercise]);
    // The queue grows during iteration.
    for (const from of queue) {
      yield from;
      for (const mention of this.#unitOf(from.node).mentions) {
        const origin = this.#names.originOf(mention);
        if (origin?.kind !== 'value' || seen.has(origin.from) || isInside(origin.from, from.node)) continue;
        seen.add(origin.from);
        const isAlias = origin.from.type === 'Identifier';
        queue.push({ node: origin.from, declaration: isAlias ? undefined : origin.declaration, from });
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

/** The declarations that lead to a node, first the one that the exercise mentions. */
function stepsTo(reached: Reached): readonly Identifier[] {
  const steps: Identifier[] = [];
  for (let at: Reached | undefined = reached; at !== undefined; at = at.from)
    if (at.declaration !== undefined) steps.push(at.declaration);
  return steps.reverse();
}

function isFunction(node: AnyNode): boolean {
  return node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression';
}

function isInside(node: AnyNode, outer: AnyNode): boolean {
  return node.start >= outer.start && node.end <= outer.end;
}
