import { seededRandom } from '../../../descent';
import type { CallbackCall } from '../../types';
import type { Value, ValueRecord } from '../../../execution/values';
import { checkLawParameters, type Law, type Violation } from '../laws';

export interface AskedLaw {
  readonly inputs?: ValueRecord;
  readonly parameters?: ValueRecord;
  /** What the function returns, of its inputs. */
  readonly run: (inputs: ValueRecord) => Value;
  readonly expected?: Value;
  /** The calls that it makes of its function arguments; none when left out. */
  readonly callsOf?: (inputs: ValueRecord) => readonly CallbackCall[];
}

/** A violation whose place is in English. */
export type EnglishViolation = Omit<Violation, 'where'> & { readonly where: string };

/** How a function breaks a law, its companions included; undefined where the law holds. */
export function violationOf(
  law: Law,
  { inputs = {}, parameters = {}, expected, run, callsOf }: AskedLaw,
): EnglishViolation | undefined {
  checkLawParameters(law, parameters);
  const asked = law.companions(inputs, parameters, seededRandom(1));
  const companions = asked.map(run);
  const callbackCalls = callsOf?.(inputs) ?? [];
  const companionCalls = asked.map((one) => callsOf?.(one) ?? []);
  const context = {
    inputs,
    parameters,
    result: run(inputs),
    expected,
    companions,
    callbackCalls,
    companionCalls,
    scale: 1,
  };
  const violation = law.violation(context);
  return violation && { ...violation, where: violation.where.en };
}
