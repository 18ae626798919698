import type { Definition, Step } from './patterns';
import { stepOf } from './patterns';
import type { Meaning } from './meanings';
import { isClass, isFunction, type ClassNode, type FunctionNode } from './syntax';
import type { Evaluator } from './evaluator';

/** A property that was put into an object from outside; `name` is undefined where it could be any. */
export interface Assigned {
  readonly name: string | undefined;
  readonly value: Definition;
}

/** Properties that code gives to an object after it was made. */
export class AssignedMembers {
  readonly #properties = new Map<Meaning, Assigned[]>();
  /** Objects all of whose properties are given to another; a `fallback` only those that it lacks. */
  readonly #copied = new Map<Meaning, { readonly from: Definition; readonly fallback: boolean }[]>();

  add(object: Meaning, property: Assigned): void {
    const known = listIn(this.#properties, object);
    const isKnown = known.some(({ name, value }) => name === property.name && value.from === property.value.from);
    if (!isKnown) known.push(property);
  }

  copy(object: Meaning, from: Definition, fallback: boolean): void {
    const known = listIn(this.#copied, object);
    if (!known.some((copied) => copied.from.from === from.from)) known.push({ from, fallback });
  }

  of(object: Meaning): readonly Assigned[] {
    return this.#properties.get(object) ?? [];
  }

  named(object: Meaning, name: string | undefined): readonly Definition[] {
    return this.of(object)
      .filter((property) => name === undefined || property.name === undefined || property.name === name)
      .map(({ value }) => value);
  }

  copiedTo(object: Meaning, fallback: boolean): readonly Definition[] {
    return (this.#copied.get(object) ?? []).filter((copied) => copied.fallback === fallback).map(({ from }) => from);
  }
}

/**
 * The code of a property of something of the submission's own: all that may stand there.
 *
 * @param name - undefined for any property
 */
export function sourcesOf(evaluator: Evaluator, meaning: Meaning, name: string | undefined): readonly Definition[] {
  const step: Step = name === undefined ? { any: true } : { name };
  const deeper = ({ from, steps }: Definition): Definition => ({ from, steps: [...steps, step] });
  const found = [
    ...declaredIn(evaluator, meaning, name),
    ...evaluator.assigned.named(meaning, name),
    ...evaluator.assigned.copiedTo(meaning, false).map(deeper),
  ];
  return found.length > 0 && name !== undefined ? found : [...found, ...evaluator.assigned.copiedTo(meaning, true).map(deeper)];
}

function declaredIn(evaluator: Evaluator, meaning: Meaning, name: string | undefined): readonly Definition[] {
  if (meaning.kind === 'instance') return instanceMembers(evaluator, meaning.of, name);
  if (meaning.kind !== 'own') return [];
  const { node } = meaning;
  if (isFunction(node)) return [];
  if (isClass(node)) return classMembers(evaluator, node, name, true);
  if (node.type === 'ArrayExpression') {
    return node.elements.flatMap((element, index) => {
      if (element === null) return [];
      if (element.type === 'SpreadElement') return [{ from: element.argument, steps: [{ any: true }] }];
      return name === undefined || name === String(index) ? [plain(element)] : [];
    });
  }
  return node.properties.flatMap((property): readonly Definition[] => {
    if (property.type === 'SpreadElement') return [{ from: property.argument, steps: [name === undefined ? { any: true } : { name }] }];
    if (!mayBe(evaluator, stepOf(property), name)) return [];
    return valuesOfAccessor(evaluator, property.kind, property.value);
  });
}

function classMembers(evaluator: Evaluator, node: ClassNode, name: string | undefined, ofClass: boolean): readonly Definition[] {
  const own = node.body.body.flatMap((member): readonly Definition[] => {
    if (member.type === 'StaticBlock' || member.static !== ofClass || !mayBe(evaluator, stepOf(member), name)) return [];
    if (member.type === 'PropertyDefinition') return member.value ? [plain(member.value)] : [];
    return member.kind === 'constructor' ? [] : valuesOfAccessor(evaluator, member.kind, member.value);
  });
  if (own.length > 0 || !node.superClass) return own;
  return evaluator.of(node.superClass).flatMap((above): readonly Definition[] => {
    if (above.kind !== 'own' || !isClass(above.node)) return [];
    return evaluator.sourcesOf(ofClass ? above : evaluator.meanings.instance(above.node), name);
  });
}

function instanceMembers(evaluator: Evaluator, of: FunctionNode | ClassNode, name: string | undefined): readonly Definition[] {
  if (isClass(of)) return classMembers(evaluator, of, name, false);
  // function Model() {} and Model.prototype = { … }
  const prototypes = evaluator.assigned.named(evaluator.meanings.own(of), 'prototype');
  return prototypes.map(({ from, steps }) => ({ from, steps: [...steps, name === undefined ? { any: true } : { name }] }));
}

function valuesOfAccessor(evaluator: Evaluator, kind: string, value: Definition['from']): readonly Definition[] {
  if (kind === 'set') return [];
  return kind === 'get' && isFunction(value) ? evaluator.returnsOf(value).map(plain) : [plain(value)];
}

function mayBe(evaluator: Evaluator, step: Step, name: string | undefined): boolean {
  if (name === undefined) return true;
  const { names, any } = evaluator.namesOf(step);
  return any || names.includes(name);
}

export function plain(from: Definition['from']): Definition {
  return { from, steps: [] };
}

function listIn<T>(lists: Map<Meaning, T[]>, key: Meaning): T[] {
  let list = lists.get(key);
  if (list === undefined) {
    list = [];
    lists.set(key, list);
  }
  return list;
}
