import { createHash } from 'node:crypto';
import type { ExerciseAnswers, Runner } from '../../pipeline/sandbox';
import { codeBehind } from '../../pipeline/submission';

/** Faster functions are run again: that is cheaper than finding out whether they changed. */
const slowMs = 200;

/** Results of slow functions, by the code that they depend on. */
export type Recalled = Map<string, ExerciseAnswers>;

/**
 * A runner that does not run a slow function again if its code, including everything it uses, is unchanged: editing one
 * function doesn't retrain another. Only returned values are recalled, since errors refer to places in the file.
 *
 * @param exercises - names of the functions that the file exports
 */
export function withRecall(runner: Runner, recalled: Recalled, exercises: readonly string[]): Runner {
  return {
    async run(code, questions, locate) {
      let behind: ReturnType<typeof codeBehind> | undefined;
      const keyOf = (exercise: string): string => {
        behind ??= codeBehind(code, exercises);
        return createHash('sha256')
          .update(`${exercise}\0${behind(exercise)}`)
          .digest('hex');
      };
      const known = new Map(
        recalled.size === 0
          ? []
          : questions.flatMap(({ exercise }) => {
              const answer = recalled.get(keyOf(exercise));
              return answer === undefined ? [] : [[exercise, answer] as const];
            }),
      );
      const unknown = questions.filter(({ exercise }) => !known.has(exercise));
      if (unknown.length === 0 && questions.length > 0) return { status: 'asked', answers: known };
      const given = await runner.run(code, unknown, locate);
      if (given.status !== 'asked') return given;
      for (const [exercise, answer] of given.answers) if (isWorthKeeping(answer)) recalled.set(keyOf(exercise), answer);
      return { status: 'asked', answers: new Map([...given.answers, ...known]) };
    },
  };
}

function isWorthKeeping(answer: ExerciseAnswers): boolean {
  return (
    answer.status === 'answered' &&
    answer.durationMs > slowMs &&
    [...answer.outcomes.values()].every(({ status }) => status === 'returned')
  );
}
