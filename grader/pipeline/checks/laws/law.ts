import { z } from 'zod';
import { didYouMean } from '../../words/didYouMean';
import type { ValueRecord } from '../../../execution/values';
import type { Law } from '../../types';

/** What a law's author can omit. */
type Defaults<Parameters extends ValueRecord> = Partial<Pick<Law<string, Parameters>, 'parameters' | 'companions'>>;

/** Defines a law; by default it has no parameters and examines a single result. */
export function defineLaw<const Name extends string, Parameters extends ValueRecord = Record<string, never>>(
  law: Omit<Law<Name, Parameters>, keyof Defaults<Parameters>> & Defaults<Parameters>,
): Law<Name, Parameters> {
  // Without a schema the type parameter has its default, which this one matches.
  const {
    parameters = noParameters as unknown as z.ZodType<Parameters>,
    companions = (): readonly ValueRecord[] => [],
  } = law;
  return { ...law, parameters, companions };
}

const noParameters = z.strictObject({});

/** The law of this name. @throws if there is none */
export function lawNamed<L extends Law>(laws: readonly L[], name: string): L {
  const law = laws.find((one) => one.name === name);
  if (law === undefined) throw new Error(`there is no law named ${name}; ${didYouMean(name, namesOf(laws))}`);
  return law;
}

/** @throws if a law does not accept these parameters */
export function checkLawParameters({ name, parameters }: Law, given: ValueRecord): void {
  const { error } = parameters.safeParse(given);
  const issues = error?.issues ?? [];
  const [unknown] = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []));
  if (unknown !== undefined) {
    const missing = issues.flatMap(({ path }) => (path.length === 1 ? [String(path[0])] : []));
    const repair = missing.length === 0 ? 'leave it out' : didYouMean(unknown, missing);
    throw new Error(`the law ${name} has no parameter ${unknown}; ${repair}`);
  }
  const [issue] = issues;
  if (issue !== undefined)
    throw new Error(`the law ${name} does not take these parameters: ${[...issue.path, issue.message].join(': ')}`);
}

function namesOf(all: readonly { readonly name: string }[]): readonly string[] {
  return all.map(({ name }) => name);
}
