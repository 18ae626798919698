import type { Failure } from './claims';
import type { ExerciseFigures } from './figures';

/** How many times the worst right answer, the bound, and the mildest mistake are apart at least. */
const apart = 100;

/** No bound is so tight that algebra decides, and none so wide that a mistake slips through. */
export function proveMargins(figures: readonly ExerciseFigures[]): readonly Failure[] {
  return figures.flatMap(({ exercise, worstRight, mildestMistake }): Failure[] => {
    const failures: Failure[] = [];
    if (!(worstRight.value * apart <= 1)) {
      const what = 'a right answer comes within a hundredth of the bound';
      const detail = `${worstRight.of} uses ${worstRight.value.toExponential(1)} of it`;
      failures.push({
        claim: 'margins',
        exercise,
        what,
        detail,
        repair: 'choose inputs that lose fewer digits, or give the check its own bound',
      });
    }
    if (!(mildestMistake.value >= apart)) {
      const what = `the mistake ${mildestMistake.of} stays within a hundred times the bound on the public cases`;
      const detail = `${mildestMistake.value.toExponential(1)} times`;
      failures.push({
        claim: 'margins',
        exercise,
        what,
        detail,
        repair: 'add a public case where the mistake shows more',
      });
    }
    return failures;
  });
}
