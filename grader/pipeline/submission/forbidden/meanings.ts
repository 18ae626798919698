import type { ArrayExpression, ObjectExpression } from 'acorn';
import type { ForbiddenCall } from '../../types';
import type { ClassNode, FunctionNode } from './syntax';

export type OwnNode = ObjectExpression | ArrayExpression | FunctionNode | ClassNode;

/**
 * What an expression may stand for, as far as that can be told from the code. Equal ones are the same object.
 * `library`: tfjs or something in it · `own`: an object, array, function or class of the submission · `instance`: an object made by one ·
 * `text`: a constant · `member`: a property of something unknown · `module`: a CommonJS file, not yet run · `require` · `unknown`
 */
export type Meaning =
  | { readonly kind: 'library'; readonly path: readonly string[] }
  | { readonly kind: 'own'; readonly node: OwnNode }
  | { readonly kind: 'instance'; readonly of: FunctionNode | ClassNode }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'member'; readonly name: string }
  | { readonly kind: 'module'; readonly node: ObjectExpression }
  | { readonly kind: 'require' }
  | { readonly kind: 'unknown' };

export const unknown: Meaning = { kind: 'unknown' };
export const requireFunction: Meaning = { kind: 'require' };

/** Makes meanings, the same one for the same thing, so that they can be kept in sets. */
export class Meanings {
  readonly #named = new Map<string, Meaning>();
  readonly #own = new Map<OwnNode, Meaning>();
  readonly #instances = new Map<OwnNode, Meaning>();

  library(path: readonly string[]): Meaning {
    return once(this.#named, `tf.${path.join('.')}`, () => ({ kind: 'library', path }));
  }

  text(text: string): Meaning {
    return once(this.#named, `text ${text}`, () => ({ kind: 'text', text }));
  }

  member(name: string): Meaning {
    return once(this.#named, `member ${name}`, () => ({ kind: 'member', name }));
  }

  own(node: OwnNode): Meaning {
    return once(this.#own, node, () => ({ kind: 'own', node }));
  }

  instance(of: FunctionNode | ClassNode): Meaning {
    return once(this.#instances, of, () => ({ kind: 'instance', of }));
  }
}

/** The call's name, `tf.losses.absoluteDifference`, if it is off limits to call what `meaning` stands for; undefined if it isn't. */
export function forbiddenName(meaning: Meaning, forbidden: readonly ForbiddenCall[]): string | undefined {
  if (meaning.kind === 'member') {
    return forbidden.some((call) => 'method' in call && call.method === meaning.name) ? `tensor.${meaning.name}` : undefined;
  }
  if (meaning.kind !== 'library') return undefined;
  const path = meaning.path.join('.');
  const isForbidden = forbidden.some((call) => {
    if (!('path' in call)) return false;
    return call.path.endsWith('.*') ? path.startsWith(call.path.slice(0, -1)) : path === call.path;
  });
  return isForbidden ? `tf.${path}` : undefined;
}

function once<K>(made: Map<K, Meaning>, key: K, make: () => Meaning): Meaning {
  let meaning = made.get(key);
  if (meaning === undefined) {
    meaning = make();
    made.set(key, meaning);
  }
  return meaning;
}
