import { entriesThatBan, internals } from './ban';

/** A call of something that is banned. */
export interface Violation {
  /** The entry of the list that bans it. */
  readonly ban: string;
  readonly stack: string;
}

const maxStackLength = 4_000;

/** A banned call. It is noted when it happens, so that to catch the error changes nothing. */
class BannedCall extends Error {
  override readonly name = 'BannedCall';
}

/** A call that could be banned. What lists may do so is looked up millions of times, and seldom in another list. */
export class GuardedCall {
  readonly entries: readonly string[];
  /** The list that was last found to ban none of them. */
  allowedBy: ReadonlySet<string> | undefined;

  /** @param names - of the call, by any of which it may be banned */
  constructor(...names: readonly string[]) {
    this.entries = names.flatMap(entriesThatBan);
  }
}

export type During<T> =
  { readonly violation: undefined; readonly result: T } | { readonly violation: Violation; readonly result?: T };

/**
 * What may not be called at the moment; whatever could be banned asks here first. While no function runs, as when a
 * file loads, that is tfjs's internals. Nothing here goes by methods of arrays: the submission shares them, and could
 * replace them.
 */
export class Bans {
  readonly #atRest: ReadonlySet<string> = new Set(internals);
  #banned = this.#atRest;
  #isAwaiting = false;
  #violation: Violation | undefined;

  /**
   * Runs with these calls banned. @returns the first banned call, and what `body` returned if it returned all the same
   */
  during<T>(banned: ReadonlySet<string>, body: () => T): During<T> {
    this.#banned = banned;
    this.#violation = undefined;
    try {
      const result = body();
      return { result, violation: this.#violation };
    } catch (error) {
      if (this.#violation === undefined) throw error;
      return { violation: this.#violation };
    } finally {
      this.rest();
    }
  }

  /**
   * The same for what is awaited. What it has started may go on by itself when it is over: the calls stay banned, and
   * one that is called later is reported next time, until it is put to rest.
   */
  async duringAsync<T>(banned: ReadonlySet<string>, body: () => Promise<T>): Promise<During<T>> {
    if (this.#banned !== banned) this.#violation = undefined;
    this.#banned = banned;
    this.#isAwaiting = true;
    try {
      const result = await body();
      return { result, violation: this.#violation };
    } catch (error) {
      if (this.#violation === undefined) throw error;
      return { violation: this.#violation };
    }
  }

  /** No function runs any more. */
  rest(): void {
    this.#banned = this.#atRest;
    this.#violation = undefined;
    this.#isAwaiting = false;
  }

  /** @throws if the call is banned at the moment */
  refuse(call: GuardedCall): void {
    if (call.allowedBy === this.#banned) return;
    const { entries } = call;
    for (let index = 0; index < entries.length; index += 1) {
      const entry = entries[index] ?? '';
      if (this.#banned.has(entry)) this.#refuse(entry);
    }
    call.allowedBy = this.#banned;
  }

  /** @throws unless what the exercise returns is awaited: it can't use what no one waits for, whatever it may call */
  refusePromise(call: string): void {
    if (!this.#isAwaiting) this.#note(call, `${call} returns a promise, and no one waits for it`);
  }

  #refuse(ban: string): never {
    const where = this.#banned === this.#atRest ? 'while the file loads' : 'in this exercise';
    this.#note(ban, `${ban} may not be called ${where}: the handout lists what is off limits`);
  }

  #note(ban: string, message: string): never {
    const error = new BannedCall(message);
    this.#violation ??= { ban, stack: (error.stack ?? '').slice(0, maxStackLength) };
    throw error;
  }
}
