import { differingField, mapNumbers } from './compareFields';
import type { Law } from './law';

/** f(c·a) = c^power·f(a) for the result or the named fields. Parameters: argument, factor, power, fields?. */
export const scalesWith: Law = {
  companions: (inputs, { argument, factor }) => [
    { ...inputs, [String(argument)]: mapNumbers(inputs[String(argument)], (value) => value * Number(factor)) },
  ],
  violation({ result, companions: [companion], parameters, scale }) {
    const { factor, power, fields } = parameters;
    const expected = mapNumbers(result, (value) => value * Number(factor) ** Number(power));
    return differingField(expected, companion, fields, scale);
  },
};
