import type { CommonFinding } from '../../types';
import type { Lines } from '../../words/english';
import type { advice } from './en/advice';

/** What a returned value shows about its cause. Each language has a sentence on what to do next. */
export type Advice = keyof typeof advice;

/** Sentences about findings, with advice as the last line. */
export function advised(
  sentences: (found: CommonFinding) => Lines,
  words: Readonly<Record<Advice, string>>,
): (found: CommonFinding) => Lines {
  return (found) => {
    const id = adviceOn(found);
    return id === undefined ? sentences(found) : [...sentences(found), words[id]];
  };
}

function adviceOn(found: CommonFinding): Advice | undefined {
  switch (found.id) {
    case 'not-a-tensor':
      return onTensor(found.got) ?? onKind(found.got, found.path);
    case 'not-a-number':
      return onNumber(found.got) ?? onKind(found.got, found.path);
    case 'not-a-record':
      return onKind(found.got, '');
    case 'wrong-kind':
      return onList(found.expected, found.got) ?? onKind(found.got, found.path);
    case 'wrong-shape':
      return onShape(found.expected, found.got);
    case 'wrong-dtype':
      return onDtype(found);
    default:
      return undefined;
  }
}

function onKind(got: string, path: string): Advice | undefined {
  if (got === 'a Promise') return path === '' ? 'promise' : 'promiseInside';
  if (got === 'undefined') return path === '' ? 'undefined' : 'undefinedInside';
  if (got === 'a disposed tensor') return 'disposed';
  return got === 'a generator' ? 'generator' : undefined;
}

function onTensor(got: string): Advice | undefined {
  if (got === 'the number NaN' || got.startsWith("'Tensor")) return 'operator';
  if (/^an array of \d+ tensors?$/.test(got)) return 'listOfTensors';
  if (got.startsWith('the number ')) return 'numberForTensor';
  return got.startsWith('an array of ') ? 'arrayForTensor' : undefined;
}

function onNumber(got: string): Advice | undefined {
  if (got === 'a rank-0 tensor') return 'tensorForNumber';
  return got.startsWith("'") ? 'textForNumber' : undefined;
}

function onList(expected: string, got: string): Advice | undefined {
  const isList = expected.startsWith('an array of ') || expected === 'a list of lists';
  return isList && /^a \([\d, ]*\) tensor$/.test(got) ? 'tensorForList' : undefined;
}

function onShape(expected: readonly number[], got: readonly number[]): Advice | undefined {
  const withoutOnes = (shape: readonly number[]): string => shape.filter((length) => length !== 1).join();
  if (expected.length === 2 && got.length === 2 && expected[0] === got[1] && expected[1] === got[0])
    return 'transposed';
  return withoutOnes(expected) === withoutOnes(got) ? 'axisOfOne' : undefined;
}

function onDtype({ expected, got, valuesDiffer }: Extract<CommonFinding, { id: 'wrong-dtype' }>): Advice | undefined {
  if (expected === 'int32' && got === 'float32') return 'fractions';
  if (expected === 'float32' && got === 'int32') return 'rounded';
  if (got !== 'bool') return undefined;
  // A cast alone would not fix it.
  if (valuesDiffer) return 'wrongToo';
  return expected === 'int32' ? 'boolForInt' : 'boolForFloat';
}
