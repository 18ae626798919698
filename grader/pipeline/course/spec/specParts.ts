import { checkParameters, type TypedCallback } from '../../../execution';
import { CallbackValue, type ValueRecord } from '../../../execution/values';
import { checkLawParameters, lawNamed, type Law } from '../../checks/laws';
import type { MistakeSign, PropertyCheck } from '../../types';
import { didYouMean } from '../../words/didYouMean';
import { obeys, type CheckOptions, type CheckSpec } from '../../checks/kinds';

/** The parts of a curriculum that specs can name. */
interface Nameable {
  readonly laws: readonly Law[];
  readonly callbacks: readonly TypedCallback<string, ValueRecord>[];
}

type NameIn<List extends readonly { readonly name: string }[]> = List[number]['name'];
type Named<List extends readonly { readonly name: string }[], Name> = Extract<List[number], { readonly name: Name }>;

/** Makes parameters optional if they can be undefined. */
type Given<Parameters> = {
  readonly [K in keyof Parameters as undefined extends Parameters[K] ? never : K]: Parameters[K];
} & {
  readonly [K in keyof Parameters as undefined extends Parameters[K] ? K : never]?: Parameters[K];
};
type OfLaw<L> =
  L extends Law<string, infer Parameters>
    ? Parameters extends Record<string, never>
      ? unknown
      : Given<Parameters>
    : never;
type OfCallback<C> = C extends TypedCallback<string, infer Parameters> ? Given<Parameters> : never;

/** The parts of specs that refer to a curriculum's laws and callbacks, with typed parameters. */
export interface SpecParts<Curriculum extends Nameable> {
  /** A law holds. */
  property: <Name extends NameIn<Curriculum['laws']>>(
    law: Name,
    options: CheckOptions & OfLaw<Named<Curriculum['laws'], Name>>,
  ) => CheckSpec<PropertyCheck>;
  /** What identifies a mistake: a law that holds for it. */
  sign: <Name extends NameIn<Curriculum['laws']>>(
    law: Name,
    parameters: OfLaw<Named<Curriculum['laws'], Name>>,
  ) => MistakeSign;
  /** A function argument. */
  callback: <Name extends NameIn<Curriculum['callbacks']>>(
    name: Name,
    ...parameters: Optional<OfCallback<Named<Curriculum['callbacks'], Name>>>
  ) => CallbackValue;
}

type Optional<Parameters> =
  Record<string, never> extends Parameters ? [parameters?: Parameters] : [parameters: Parameters];

/** @returns functions that throw, with a message for spec authors, for an unknown name or parameter */
export function specParts<const Curriculum extends Nameable>({ laws, callbacks }: Curriculum): SpecParts<Curriculum> {
  const sign = (name: string, parameters: unknown): MistakeSign => {
    const law: Law = lawNamed(laws, name);
    // Of the curriculum's own types, which are all records of values.
    const given = parameters as ValueRecord;
    checkLawParameters(law, given);
    return { law, parameters: given };
  };
  return {
    sign,
    property: (name, { points, on, id = name, ...parameters }) =>
      obeys(sign(name, parameters), { points, id, ...(on && { on }) }),
    callback: (name, ...[parameters]) => {
      const found = callbacks.find((callback) => callback.name === name);
      if (found === undefined)
        throw new Error(`there is no callback named ${name}; ${didYouMean(name, namesOf(callbacks))}`);
      const given: ValueRecord = { ...parameters };
      checkParameters(found, given);
      return new CallbackValue(found, given);
    },
  };
}

function namesOf(all: readonly { readonly name: string }[]): readonly string[] {
  return all.map(({ name }) => name);
}
