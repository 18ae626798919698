import { z } from 'zod';
import { sizeOf, TensorValue, type Value } from '../../../execution/values';
import { differingField } from './compareFields';
import { defineLaw } from './law';

interface Transform {
  readonly apply: (tensor: TensorValue, random: () => number) => TensorValue;
  readonly says: { readonly en: (argument: string) => string; readonly zh: (argument: string) => string };
}

const transforms = {
  /** A separate constant is added to each row of an (N, C) tensor. */
  addConstantToEachRow: {
    says: {
      en: (argument) => `adding a constant to each row of ${argument}`,
      zh: (argument) => `给 ${argument} 的每一行加一个常数`,
    },
    apply: (tensor, random) => {
      const [rows = 0, columns = 0] = tensor.shape;
      const constants = Array.from({ length: rows }, () => 4 * random() - 2);
      return withValues(tensor, (value, index) => value + (constants[Math.floor(index / columns)] ?? 0));
    },
  },
  /** The same row is added to all rows. */
  addSameRowToAllRows: {
    says: {
      en: (argument) => `adding the same row to all rows of ${argument}`,
      zh: (argument) => `给 ${argument} 的所有行加同一行`,
    },
    apply: (tensor, random) => {
      const columns = tensor.shape[1] ?? 1;
      const row = Array.from({ length: columns }, () => 4 * random() - 2);
      return withValues(tensor, (value, index) => value + (row[index % columns] ?? 0));
    },
  },
  /** The same constant is added to every element. */
  addConstant: {
    says: { en: (argument) => `adding a constant to ${argument}`, zh: (argument) => `给 ${argument} 加一个常数` },
    apply: (tensor, random) => {
      const constant = 4 * random() - 2;
      return withValues(tensor, (value) => value + constant);
    },
  },
  transpose: {
    says: { en: (argument) => `transposing ${argument}`, zh: (argument) => `转置 ${argument}` },
    apply: (tensor) => {
      const [rows = 0, columns = 0] = tensor.shape;
      const values = Float64Array.from(
        { length: sizeOf(tensor.shape) },
        (_, index) => tensor.values[(index % rows) * columns + Math.floor(index / rows)] ?? 0,
      );
      return new TensorValue([columns, rows], tensor.dtype, values);
    },
  },
  negate: {
    says: { en: (argument) => `changing the sign of ${argument}`, zh: (argument) => `将 ${argument} 取反` },
    apply: (tensor) => withValues(tensor, (value) => -value),
  },
} satisfies Readonly<Record<string, Transform>>;

type TransformName = keyof typeof transforms;

/** The result, or its named fields, stay equal when one argument is transformed. */
export const unchangedUnder = defineLaw({
  name: 'unchangedUnder',
  parameters: z.strictObject({
    transform: z.enum(Object.keys(transforms) as TransformName[]),
    argument: z.string(),
    fields: z.array(z.string()).readonly().optional(),
  }),
  says: {
    en: ({ transform, argument }) => `${transforms[transform].says.en(argument)} changes nothing`,
    zh: ({ transform, argument }) => `${transforms[transform].says.zh(argument)}，结果不变`,
  },
  companions: (inputs, { argument, transform }, random) => [
    { ...inputs, [argument]: transforms[transform].apply(asTensor(inputs[argument]), random) },
  ],
  violation: ({ result, companions: [companion], parameters: { fields = [] }, scale }) =>
    differingField(result, companion, fields, scale),
});

function withValues(tensor: TensorValue, map: (value: number, index: number) => number): TensorValue {
  return new TensorValue(tensor.shape, tensor.dtype, tensor.values.map(map));
}

function asTensor(value: Value): TensorValue {
  if (!(value instanceof TensorValue)) throw new Error('unchangedUnder needs a tensor argument');
  return value;
}
