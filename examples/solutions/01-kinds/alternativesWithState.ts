import type { Alternatives } from './alternatives';
import type * as kinds from './kinds';

export const makeScheduler: Alternatives<'makeScheduler'> = {
  'from all losses': (rate) => {
    const seen: number[] = [];
    return (loss) => {
      seen.push(loss);
      const halvings = seen.filter((one, i) => i > 0 && one >= Math.min(...seen.slice(0, i))).length;
      return rate / 2 ** halvings;
    };
  },
  'with a state object': (rate) => {
    const state = { best: Number.MAX_VALUE, rate };
    return (loss) => {
      state.rate *= loss < state.best ? 1 : 0.5;
      state.best = Math.min(loss, state.best);
      return state.rate;
    };
  },
};

/** Its methods are on the prototype; those of an object literal are its own. */
class Watcher implements kinds.Stopping {
  readonly #losses: number[] = [];
  #isOver = false;

  constructor(private readonly patience: number) {}

  record(loss: number): 'continue' | 'stop' {
    if (this.#isOver) return 'stop';
    this.#losses.push(loss);
    const since = this.#losses.length - 1 - this.#losses.indexOf(this.best());
    this.#isOver = since >= this.patience;
    return this.#isOver ? 'stop' : 'continue';
  }

  best(): number {
    return Math.min(...this.#losses);
  }
}

export const makeStopping: Alternatives<'makeStopping'> = {
  'a class that keeps all losses': (patience) => new Watcher(patience),
  'counting down': (patience) => {
    let left = patience;
    let lowest: number | undefined;
    return {
      record: (loss) => {
        if (left === 0) return 'stop';
        if (lowest === undefined || loss < lowest) [lowest, left] = [loss, patience];
        else left -= 1;
        return left > 0 ? 'continue' : 'stop';
      },
      best: () => lowest ?? Infinity,
    };
  },
};
