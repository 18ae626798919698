import type { ForbiddenCall } from '../../pipeline/types';

/** A call of something that the exercise bans. */
export interface Violation {
  /** As a student would write it, such as `tf.softmax`. */
  readonly call: string;
  readonly stack: string;
}

const longestStack = 4_000;

/** A banned call: recognised by what is noted of it, so that to catch it changes nothing. */
class BannedCall extends Error {
  override readonly name = 'BannedCall';
}

type During<T> = { readonly violation: undefined; readonly result: T } | { readonly violation: Violation; readonly result?: T };

/** What may not be called just now. Whatever could be banned asks here first. */
export class Bans {
  // Sets, since their methods are read-only in the submission's process.
  #paths: ReadonlySet<string> = new Set();
  #methods: ReadonlySet<string> = new Set();
  #violation: Violation | undefined;

  /** Runs with these calls banned. @returns the first banned call, and what `body` returned if it returned all the same */
  during<T>(banned: readonly ForbiddenCall[], body: () => T): During<T> {
    this.#paths = new Set(banned.flatMap((call) => ('path' in call ? [call.path] : [])));
    this.#methods = new Set(banned.flatMap((call) => ('method' in call ? [call.method] : [])));
    try {
      const result = body();
      return { result, violation: this.#violation };
    } catch (error) {
      if (this.#violation === undefined) throw error;
      return { violation: this.#violation };
    } finally {
      this.#paths = new Set();
      this.#methods = new Set();
      this.#violation = undefined;
    }
  }

  /** @throws if any of the names of one thing is banned: its path below `tf`, or that of its namespace. The first is what it is called. */
  refusePath(...names: readonly string[]): void {
    if (this.#paths.size === 0) return;
    for (const name of names) {
      const dot = name.indexOf('.');
      if (this.#paths.has(name) || (dot > 0 && this.#paths.has(`${name.slice(0, dot)}.*`))) this.#refuse(`tf.${names[0] ?? name}`);
    }
  }

  /** @throws if the tensor method is banned */
  refuseMethod(name: string): void {
    if (this.#methods.size > 0 && this.#methods.has(name)) this.#refuse(`tensor.${name}`);
  }

  #refuse(call: string): never {
    const error = new BannedCall(`${call} is what this exercise is about: it may not be called here`);
    this.#violation ??= { call, stack: (error.stack ?? '').slice(0, longestStack) };
    throw error;
  }
}
