import type { AnyNode, Identifier, MemberExpression } from 'acorn';
import type { ForbiddenCall } from '../../types';
import { getterAround, isFileCall, isPure, isRunFor } from './belonging';
import type { Evaluator } from './evaluator';
import { forbiddenName, type Meaning } from './meanings';
import { plain } from './members';
import { stepOf, type Definition, type Step } from './patterns';
import { childrenOf, isClass, isFunction, isWithin, unwrap } from './syntax';
import { functionIn, useIn, type Use } from './uses';

/** A name of the submission's, as the compiled code spells it; `declaration` says where it is declared, if it is a variable's. */
export interface Name {
  readonly text: string;
  readonly declaration: Identifier | undefined;
}

export interface ReachedUse extends Use {
  readonly through: readonly Name[];
}

/** A piece of code to look through. `isExercise` where it is the exercise itself, or another name of it. */
interface Unit {
  readonly node: AnyNode;
  readonly through: readonly Name[];
  readonly isExercise: boolean;
}

/**
 * The first forbidden call in an exercise or in what it mentions, nearest first. Whatever is mentioned counts as used, whole;
 * of an object that serves as a namespace, only the member mentioned.
 *
 * @param exercise - the exercise's function as exported; several where it may be one or the other
 */
export function reachableUse(
  evaluator: Evaluator,
  exercise: readonly Definition[],
  forbidden: readonly ForbiddenCall[],
): ReachedUse | undefined {
  const search = new Search(evaluator, forbidden);
  for (const source of exercise) search.begin(source);
  return search.run() ?? useOfItself(evaluator, exercise, forbidden);
}

/** The library function that an exercise is, or that it returns for the grader to call. */
function useOfItself(evaluator: Evaluator, exercise: readonly Definition[], forbidden: readonly ForbiddenCall[]): ReachedUse | undefined {
  for (const source of exercise) {
    for (const meaning of evaluator.ofDefinition(source)) {
      const call = meaning.kind === 'library' ? forbiddenName(meaning, forbidden) : undefined;
      if (call !== undefined) return { call, node: source.from, through: [] };
      const returned = meaning.kind === 'own' && isFunction(meaning.node) ? evaluator.returnsOf(meaning.node) : [];
      for (const node of returned) {
        const use = functionIn(evaluator, node, forbidden);
        if (use !== undefined) return { ...use, through: [] };
      }
    }
  }
  return undefined;
}

class Search {
  readonly #units: Unit[] = [];
  readonly #seen = new Set<AnyNode>();
  readonly #seenMembers = new Map<Meaning, Set<string>>();

  constructor(
    readonly evaluator: Evaluator,
    readonly forbidden: readonly ForbiddenCall[],
  ) {}

  begin(source: Definition): void {
    this.#reachSource(source, [], undefined, undefined);
  }

  run(): ReachedUse | undefined {
    // The list grows while it is gone through.
    for (const unit of this.#units) {
      const use = this.#scan(unit.node, unit);
      if (use !== undefined) return { ...use, through: unit.through };
    }
    return undefined;
  }

  #scan(node: AnyNode, unit: Unit): Use | undefined {
    const use = useIn(this.evaluator, node, this.forbidden);
    if (use !== undefined) return use;
    if (node.type === 'MemberExpression' && this.#reachMember(node, unit)) {
      return node.computed ? this.#scan(node.property, unit) : undefined;
    }
    if (node.type === 'Identifier' && (node === unit.node || this.evaluator.scopes.references.has(node)))
      this.#reachVariable(node, unit.through, unit);
    if (node.type === 'ThisExpression' || isFileCall(this.evaluator, node)) this.#reachAll(this.evaluator.of(node), unit);
    for (const child of childrenOf(node)) {
      const inside = this.#scan(child, unit);
      if (inside !== undefined) return inside;
    }
    return undefined;
  }

  /** Reaches `name` alone in `object.name`, where all that `object` may be is known; false where it isn't. */
  #reachMember(node: MemberExpression, unit: Unit): boolean {
    if (!isPure(this.evaluator, node.object)) return false;
    return this.#reachNamed(this.evaluator.of(node.object), stepOf({ key: node.property, computed: node.computed }), unit.through, unit);
  }

  #reachNamed(objects: readonly Meaning[], step: Step, through: readonly Name[], unit: Unit | undefined): boolean {
    const { names, any } = this.evaluator.namesOf(step);
    const isNamespace = objects.every(
      (object) => object.kind === 'own' && (object.node.type === 'ObjectExpression' || isClass(object.node)),
    );
    if (any || objects.length === 0 || !isNamespace) return false;
    const found = objects.flatMap((object) => names.map((name) => ({ object, name, sources: this.evaluator.sourcesOf(object, name) })));
    for (const { object, name, sources } of found) {
      // Objects may copy one another's members in a circle.
      const seen = this.#seenMembers.get(object) ?? new Set();
      if (seen.has(name)) continue;
      this.#seenMembers.set(object, seen.add(name));
      for (const source of sources) {
        const getter = getterAround(this.evaluator, source.from);
        this.#reachSource(getter === undefined ? source : plain(getter), through, { text: name, declaration: undefined }, unit);
      }
    }
    return found.some(({ sources }) => sources.length > 0);
  }

  #reachVariable(node: Identifier, through: readonly Name[], unit: Unit | undefined): void {
    const binding = this.evaluator.scopes.bindingOf(node);
    if (binding === undefined) return;
    const name = { text: binding.name, declaration: binding.declaration };
    for (const definition of binding.definitions) {
      this.#reachSource(definition, through, name, unit);
      if (definition.steps.length === 0) this.#reachAssigned(this.evaluator.of(definition.from), through, name, unit);
    }
  }

  #reachAll(objects: readonly Meaning[], unit: Unit): void {
    for (const object of objects) {
      const node = object.kind === 'own' ? object.node : object.kind === 'instance' ? object.of : undefined;
      if (node === undefined) continue;
      const id = isFunction(node) || isClass(node) ? node.id : undefined;
      this.#reach(node, unit.through, id ? { text: id.name, declaration: id } : undefined, unit);
      this.#reachAssigned([object], unit.through, undefined, unit);
    }
  }

  /** What objects were given after they were made. */
  #reachAssigned(objects: readonly Meaning[], through: readonly Name[], name: Name | undefined, unit: Unit | undefined): void {
    const { assigned, meanings } = this.evaluator;
    for (const object of objects) {
      // Whoever mentions `exports` hardly means all of it.
      if (object.kind === 'own' && object.node === this.evaluator.exports) continue;
      const isMaker = object.kind === 'own' && (isFunction(object.node) || isClass(object.node));
      for (const owner of isMaker ? [object, meanings.instance(object.node)] : [object]) {
        for (const property of assigned.of(owner)) {
          const own = property.name === undefined ? name : (name ?? { text: property.name, declaration: undefined });
          this.#reachSource(property.value, through, own, unit);
        }
      }
    }
  }

  #reachSource({ from, steps }: Definition, through: readonly Name[], name: Name | undefined, unit: Unit | undefined): void {
    const [step] = steps;
    const source = unwrap(from);
    if (step !== undefined && isPure(this.evaluator, source)) {
      if (this.#reachNamed(this.evaluator.of(source), step, through, unit)) return;
    }
    if (source.type === 'MemberExpression' && isPure(this.evaluator, source)) {
      const inner = stepOf({ key: source.property, computed: source.computed });
      if (this.#reachNamed(this.evaluator.of(source.object), inner, through, unit)) return;
    }
    // An alias is no step of the way.
    if (source.type === 'Identifier') {
      if (this.#seen.has(source)) return;
      this.#seen.add(source);
      this.#units.push({ node: source, through, isExercise: isOtherName(unit) });
    } else this.#reach(source, through, name, unit);
  }

  #reach(node: AnyNode, through: readonly Name[], name: Name | undefined, unit: Unit | undefined): void {
    if (this.#seen.has(node) || this.evaluator.compiler.isFileWrapper(node)) return;
    if (unit !== undefined && (isWithin(node, unit.node) || !isRunFor(this.evaluator, node, unit.node))) return;
    this.#seen.add(node);
    const isExercise = isOtherName(unit);
    this.#units.push({ node, through: isExercise || name === undefined ? through : [...through, name], isExercise });
  }
}

/** Whether what a piece of code mentions is the exercise itself: at the beginning, and where that is a mere name. */
function isOtherName(unit: Unit | undefined): boolean {
  return unit === undefined || (unit.isExercise && unit.node.type === 'Identifier');
}
