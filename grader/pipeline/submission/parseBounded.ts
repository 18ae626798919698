import { Parser, type Options, type Program } from 'acorn';

/**
 * Deeper than any code that people write: a pair of brackets takes about four levels, each term of a sum one. Uses less
 * than half of the stack.
 *
 * Note [No deep code]: parsers and syntax tree walkers recurse once per level. At the end of the stack V8 throws, or
 * kills the process if it was compiling a regular expression. So levels are counted, and no deep tree leaves this file.
 */
const deepestCalls = 600;
/** Chains such as a.b.c() are parsed in a loop, but give a tree as deep as they are long. */
const deepestTree = 1_000;

/** @throws RangeError if the code is nested too deeply. @throws SyntaxError if it is not code */
export function parseBounded(code: string, options: Options): Program {
  const program = Counting.parse(code, options);
  if (isDeeper(program, deepestTree)) throw new RangeError('the code is nested too deeply');
  return program;
}

/** Parses a compiled script; undefined if it is nested too deeply or invalid. */
export function parseScript(code: string): Program | undefined {
  try {
    // eslint-scope locates nodes by their ranges.
    return parseBounded(code, {
      ecmaVersion: 'latest',
      sourceType: 'script',
      allowReturnOutsideFunction: true,
      ranges: true,
    });
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Parses a module, before its types were checked. @throws as `parseBounded` */
export function parseModule(code: string): Program {
  return parseBounded(code, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
}

/** Goes level by level, so that depth costs no stack. */
function isDeeper(program: Program, levels: number): boolean {
  let level: readonly object[] = [program];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > levels) return true;
    level = level.flatMap((node) => Object.values(node).flatMap(nodesIn));
  }
  return false;
}

function nodesIn(part: unknown): readonly object[] {
  if (Array.isArray(part)) return part.flatMap(nodesIn);
  return typeof part === 'object' && part !== null && 'type' in part ? [part] : [];
}

type Method = (this: object, ...args: unknown[]) => unknown;

/** The methods through which acorn recurses, for statements, expressions, terms and patterns. */
const recursive = [
  'parseStatement',
  'parseMaybeAssign',
  'parseMaybeUnary',
  'parseExprOp',
  'parseBindingAtom',
  'parseSubscript',
];

// acorn's plugins are classes that extend its parser; its types omit the overridden methods.
const Counting = Parser.extend((Base) => {
  const levels = new WeakMap<object, number>();
  const Bounded = class extends Base {};
  const methods = Base.prototype as unknown as Readonly<Record<string, Method | undefined>>;
  for (const name of recursive) {
    const original = methods[name];
    if (original === undefined) throw new Error(`acorn has no method ${name} any more`);
    const counted: Method = function (...args) {
      const level = (levels.get(this) ?? 0) + 1;
      if (level > deepestCalls) throw new RangeError('the code is nested too deeply');
      levels.set(this, level);
      const result = original.apply(this, args);
      // After throwing, a parser is not used again, except in acorn's own lookaheads, which don't throw.
      levels.set(this, level - 1);
      return result;
    };
    Object.defineProperty(Bounded.prototype, name, { value: counted });
  }
  return Bounded;
});
