import type { Tensor } from '@tensorflow/tfjs';
import type { OptimizerState } from 'descent';
import type { Tfjs } from '../../../precision';
import { jsonNumber } from '../../../pipeline/words/jsonNumber';
import type { JsonMemory, JsonTensor } from '../messages';
import { isTensor } from './requireTensor';

export function toJsonTensor(tensor: Tensor): JsonTensor {
  return { shape: tensor.shape, values: Array.from(tensor.dataSync(), jsonNumber) };
}

export function toTensor(tf: Tfjs, { shape, values }: JsonTensor): Tensor {
  return tf.tensor(values.map(Number), shape);
}

/** State of an optimizer; only tensors and numbers are stored. */
export function toJsonMemory(memory: OptimizerState): JsonMemory {
  if (isTensor(memory)) return toJsonTensor(memory);
  if (typeof memory !== 'object' || memory === null) return null;
  const entries = Object.entries(memory).flatMap(([name, value]): [string, JsonTensor | number | string][] => {
    if (isTensor(value)) return [[name, toJsonTensor(value)]];
    return typeof value === 'number' ? [[name, jsonNumber(value)]] : [];
  });
  return Object.fromEntries(entries) as JsonMemory;
}

export function toMemory(tf: Tfjs, memory: JsonMemory): OptimizerState {
  if (memory === null) return undefined;
  if (isJsonTensor(memory)) return toTensor(tf, memory);
  return Object.fromEntries(
    Object.entries(memory).map(([name, value]) => [
      name,
      typeof value === 'object' ? toTensor(tf, value) : Number(value),
    ]),
  ) as OptimizerState;
}

function isJsonTensor(memory: NonNullable<JsonMemory>): memory is JsonTensor {
  return Array.isArray(memory['shape']);
}
