import { seededRandom } from '../../descent/seededRandom';
import type { Value, ValueRecord } from '../../values';
import { lawNamed } from '../laws';
import type { Violation } from '../laws/law';

export interface AskedLaw {
  readonly inputs?: ValueRecord;
  readonly parameters?: ValueRecord;
  /** What the function returns, of its inputs. */
  readonly run: (inputs: ValueRecord) => Value;
}

/** How a function breaks a law, its companions included; undefined where the law holds. */
export function violationOf(name: string, { inputs = {}, parameters = {}, run }: AskedLaw): Violation | undefined {
  const law = lawNamed(name);
  const companions = law.companions(inputs, parameters, seededRandom(1)).map(run);
  return law.violation({ inputs, parameters, result: run(inputs), companions, scale: 1 });
}
