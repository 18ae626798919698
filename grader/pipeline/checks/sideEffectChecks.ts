import type { Check, CheckResult, Exercise, Finding, InputCheck, KernelsCheck, LeakCheck, Observation, Outcomes } from '../types';
import { casesOf, failed, nothingMore, passed, skipped, type CheckKindModule } from './checkKind';
import { returnedValues } from './returnedValues';

/** Arguments are neither changed, disposed nor handed back as the result. */
export const inputCheck: CheckKindModule<InputCheck> = {
  plan: nothingMore,
  judge: (check, exercise, outcomes) => judgeEach(check, exercise, outcomes, (observed) => touchedInputs(observed, exercise)),
};

/** What is returned is all that stays allocated. */
export const leakCheck: CheckKindModule<LeakCheck> = {
  plan: nothingMore,
  judge: (check, exercise, outcomes) =>
    judgeEach(check, exercise, outcomes, ({ leakedTensors }) =>
      leakedTensors === 0 ? undefined : { id: 'leaks', tensors: leakedTensors },
    ),
};

/** The number of kernels does not grow with the data. */
export const kernelsCheck: CheckKindModule<KernelsCheck> = {
  plan: nothingMore,

  judge(check, exercise, outcomes): CheckResult {
    const cases = casesOf(check, exercise);
    const fewest: { kernels?: number } = {};
    for (const one of cases) {
      const returned = returnedValues(outcomes.get(one.id));
      if (returned.values === undefined) return failed(check, returned.finding, one);
      const { kernels } = returned.observed;
      // Cases come smallest first.
      fewest.kernels ??= kernels;
      if (kernels > fewest.kernels) return failed(check, { id: 'kernels-grow', small: fewest.kernels, large: kernels }, one);
    }
    return cases.length < 2 ? skipped(check, 'no-cases') : passed(check);
  },
};

function touchedInputs({ disposedInputs, changedInputs, returnedInputs }: Observation, exercise: Exercise): Finding | undefined {
  const named = (paths: readonly string[]): string[] => paths.map((path) => nameOf(path, exercise));
  if (disposedInputs.length > 0) return { id: 'input-disposed', inputs: named(disposedInputs) };
  if (changedInputs.length > 0) return { id: 'input-changed', inputs: named(changedInputs) };
  if (returnedInputs.length > 0) return { id: 'input-returned', inputs: named(returnedInputs) };
  return undefined;
}

// `2.m` → `state.m`
function nameOf(path: string, exercise: Exercise): string {
  const [index, ...fields] = path.split('.');
  return [exercise.arguments[Number(index)] ?? `argument ${index}`, ...fields].join('.');
}

function judgeEach(
  check: Check,
  exercise: Exercise,
  outcomes: Outcomes,
  find: (observed: Observation) => Finding | undefined,
): CheckResult {
  const cases = casesOf(check, exercise);
  for (const one of cases) {
    const returned = returnedValues(outcomes.get(one.id));
    if (returned.values === undefined) return failed(check, returned.finding, one);
    const finding = find(returned.observed);
    if (finding !== undefined) return failed(check, finding, one);
  }
  return cases.length === 0 ? skipped(check, 'no-cases') : passed(check);
}
