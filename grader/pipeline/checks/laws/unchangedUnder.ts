import { sizeOf, TensorValue, type Value } from '../../../execution/values';
import { differingField } from './compareFields';
import { textParameter, type Law } from './law';

type Transform = (tensor: TensorValue, random: () => number) => TensorValue;

const transforms: Readonly<Record<string, Transform>> = {
  /** A constant of its own is added to each row of an (N, C) tensor. */
  addConstantToEachRow: (tensor, random) => {
    const [rows = 0, columns = 0] = tensor.shape;
    const constants = Array.from({ length: rows }, () => 4 * random() - 2);
    return withValues(tensor, (value, index) => value + (constants[Math.floor(index / columns)] ?? 0));
  },
  /** The same row is added to all rows. */
  addSameRowToAllRows: (tensor, random) => {
    const columns = tensor.shape[1] ?? 1;
    const row = Array.from({ length: columns }, () => 4 * random() - 2);
    return withValues(tensor, (value, index) => value + (row[index % columns] ?? 0));
  },
  /** The same constant is added to every element. */
  addConstant: (tensor, random) => {
    const constant = 4 * random() - 2;
    return withValues(tensor, (value) => value + constant);
  },
  transpose: (tensor) => {
    const [rows = 0, columns = 0] = tensor.shape;
    const values = Float64Array.from(
      { length: sizeOf(tensor.shape) },
      (_, index) => tensor.values[(index % rows) * columns + Math.floor(index / rows)] ?? 0,
    );
    return new TensorValue([columns, rows], tensor.dtype, values);
  },
  negate: (tensor) => withValues(tensor, (value) => -value),
};

/** The result, or the named fields, stay equal when one argument is transformed. Parameters: transform, argument, fields?. */
export const unchangedUnder: Law = {
  companions(inputs, parameters, random) {
    const argument = textParameter(parameters, 'argument');
    const transform = textParameter(parameters, 'transform');
    const apply = transforms[transform];
    if (apply === undefined) throw new Error(`there is no transform named ${transform}; known: ${Object.keys(transforms).join(', ')}`);
    return [{ ...inputs, [argument]: apply(asTensor(inputs[argument]), random) }];
  },
  violation: ({ result, companions: [companion], parameters, scale }) => differingField(result, companion, parameters.fields, scale),
};

function withValues(tensor: TensorValue, map: (value: number, index: number) => number): TensorValue {
  return new TensorValue(tensor.shape, tensor.dtype, tensor.values.map(map));
}

function asTensor(value: Value): TensorValue {
  if (!(value instanceof TensorValue)) throw new Error('unchangedUnder needs a tensor argument');
  return value;
}
