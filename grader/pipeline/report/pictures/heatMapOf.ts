import type { ReferenceCheck, WrongAnswer } from '../../types';
import { indexOf, sizeOf } from '../../../execution/values';
import { errorPattern, looksEqual } from './errorPattern';
import { maxCells, pictureNumber, type HeatMap } from './picture';
import { tensorPair, type TensorPair } from './tensorPair';

/** Fewer numbers are easier to read than to see. */
const fewestElements = 4;
/** Errors below this share of the largest number are hard to see next to larger ones. */
const clearShare = 1e-3;

/**
 * The wrong answer that shows most of an error's pattern, as a heat map without its case; undefined if nothing is
 * visible.
 */
export function heatMapOf(
  answers: readonly WrongAnswer[],
  check: ReferenceCheck,
): { readonly answer: WrongAnswer; readonly map: Omit<HeatMap, 'case' | 'label'> } | undefined {
  const candidates = answers
    .flatMap((answer) => {
      const pair = tensorPair(answer, check);
      return pair === undefined || pair.expected.values.length < fewestElements ? [] : [{ answer, pair }];
    })
    .map((one) => ({ ...one, elements: one.pair.expected.values.length, off: offIn(one.pair) }))
    .filter(({ off }) => off.length > 0);
  const clear = candidates.filter(({ pair, off }) => shareOf(pair, off) >= clearShare);
  const shown = clear.length === 0 ? candidates : clear;
  // The largest that fits without blocks, otherwise the smallest with blocks.
  const whole = shown.filter(({ pair }) => blockOf(pair) === 1).toSorted((a, b) => b.elements - a.elements);
  const inBlocks = shown.filter(({ pair }) => blockOf(pair) > 1).toSorted((a, b) => a.elements - b.elements);
  const chosen = whole[0] ?? inBlocks[0];
  return chosen === undefined ? undefined : { answer: chosen.answer, map: mapOf(chosen) };
}

interface Candidate {
  readonly answer: WrongAnswer;
  readonly pair: TensorPair;
  /** Flat indices of the visibly wrong elements. */
  readonly off: readonly number[];
}

function offIn({ expected, got }: TensorPair): readonly number[] {
  return [...expected.values.keys()].filter(
    (flat) => !looksEqual(expected.values[flat] ?? NaN, got.values[flat] ?? NaN),
  );
}

/** The worst element's error as a share of the largest expected number; infinite for non-finite numbers. */
function shareOf(pair: TensorPair, off: readonly number[]): number {
  const worst = farthestOf(pair, off);
  const apart = Math.abs((pair.got.values[worst] ?? NaN) - (pair.expected.values[worst] ?? NaN));
  const largest = pair.expected.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const share = apart / largest;
  return Number.isNaN(share) ? Infinity : share;
}

function mapOf({ answer: { case: one }, pair, off }: Candidate): Omit<HeatMap, 'case' | 'label'> {
  const { expected, got, path, call } = pair;
  const [height, width] = sidesOf(pair);
  const block = blockOf(pair);
  const rows = Math.ceil(height / block);
  const columns = Math.ceil(width / block);
  const shown = Array.from({ length: rows * columns }, (_, cell) =>
    farthestIn(pair, Math.floor(cell / columns) * block, (cell % columns) * block, block),
  );
  const worst = farthestOf(pair, off);
  return {
    kind: 'heatMap',
    path,
    step: one.calls.length > 1 ? call + 1 : null,
    shape: [...expected.shape],
    block,
    rows,
    columns,
    expected: shown.map((flat) => pictureNumber(expected.values[flat] ?? NaN)),
    got: shown.map((flat) => pictureNumber(got.values[flat] ?? NaN)),
    wrong: off.length,
    total: expected.values.length,
    worst: {
      index: [...indexOf(worst, expected.shape)],
      expected: pictureNumber(expected.values[worst] ?? NaN),
      got: pictureNumber(got.values[worst] ?? NaN),
    },
    pattern: errorPattern(expected, got),
  };
}

/** The last axis is horizontal, all others are vertical. */
function sidesOf({ expected: { shape } }: TensorPair): readonly [height: number, width: number] {
  return [sizeOf(shape.slice(0, -1)), shape.at(-1) ?? 1];
}

function blockOf(pair: TensorPair): number {
  return Math.max(1, Math.ceil(Math.max(...sidesOf(pair)) / maxCells));
}

/** Flat index of the worst element in one block; non-finite numbers are worst. */
function farthestIn(pair: TensorPair, top: number, left: number, block: number): number {
  const [height, width] = sidesOf(pair);
  const inBlock: number[] = [];
  for (let row = top; row < Math.min(height, top + block); row += 1) {
    for (let column = left; column < Math.min(width, left + block); column += 1) inBlock.push(row * width + column);
  }
  return farthestOf(pair, inBlock);
}

function farthestOf({ expected, got }: TensorPair, elements: readonly number[]): number {
  const distance = (flat: number): number => {
    const apart = Math.abs((got.values[flat] ?? NaN) - (expected.values[flat] ?? NaN));
    return Number.isNaN(apart) ? Infinity : apart;
  };
  return elements.reduce((farthest, flat) => (distance(flat) > distance(farthest) ? flat : farthest), elements[0] ?? 0);
}
