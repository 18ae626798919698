import { differingField, mapNumbers } from './compareFields';
import { textParameter, type Law } from './law';

/** f(c·a) = c^power·f(a) for the result or the named fields. Parameters: argument, factor, power, fields?. */
export const scalesWith: Law = {
  companions(inputs, parameters) {
    const argument = textParameter(parameters, 'argument');
    return [{ ...inputs, [argument]: mapNumbers(inputs[argument], (value) => value * Number(parameters.factor)) }];
  },
  violation({ result, companions: [companion], parameters, scale }) {
    const { factor, power, fields } = parameters;
    const expected = mapNumbers(result, (value) => value * Number(factor) ** Number(power));
    return differingField(expected, companion, fields, scale);
  },
};
