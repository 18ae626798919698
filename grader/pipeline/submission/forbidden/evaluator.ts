import type { AnyNode, ObjectExpression } from 'acorn';
import type { CompilerFunctions } from './compilerFunctions';
import { mostTexts, valuesOfExpression } from './expressions';
import { Meanings, unknown, type Meaning } from './meanings';
import { AssignedMembers, sourcesOf } from './members';
import type { Definition, Step } from './patterns';
import type { Binding, Scopes } from './scopes';
import { childrenOf, isClass, isFunction, type FunctionNode } from './syntax';

// Beyond this, code is generated or hostile, and refused: what can't be followed must not slip through.
const deepest = 400;
const mostSteps = 200_000;

/**
 * Tells what expressions of a submission may stand for, without running any of it: the union over all values that a variable or property
 * is ever given, in whatever order. Nothing is assumed of what it doesn't know. Every method throws a RangeError for code too tangled to follow.
 */
export class Evaluator {
  readonly meanings = new Meanings();
  readonly assigned = new AssignedMembers();
  /** The script's own `module` and `exports`. */
  readonly module = emptyObject();
  readonly exports = emptyObject();
  /** The `module` of each CommonJS file, by the call that wraps it. */
  readonly files = new Map<AnyNode, ObjectExpression>();
  /** Functions that callers out of sight may call, so that their parameters may be anything. */
  readonly escaped = new Set<FunctionNode>();
  readonly #known = new Map<AnyNode, readonly Meaning[]>();
  readonly #returns = new Map<FunctionNode, readonly AnyNode[]>();
  readonly #inProgress = new Map<AnyNode, number>();
  readonly #membersInProgress = new Map<Meaning, Map<string, number>>();
  /** The outermost expression in progress that the present one turned out to depend on. */
  #dependsOn = Infinity;
  #steps = 0;
  #depth = 0;

  constructor(
    readonly scopes: Scopes,
    readonly compiler: CompilerFunctions,
  ) {
    this.assigned.add(this.meanings.own(this.module), { name: 'exports', value: { from: this.exports, steps: [] } });
  }

  /** Forgets what was found, but not the assignments: more of them are known now. */
  forget(): void {
    this.#known.clear();
    this.#steps = 0;
  }

  of(node: AnyNode): readonly Meaning[] {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    const begun = this.#inProgress.get(node);
    if (begun !== undefined) {
      // It is made of itself, as in s = s.next: that adds nothing.
      this.#dependsOn = Math.min(this.#dependsOn, begun);
      return [];
    }
    const depth = this.#inProgress.size;
    const outer = this.#dependsOn;
    this.#dependsOn = Infinity;
    this.#inProgress.set(node, depth);
    this.#descend();
    const values = this.#distinct(valuesOfExpression(this, node));
    this.#depth--;
    this.#inProgress.delete(node);
    // A part of a cycle is complete only once the cycle's beginning is.
    const isComplete = this.#dependsOn >= depth;
    if (isComplete) this.#known.set(node, values);
    this.#dependsOn = isComplete ? outer : Math.min(outer, this.#dependsOn);
    return values;
  }

  ofDefinition({ from, steps }: Definition): readonly Meaning[] {
    return steps.reduce<readonly Meaning[]>((values, step) => this.member(values, step), this.of(from));
  }

  /** What a property of any of `objects` may be. */
  member(objects: readonly Meaning[], step: Step): readonly Meaning[] {
    const { names, any } = this.namesOf(step);
    const found = objects.flatMap((object) => [
      ...names.flatMap((name) => this.#memberNamed(object, name)),
      ...(any ? this.#anyMember(object) : []),
    ]);
    return this.#distinct(found);
  }

  /** The code of a property of something of the submission's own; see `sourcesOf` in `members`. */
  sourcesOf(object: Meaning, name: string | undefined): readonly Definition[] {
    return this.#onceInside(object, `sources ${name}`, () => sourcesOf(this, object, name));
  }

  /** The code of what the script exports under a name, or under any. */
  exported(name: string | undefined): readonly Definition[] {
    return this.member([this.meanings.own(this.module)], { name: 'exports' }).flatMap((exports) => this.sourcesOf(exports, name));
  }

  /** The names that a step may have; `any` where it may be another, too. */
  namesOf(step: Step): { readonly names: readonly string[]; readonly any: boolean } {
    if ('name' in step) return { names: [step.name], any: false };
    if ('any' in step) return { names: [], any: true };
    const values = this.of(step.computed);
    const names = values.flatMap((value) => (value.kind === 'text' ? [value.text] : []));
    return { names, any: values.length === 0 || names.length < values.length };
  }

  /** The expressions that a function may return. */
  returnsOf(node: FunctionNode): readonly AnyNode[] {
    let returned = this.#returns.get(node);
    if (returned === undefined) {
      returned = node.body.type === 'BlockStatement' ? returnsIn(node.body) : [node.body];
      this.#returns.set(node, returned);
    }
    return returned;
  }

  #memberNamed(object: Meaning, name: string): readonly Meaning[] {
    switch (object.kind) {
      case 'library':
        if (name === 'default' && object.path.length === 0) return [object];
        // tf.Tensor.prototype has the methods of some tensor.
        return [name === 'prototype' ? unknown : this.meanings.library([...object.path, name])];
      case 'own':
        if (name === 'prototype' && (isFunction(object.node) || isClass(object.node))) return [this.meanings.instance(object.node)];
        return this.#valuesAt(object, name);
      case 'instance': {
        const isOpen = isFunction(object.of) || object.of.superClass;
        if (isOpen && this.sourcesOf(object, name).length === 0) return [this.meanings.member(name)];
        return this.#valuesAt(object, name);
      }
      case 'member':
      case 'unknown':
        return [this.meanings.member(name)];
      default:
        return [];
    }
  }

  #anyMember(object: Meaning): readonly Meaning[] {
    if (object.kind !== 'own' && object.kind !== 'instance') return [unknown];
    return this.#valuesAt(object, undefined);
  }

  #valuesAt(object: Meaning, name: string | undefined): readonly Meaning[] {
    return this.#onceInside(object, `values ${name}`, () => this.sourcesOf(object, name).flatMap((source) => this.ofDefinition(source)));
  }

  /** Gives nothing where a property is made of itself, as an object is that copies what a copy of its own has. */
  #onceInside<T>(object: Meaning, task: string, run: () => readonly T[]): readonly T[] {
    let tasks = this.#membersInProgress.get(object);
    if (tasks === undefined) this.#membersInProgress.set(object, (tasks = new Map<string, number>()));
    const begun = tasks.get(task);
    if (begun !== undefined) {
      this.#dependsOn = Math.min(this.#dependsOn, begun);
      return [];
    }
    // Between the expression that asks for the property and those that the property asks for.
    tasks.set(task, this.#inProgress.size - 0.5);
    this.#descend();
    const values = run();
    this.#depth--;
    tasks.delete(task);
    return values;
  }

  #descend(): void {
    if (++this.#depth > deepest || ++this.#steps > mostSteps) throw new RangeError('the code is too tangled');
  }

  #distinct(values: readonly Meaning[]): readonly Meaning[] {
    if (values.length < 2) return values;
    this.#steps += values.length;
    const distinct = [...new Set(values)];
    const texts = distinct.filter(({ kind }) => kind === 'text');
    return texts.length <= mostTexts
      ? distinct
      : [...distinct.filter(({ kind }) => kind !== 'text'), ...texts.slice(0, mostTexts), unknown];
  }

  /** What a variable may hold. */
  ofVariable(binding: Binding): readonly Meaning[] {
    const values = [...binding.definitions, ...binding.passed].flatMap((definition) => this.ofDefinition(definition));
    return binding.isParameter && this.#comesFromOutside(binding) ? [...values, unknown] : values;
  }

  #comesFromOutside(binding: Binding): boolean {
    if (binding.passed.length === 0) return true;
    let node = this.scopes.parentOf(binding.declaration);
    while (node !== undefined && !isFunction(node)) node = this.scopes.parentOf(node);
    return node !== undefined && this.escaped.has(node);
  }
}

function returnsIn(node: AnyNode): readonly AnyNode[] {
  if (node.type === 'ReturnStatement') return node.argument ? [node.argument] : [];
  return isFunction(node) || isClass(node) ? [] : childrenOf(node).flatMap(returnsIn);
}

function emptyObject(): ObjectExpression {
  return { type: 'ObjectExpression', start: -1, end: -1, properties: [] };
}
