import { TensorValue, valueAt } from '../../../execution/values';
import { differingField } from './compareFields';
import { noCompanions, textParameter, type Law } from './law';

/** The first row of an (N, D) result, or of its field, is a given (D,) argument. Parameters: argument, field?. */
export const firstRowIs: Law = {
  companions: noCompanions,
  violation({ inputs, result, parameters, scale }) {
    const { field } = parameters;
    const matrix = valueAt(result, typeof field === 'string' ? [field] : []);
    const wanted = inputs[textParameter(parameters, 'argument')];
    if (!(matrix instanceof TensorValue) || !(wanted instanceof TensorValue)) return { where: 'row 0', expected: NaN, got: NaN };
    const row = new TensorValue(wanted.shape, matrix.dtype, matrix.values.slice(0, wanted.values.length));
    const violation = differingField(wanted, row, undefined, scale);
    return violation && { ...violation, where: 'row 0' };
  },
};
