import type { ReferenceCheck, WrongAnswer } from '../../types';
import { sizeOf } from '../../../execution/values';
import { errorPattern } from './errorPattern';
import { maxCells, pictureNumber, type HeatMap } from './picture';
import { tensorPair, type TensorPair } from './tensorPair';

/** Fewer numbers are read faster than looked at. */
const fewestElements = 4;

/**
 * The wrong answer that shows most of an error's pattern, as a heat map without its case; undefined where none has one.
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
    .map((one) => ({ ...one, elements: one.pair.expected.values.length }));
  // The largest that need not be shown in blocks, else the smallest of those that do.
  const whole = candidates.filter(({ pair }) => blockOf(pair) === 1).toSorted((a, b) => b.elements - a.elements);
  const inBlocks = candidates.filter(({ pair }) => blockOf(pair) > 1).toSorted((a, b) => a.elements - b.elements);
  const chosen = whole[0] ?? inBlocks[0];
  return chosen === undefined ? undefined : { answer: chosen.answer, map: mapOf(chosen.answer, chosen.pair) };
}

function mapOf({ finding, case: one }: WrongAnswer, pair: TensorPair): Omit<HeatMap, 'case' | 'label'> {
  const { expected, got, path, call } = pair;
  const [height, width] = sidesOf(pair);
  const block = blockOf(pair);
  const rows = Math.ceil(height / block);
  const columns = Math.ceil(width / block);
  const shown = Array.from({ length: rows * columns }, (_, cell) =>
    farthestIn(pair, Math.floor(cell / columns) * block, (cell % columns) * block, block),
  );
  const { index, count, total } = finding.id === 'values-differ' || finding.id === 'not-finite' ? finding : nothing;
  const worst = index.reduce((flat, position, axis) => flat * (expected.shape[axis] ?? 1) + position, 0);
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
    wrong: count,
    total,
    worst: {
      index: [...index],
      expected: pictureNumber(expected.values[worst] ?? NaN),
      got: pictureNumber(got.values[worst] ?? NaN),
    },
    pattern: errorPattern(expected, got),
  };
}

const nothing = { index: [] as readonly number[], count: 0, total: 0 };

/** The last axis goes across, all others down. */
function sidesOf({ expected: { shape } }: TensorPair): readonly [height: number, width: number] {
  return [sizeOf(shape.slice(0, -1)), shape.at(-1) ?? 1];
}

function blockOf(pair: TensorPair): number {
  return Math.max(1, Math.ceil(Math.max(...sidesOf(pair)) / maxCells));
}

/** Flat index of the element that is farthest off in one block; what is not finite is farther than all. */
function farthestIn(pair: TensorPair, top: number, left: number, block: number): number {
  const [height, width] = sidesOf(pair);
  let farthest = top * width + left;
  let most = -1;
  for (let row = top; row < Math.min(height, top + block); row += 1) {
    for (let column = left; column < Math.min(width, left + block); column += 1) {
      const flat = row * width + column;
      const distance = Math.abs((pair.got.values[flat] ?? NaN) - (pair.expected.values[flat] ?? NaN));
      if (!(distance <= most)) {
        farthest = flat;
        most = Number.isNaN(distance) ? Infinity : distance;
      }
    }
  }
  return farthest;
}
