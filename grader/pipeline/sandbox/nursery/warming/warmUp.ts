import * as tf from '../../../../precision/tfjs';
import { CallbackValue, PreviousResult, TensorValue, type Callback, type Value } from '../../../../execution/values';
import type { Ban, Evaluation } from '../../../types';
import { FrameReader, type Frame } from '../../frame';
import { encodeRequest, type Request } from '../../protocol';
import { practice } from './practice';
import { variety } from './variety';

const rounds = 40;
/** As a compiled submission. */
const code = [practice, variety]
  .map((make) => `Object.assign(exports, (${make.toString()})(require('@tensorflow/tfjs')));`)
  .join('\n');
const shiftsOfRound = 12;
/** Some bans, as exercises have, so that lookups are compiled too. */
const banned: readonly Ban[] = ['tf.softmax', 'tf.losses.*', 'tensor.logSoftmax'];

/** A function among the arguments; none of the course. */
export const practiceLoss: Callback = {
  name: 'practiceLoss',
  make:
    ({ factor }) =>
    (W: tf.Tensor2D, x: tf.Tensor2D) =>
      tf.tidy(() => {
        const products = W.matMul(x, false, true); // (C, N)
        const slopes = products.matMul(x).mul(2 * Number(factor)) as tf.Tensor2D; // (C, D)
        return { loss: products.square().sum().mul(Number(factor)), dW: slopes };
      }),
};

/**
 * Compiles every code path of a submission: its frames, arguments, tfjs, and the capture of results.
 *
 * @param respond - answers a request as a submission's process would
 * @throws if the made-up submission fails, since it would then warm up nothing
 */
export function warmUp(respond: (frame: Frame) => Buffer): void {
  const ask = (request: Request, expected = 'returned'): void => {
    for (const frame of new FrameReader().push(encodeRequest(request))) refuseOther(expected, respond(frame));
  };
  const bans = Object.fromEntries(work(0).map(([exercise]) => [exercise, banned]));
  ask({ kind: 'load', file: code, banned: bans }, 'loaded');
  for (let round = 0; round < rounds; round += 1) {
    for (const [exercise, inputs, shifted, { next = [], apply } = {}] of work(round)) {
      ask({ kind: 'evaluate', exercise, evaluation: { kind: 'calls', calls: [inputs, ...next], apply } });
      if (shifted === undefined) continue;
      for (const by of ['elements', 'directions'] as const)
        ask({ kind: 'evaluate', exercise, evaluation: shifts(inputs, shifted, by, round) });
    }
    ask({ kind: 'evaluate', exercise: 'refusal', evaluation: { kind: 'calls', calls: [[numbers([2, 2])]] } }, 'threw');
  }
  ask({ kind: 'load', file: '', banned: {} }, 'loaded');
  tf.disposeVariables();
}

type Work = readonly [
  exercise: string,
  inputs: readonly Value[],
  shifted?: number,
  more?: { readonly next?: readonly (readonly Value[])[]; readonly apply?: readonly (readonly Value[])[] },
];

/** Shapes vary between rounds, as they do between cases. */
function work(round: number): readonly Work[] {
  const [n, c, d] = [1 + (round % 7), 2 + (round % 4), 1 + (round % 5)];
  const [x, y, row, column] = [numbers([n, c]), numbers([n, c]), numbers([c]), numbers([n, 1])];
  const labels = new TensorValue(
    [n],
    'int32',
    Float64Array.from({ length: n }, (_, index) => (index + round) % c),
  );
  const options = { rate: 0.1 + 0.01 * (round % 5), keep: 0.9, small: 1e-8 };
  const again = [new PreviousResult(['w']), numbers([c]), new PreviousResult(['state']), options];
  return [
    ['arithmetic', [x, y, row, column, 0.5 + round], 0],
    ['reductions', [x, y], 1],
    ['products', [numbers([n, d]), numbers([c, d]), x, 0.1], 1],
    ['choices', [x, labels], 0],
    ['rearrangements', [x, row]],
    ['stepOfState', [x, y, { first: y, second: numbers([n, c], 1) }, options]],
    ['stepOfState', [row, numbers([c]), {}, options], undefined, { next: [again, again] }],
    ['stepOfState', [numbers([]), numbers([]), {}, options]],
    ['slopes', [numbers([n, d]), numbers([c, d])]],
    ['loops', [row]],
    [
      'exchanges',
      [
        new CallbackValue(practiceLoss, { factor: 0.5 }),
        numbers([c, d]),
        numbers([n, d]),
        {
          list: Array.from({ length: n }, (_, index) => index + 0.5 * (round % 2)),
          name: 'one',
          isOn: round % 2 === 0,
        },
      ],
    ],
    ['onAll', [x, y]],
    ['ofNumbers', [0.1, round]],
    ['ofNumbers', [n, round]],
    [
      'ofLists',
      [
        [[0.5, 1], [n]],
        ['a', 'b'],
      ],
    ],
    ['ofLists', [[], []]],
    ['schedule', [0.1], undefined, { apply: [[0], [round], [0.5]] }],
    ['tensorOfLoss', [x]],
  ];
}

function shifts(inputs: readonly Value[], argument: number, by: 'elements' | 'directions', round: number): Evaluation {
  const base = inputs[argument];
  const size = base instanceof TensorValue ? base.values.length : 1;
  const which = (index: number): number => (by === 'elements' ? index % size : round * shiftsOfRound + (index >> 1));
  const rows = Float64Array.from({ length: 2 * shiftsOfRound }, (_, index) =>
    index % 2 === 0 ? which(index >> 1) : 1e-5 * (index % 4 === 1 ? 1 : -1),
  );
  return { kind: 'differences', arguments: inputs, field: 'loss', shifts: { argument, by, rows } };
}

let state = 1;

/** Arbitrary numbers in [least, least + 4), from a linear congruential generator. */
function numbers(shape: readonly number[], least = -2): TensorValue {
  const size = shape.reduce((product, length) => product * length, 1);
  const values = Float64Array.from({ length: size }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return least + 4 * (state / 2 ** 31);
  });
  return new TensorValue(shape, 'float32', values);
}

function refuseOther(expected: string, response: Buffer): void {
  const [frame] = new FrameReader().push(response);
  const { status, outcome, error } = (frame?.header ?? {}) as {
    status?: string;
    outcome?: { status: string };
    error?: unknown;
  };
  if (status !== expected && outcome?.status !== expected)
    throw new Error(`the work to warm up on was not ${expected}: ${JSON.stringify(error ?? outcome)}`);
}
