import { failing, type Failure } from './claims';
import type { ExerciseFigures } from './figures';

/** Minimum factor between the worst right answer, the bound, and the mildest mistake. */
const apart = 100;

/** A wide bound must be needed by right answers, or it only lets wrong ones pass. */
const leastUse = 1e-4;

/** No bound is so tight that the implementation matters, or so wide that a mistake could pass. */
export function proveMargins(figures: readonly ExerciseFigures[]): readonly Failure[] {
  return figures.flatMap(({ exercise, worstRight, bounds, mildestMistake }): Failure[] => {
    const failures: Failure[] = [];
    const failure = failing('margins', exercise);
    if (!(worstRight.value * apart <= 1)) {
      const what = 'a right answer comes within a hundredth of the bound';
      const detail = `${worstRight.of} uses ${worstRight.value.toExponential(1)} of it`;
      failures.push(failure(what, 'choose inputs that lose fewer digits, or give the check its own bound', detail));
    }
    if (!(mildestMistake.value >= apart)) {
      const what = `the mistake ${mildestMistake.of} stays within a hundred times the bound on the public cases`;
      const detail = `${mildestMistake.value.toExponential(1)} times`;
      failures.push(failure(what, 'add a public case where the mistake shows more', detail));
    }
    for (const [check, { value, of }] of Object.entries(bounds)) {
      if (value >= leastUse) continue;
      const what = `the bound of ${check} is wide, and more than ten thousand times what right answers need`;
      const repair = 'leave out `comparison`, or choose a bound a hundred times what the worst right answer needs';
      const detail = value === 0 ? 'all agree to the last digit' : `${of} uses ${value.toExponential(1)} of it`;
      failures.push(failure(what, repair, detail));
    }
    return failures;
  });
}
