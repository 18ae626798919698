import type { AnyNode, CallExpression, Identifier, MemberExpression, NewExpression, Program, VariableDeclaration } from 'acorn';
import { defaultsIn, identifiersIn, targetsIn, type Definition, type Step } from './patterns';
import { childrenOf, isClass, isFunction, type ClassNode, type FunctionNode } from './syntax';

/** A variable, and all that is ever put into it. */
export interface Binding {
  readonly name: string;
  /** Where it is declared first. */
  readonly declaration: Identifier;
  /** Whether its values come from callers, or from elsewhere out of sight. */
  readonly isParameter: boolean;
  readonly definitions: Definition[];
  /** What known callers pass; no part of the variable's own code. */
  readonly passed: Definition[];
}

/** A property that is assigned to: `target` = `value`. */
export interface MemberAssignment {
  readonly target: MemberExpression;
  readonly value: Definition;
}

const deepest = 600;

interface Scope {
  readonly outer: Scope | undefined;
  readonly ofFunction: boolean;
  readonly bindings: Map<string, Binding>;
}

/** Who means what by a name in one script. Local names shadow outer ones as in the language. */
export class Scopes {
  readonly calls: (CallExpression | NewExpression)[] = [];
  readonly memberAssignments: MemberAssignment[] = [];
  /** Identifiers that read a variable. */
  readonly references = new Set<Identifier>();
  readonly #parents = new Map<AnyNode, AnyNode>();
  readonly #scopes = new Map<Identifier, Scope>();
  /** Definitions wait until everything is declared, since `var` and functions may be used before. */
  readonly #pending: (() => void)[] = [];

  #depth = 0;

  /** @throws RangeError if the code is nested more deeply than anyone writes it */
  constructor(program: Program) {
    this.#visitChildren(program, newScope(undefined, true));
    for (const define of this.#pending) define();
  }

  bindingOf(identifier: Identifier): Binding | undefined {
    for (let scope = this.#scopes.get(identifier); scope !== undefined; scope = scope.outer) {
      const binding = scope.bindings.get(identifier.name);
      if (binding !== undefined) return binding;
    }
    return undefined;
  }

  parentOf(node: AnyNode): AnyNode | undefined {
    return this.#parents.get(node);
  }

  /** Puts a value into every variable and property that a pattern names. */
  define(pattern: AnyNode, value: Definition, into: 'definitions' | 'passed' = 'definitions'): void {
    for (const { target, value: part } of targetsIn(pattern, value)) {
      if (target.type === 'MemberExpression') this.memberAssignments.push({ target, value: part });
      else addOnce(this.bindingOf(target)?.[into] ?? [], part);
    }
  }

  #visit(node: AnyNode, scope: Scope): void {
    if (isFunction(node)) return this.#visitFunction(node, scope);
    if (isClass(node)) return this.#visitClass(node, scope);
    switch (node.type) {
      case 'Identifier':
        // Those of a pattern have their scope already, and read nothing.
        if (this.#scopes.has(node)) return;
        this.#scopes.set(node, scope);
        this.references.add(node);
        return;
      case 'CallExpression':
      case 'NewExpression':
        this.calls.push(node);
        return this.#visitChildren(node, scope);
      case 'VariableDeclaration':
        return this.#visitVariables(node, scope);
      case 'AssignmentExpression':
        if (/^([|&?]{2})?=$/.test(node.operator)) this.#assign(node.left, node.right, [], scope);
        return this.#visitChildren(node, scope);
      case 'ForOfStatement': {
        const inner = newScope(scope, false);
        const { left, right } = node;
        if (left.type === 'VariableDeclaration') left.declarations.forEach(({ id }) => this.#assign(id, right, [{ any: true }], inner));
        else this.#assign(left, right, [{ any: true }], inner);
        return this.#visitChildren(node, inner);
      }
      case 'CatchClause': {
        const inner = newScope(scope, false);
        if (node.param) this.#declare(node.param, inner, true);
        return this.#visitChildren(node, inner);
      }
      case 'BlockStatement':
      case 'ForStatement':
      case 'ForInStatement':
      case 'SwitchStatement':
      case 'StaticBlock':
        return this.#visitChildren(node, newScope(scope, node.type === 'StaticBlock'));
      default:
        return this.#visitChildren(node, scope);
    }
  }

  #visitChildren(node: AnyNode, scope: Scope, skipped: AnyNode | null | undefined = undefined): void {
    // All that walks through the code later relies on this.
    if (++this.#depth > deepest) throw new RangeError('the code is nested too deeply');
    for (const child of childrenOf(node)) {
      this.#parents.set(child, node);
      if (child !== skipped) this.#visit(child, scope);
    }
    this.#depth--;
  }

  #visitFunction(node: FunctionNode, scope: Scope): void {
    const inner = newScope(scope, true);
    if (node.id) this.#declareAs(node.id, node, node.type === 'FunctionDeclaration' ? scope : inner);
    for (const parameter of node.params) this.#declare(parameter, inner, true);
    this.#visitChildren(node, inner, node.id);
  }

  #visitClass(node: ClassNode, scope: Scope): void {
    const inner = newScope(scope, false);
    if (node.id) this.#declareAs(node.id, node, node.type === 'ClassDeclaration' ? scope : inner);
    this.#visitChildren(node, inner, node.id);
  }

  #visitVariables(node: VariableDeclaration, scope: Scope): void {
    let home = scope;
    while (node.kind === 'var' && !home.ofFunction && home.outer !== undefined) home = home.outer;
    for (const { id, init } of node.declarations) {
      this.#declare(id, home, false);
      if (init) this.#assign(id, init, [], home);
    }
    this.#visitChildren(node, scope);
  }

  /** Declares the variables of a pattern; the pattern's defaults are values of theirs. */
  #declare(pattern: AnyNode, scope: Scope, isParameter: boolean): void {
    for (const declaration of identifiersIn(pattern)) {
      const { name } = declaration;
      this.#scopes.set(declaration, scope);
      if (!scope.bindings.has(name)) scope.bindings.set(name, { name, declaration, isParameter, definitions: [], passed: [] });
    }
    for (const { pattern: inner, value } of defaultsIn(pattern)) this.#pending.push(() => this.define(inner, value));
  }

  #declareAs(id: Identifier, node: AnyNode, scope: Scope): void {
    this.#declare(id, scope, false);
    this.#pending.push(() => this.define(id, { from: node, steps: [] }));
  }

  #assign(pattern: AnyNode, from: AnyNode, steps: readonly Step[], scope: Scope): void {
    for (const identifier of identifiersIn(pattern)) if (!this.#scopes.has(identifier)) this.#scopes.set(identifier, scope);
    this.#pending.push(() => this.define(pattern, { from, steps }));
  }
}

function addOnce(definitions: Definition[], { from, steps }: Definition): void {
  const isKnown = definitions.some((known) => known.from === from && known.steps.length === steps.length);
  if (!isKnown) definitions.push({ from, steps });
}

function newScope(outer: Scope | undefined, ofFunction: boolean): Scope {
  return { outer, ofFunction, bindings: new Map() };
}
