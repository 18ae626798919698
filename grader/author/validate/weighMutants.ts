import { equivalentMutantsFile, isRecordOf, type EquivalentMutant, type MutantJudgement } from '../mutants';
import { failing, type Failure } from './claims';

/** Minimum share of mutants that must be caught. */
export const leastCaught = 0.98;

export interface MutantFigures {
  readonly exercise: string;
  readonly made: number;
  readonly caught: number;
  /** Not caught, but recorded as equivalent: excluded. */
  readonly equivalent: number;
  readonly survivors: number;
}

export interface MutantProof {
  readonly failures: readonly Failure[];
  readonly figures: readonly MutantFigures[];
  /** Neither caught nor equivalent. */
  readonly survivors: readonly MutantJudgement[];
}

/** Compares verdicts with the recorded equivalent mutants. */
export function weighMutants(
  id: string,
  judgements: readonly MutantJudgement[],
  records: readonly EquivalentMutant[],
): MutantProof {
  const uncaught = judgements.filter(({ caught }) => !caught);
  const isRecorded = ({ mutant }: MutantJudgement): boolean => records.some((record) => isRecordOf(record, mutant));
  const survivors = uncaught.filter((one) => !isRecorded(one));
  const exercises = [...new Set(judgements.map(({ exercise }) => exercise))];
  const figures = exercises.map((exercise): MutantFigures => {
    const of = (all: readonly MutantJudgement[]): number => all.filter((one) => one.exercise === exercise).length;
    const made = of(judgements);
    const alive = of(uncaught);
    return { exercise, made, caught: made - alive, equivalent: alive - of(survivors), survivors: of(survivors) };
  });
  const stale = records.filter((record) => !uncaught.some(({ mutant }) => isRecordOf(record, mutant)));
  return {
    failures: [...tooFewCaught(id, judgements, uncaught, survivors), ...stale.map((record) => staleRecord(id, record))],
    figures,
    survivors,
  };
}

function tooFewCaught(
  id: string,
  all: readonly MutantJudgement[],
  uncaught: readonly MutantJudgement[],
  survivors: readonly MutantJudgement[],
): readonly Failure[] {
  const counted = all.length - uncaught.length + survivors.length;
  const caught = counted - survivors.length;
  if (caught >= leastCaught * counted) return [];
  const what = `only ${caught} of ${counted} mutants are caught`;
  const record = '{ "function", "before": the line with −, "after": the line with +, "reason" }';
  const file = equivalentMutantsFile(id);
  const repair = `for each survivor listed, add a case that tells it from the solution, or record in ${file} why nothing can: a list of ${record}`;
  return [failing('mutants')(what, repair)];
}

function staleRecord(id: string, { function: name, before, after }: EquivalentMutant): Failure {
  const what = `the record of \`${before}\` → \`${after}\` in ${name} fits no mutant that goes uncaught`;
  return failing('mutants', undefined, equivalentMutantsFile(id))(what, 'drop it, or take the new text over');
}
