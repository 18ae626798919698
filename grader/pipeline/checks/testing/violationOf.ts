import { seededRandom } from '../../../descent/seededRandom';
import type { CallbackCall } from '../../types';
import type { Value, ValueRecord } from '../../../execution/values';
import { lawNamed } from '../laws';
import type { Violation } from '../laws/law';

export interface AskedLaw {
  readonly inputs?: ValueRecord;
  readonly parameters?: ValueRecord;
  /** What the function returns, of its inputs. */
  readonly run: (inputs: ValueRecord) => Value;
  readonly expected?: Value;
  /** The calls that it makes of its function arguments; none when left out. */
  readonly callsOf?: (inputs: ValueRecord) => readonly CallbackCall[];
}

/** How a function breaks a law, its companions included; undefined where the law holds. */
export function violationOf(name: string, { inputs = {}, parameters = {}, expected, run, callsOf }: AskedLaw): Violation | undefined {
  const law = lawNamed(name);
  const asked = law.companions(inputs, parameters, seededRandom(1));
  const companions = asked.map(run);
  const callbackCalls = callsOf?.(inputs) ?? [];
  const companionCalls = asked.map((one) => callsOf?.(one) ?? []);
  return law.violation({ inputs, parameters, result: run(inputs), expected, companions, callbackCalls, companionCalls, scale: 1 });
}
