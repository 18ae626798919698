import type { makeStopping, Stopping } from './kinds';

/** The solution with some of its rules replaced. */
export function stopping({
  beginsAgain = true,
  isFinal = true,
  isBetter = (loss, best) => loss < best,
}: {
  readonly beginsAgain?: boolean;
  readonly isFinal?: boolean;
  readonly isBetter?: (loss: number, best: number) => boolean;
}): typeof makeStopping {
  return (patience): Stopping => {
    let lowest = Infinity;
    let waited = 0;
    return {
      record(loss) {
        if (isFinal && waited >= patience) return 'stop';
        if (!isBetter(loss, lowest)) waited += 1;
        else if (beginsAgain) waited = 0;
        lowest = Math.min(lowest, loss);
        return waited >= patience ? 'stop' : 'continue';
      },
      best: () => lowest,
    };
  };
}
