import { entriesThatBan, internals } from './ban';

/** A call of a banned function. */
export interface Violation {
  /** The list entry that bans it. */
  readonly ban: string;
  readonly stack: string;
}

const maxStackLength = 4_000;

/** A banned call. It is recorded when it happens, so catching the error changes nothing. */
class BannedCall extends Error {
  override readonly name = 'BannedCall';
}

/** A call that could be banned. It is checked millions of times, mostly against the same list. */
export class GuardedCall {
  readonly entries: readonly string[];
  /** The last list that banned none of the entries. */
  allowedBy: ReadonlySet<string> | undefined;

  /** @param names - of the call; a ban on any of them applies */
  constructor(...names: readonly string[]) {
    this.entries = names.flatMap(entriesThatBan);
  }
}

export type During<T> =
  { readonly violation: undefined; readonly result: T } | { readonly violation: Violation; readonly result?: T };

/**
 * The calls that are banned at the moment; every call that could be banned asks here first. While no exercise runs,
 * such as while a file loads, only tfjs's internals are banned, or what `banAtRest` says. Uses no array methods: the
 * submission shares them and could replace them.
 */
export class Bans {
  readonly #bannedByDefault: ReadonlySet<string> = new Set(internals);
  #bannedAtRest = this.#bannedByDefault;
  #banned = this.#bannedByDefault;
  #isAwaiting = false;
  #violation: Violation | undefined;

  /** Runs `body` with these calls banned. @returns the first banned call, and what `body` returned if it did return */
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
   * Like `during`, for an async body. What it started can continue after it settles: the calls stay banned until
   * `rest`, and a later violation is reported by the next call.
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

  /**
   * Bans these calls whenever no exercise runs and no file loads; without a list, internals alone, as at first. A
   * submission's code is not gone then: what it patched is called while its next inputs are read.
   */
  banAtRest(banned = this.#bannedByDefault): void {
    this.#bannedAtRest = banned;
    this.rest();
  }

  /** Called when no function runs. */
  rest(): void {
    this.#banned = this.#bannedAtRest;
    this.#violation = undefined;
    this.#isAwaiting = false;
  }

  /** @throws if the call is currently banned */
  refuse(call: GuardedCall): void {
    if (call.allowedBy === this.#banned) return;
    const { entries } = call;
    for (let index = 0; index < entries.length; index += 1) {
      const entry = entries[index] ?? '';
      if (this.#banned.has(entry)) this.#refuse(entry);
    }
    call.allowedBy = this.#banned;
  }

  /** @throws unless the exercise's result is awaited: otherwise it can't use a promise, whatever it can call */
  refusePromise(call: string): void {
    if (!this.#isAwaiting) this.#note(call, `${call} returns a promise, and no one waits for it`);
  }

  /** @throws while the file loads: what the call prepares can be used later without a call that could be banned */
  refuseAtLoad(call: string): void {
    if (this.#banned === this.#bannedByDefault)
      this.#note(call, `${call} may not be called while the file loads: call it in the function that needs it`);
  }

  #refuse(ban: string): never {
    const where = this.#banned === this.#bannedByDefault ? 'while the file loads' : 'in this exercise';
    this.#note(ban, `${ban} may not be called ${where}: the handout lists what is off limits`);
  }

  #note(ban: string, message: string): never {
    const error = new BannedCall(message);
    this.#violation ??= { ban, stack: (error.stack ?? '').slice(0, maxStackLength) };
    throw error;
  }
}
