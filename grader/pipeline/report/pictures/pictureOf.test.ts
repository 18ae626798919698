import { previous, previousThrough, tensor } from '../../course/spec/values';
import { judge } from '../../checks/planEvaluations';
import { caseOf, exerciseOf, judgeFunction, referenceOf, returned, unobserved } from '../../checks/testing';
import * as tf from '../../../precision/tfjs';
import type { Case, CheckResult, Exercise } from '../../types';
import { CallbackValue, type Callback, type TensorValue } from '../../../execution/values';
import type { Picture } from './picture';
import { pictureOf as pictureIn } from './pictureOf';
import { pictureSchema, type HeatMap } from './picture';

const pictureOf = (result: CheckResult, exercise: Exercise): Picture | undefined =>
  pictureIn(result, exercise, ({ label }) => label);

const check = referenceOf(undefined, ['public/a']);

function heatMap(expected: TensorValue, got: TensorValue): HeatMap | undefined {
  const exercise = exerciseOf({ cases: [caseOf('public/a', [1], expected)], checks: [check] });
  const picture = pictureOf(judge(check, exercise, new Map([['public/a', returned(got)]])), exercise);
  if (picture !== undefined) expect(pictureSchema.parse(JSON.parse(JSON.stringify(picture)))).toEqual(picture);
  return picture?.kind === 'heatMap' ? picture : undefined;
}

const square = tensor([
  [1, 2],
  [3, 5],
]);

describe('pictureOf', () => {
  it('should show a wrong matrix element by element', () => {
    const got = tensor([
      [1, 2],
      [3, 7],
    ]);
    expect(heatMap(square, got)).toEqual({
      kind: 'heatMap',
      case: 1,
      label: null,
      path: '',
      step: null,
      shape: [2, 2],
      block: 1,
      rows: 2,
      columns: 2,
      expected: [1, 2, 3, 5],
      got: [1, 2, 3, 7],
      wrong: 1,
      total: 4,
      worst: { index: [1, 1], expected: 5, got: 7 },
      pattern: { id: 'rows', indices: [1] },
    });
  });

  it.each<[string, TensorValue, object | null]>([
    ['twice the expected', tensor([[2, 4], [6, 10]]), { id: 'factor', value: 2 }], // prettier-ignore
    ['the sign turned round', tensor([[-1, -2], [-3, -5]]), { id: 'factor', value: -1 }], // prettier-ignore
    ['one more', tensor([[2, 3], [4, 6]]), { id: 'offset', value: 1 }], // prettier-ignore
    ['the transpose', tensor([[1, 3], [2, 5]]), { id: 'transposed' }], // prettier-ignore
    ['one wrong column', tensor([[1, 3], [3, 9]]), { id: 'columns', indices: [1] }], // prettier-ignore
    ['nothing in common', tensor([[1.5, 3], [2, 5.5]]), null], // prettier-ignore
    ['what is not finite', tensor([[NaN, 4], [6, 10]]), null], // prettier-ignore
  ])('should detect the pattern of wrong elements: %s', (_what, got, pattern) => {
    expect(heatMap(square, got)?.pattern).toEqual(pattern);
  });

  it('should show blocks of a large result by their worst element, non-finite ones first', () => {
    // 70 × 40 in blocks of ⌈70/32⌉ = 3: 24 × 14 cells. Element (69, 39) is alone in the last block.
    const zeros = (): Float64Array => new Float64Array(70 * 40);
    const got = zeros();
    got[0] = 1;
    got[41] = -3;
    got[69 * 40 + 39] = 2;
    got[40 * 40] = NaN;
    const large = { ...tensor([0]), shape: [70, 40] };
    const map = heatMap(
      Object.assign(tensor([0]), { ...large, values: zeros() }),
      Object.assign(tensor([0]), { ...large, values: got }),
    );
    expect(map).toMatchObject({
      block: 3,
      rows: 24,
      columns: 14,
      wrong: 4,
      total: 2800,
      worst: { index: [40, 0], got: 'NaN' },
    });
    expect([map?.got[0], map?.got.at(-1), map?.got[13 * 14]]).toEqual([-3, 2, 'NaN']);
  });

  it('should choose the case in which the error is visible and count what is drawn', () => {
    // An error of 1e-7 is wrong but invisible; one of 1e-3 is visible, in two elements.
    const cases = [
      caseOf('public/small', [1], tensor([1, 2, 3, 4])),
      caseOf('public/large', [1], tensor([1, 2, 3, 4, 5])),
    ];
    const all = referenceOf(undefined, cases.map(({ id }) => id)); // prettier-ignore
    const exercise = exerciseOf({ cases, checks: [all] });
    const shown = (small: number, large: number): unknown =>
      pictureOf(
        judge(
          all,
          exercise,
          new Map([
            ['public/small', returned(tensor([1, 2 + small, 3 + 2 * small, 4 + 1e-7]))],
            ['public/large', returned(tensor([1 + large, 2, 3, 4, 5]))],
          ]),
        ),
        exercise,
      );
    expect(shown(1e-3, 1e-7)).toMatchObject({ case: 1, wrong: 2, total: 4, worst: { index: [2], got: 3.002 } });
    expect(shown(1e-7, 1e-7)).toBeUndefined();
    // The larger case has a negligible error: the clearly wrong one is drawn, whatever its size.
    expect(shown(1e-2, 1e-4)).toMatchObject({ case: 1, wrong: 2, worst: { index: [2], got: 3.02 } });
    expect(shown(1e-2, NaN)).toMatchObject({ case: 2, wrong: 1, worst: { index: [0], got: 'NaN' } });
    expect(shown(1e-4, 1e-4)).toMatchObject({ case: 2, wrong: 1 });
  });

  it('should choose the most informative case and never a hidden one', () => {
    const cases = [
      caseOf('public/small', [1], tensor([1, 2, 3, 4])),
      caseOf('public/large', [1], tensor([1, 2, 3, 4, 5]), { label: 'x is long' }),
      caseOf('hidden/larger', [1], tensor([1, 2, 3, 4, 5, 6]), { visibility: 'hidden' }),
    ];
    const all = referenceOf(undefined, cases.map(({ id }) => id)); // prettier-ignore
    const picture = (chosen: readonly Case[], result: CheckResult): unknown =>
      pictureOf(result, exerciseOf({ cases: chosen, checks: [all] }));
    const wrong = new Map(
      cases.map(({ id }, index) => [id, returned(tensor(Array.from({ length: 4 + index }, () => 9)))]),
    );
    expect(picture(cases, judge(all, exerciseOf({ cases, checks: [all] }), wrong))).toMatchObject({
      case: 2,
      label: 'x is long',
    });
    const hidden = cases.slice(2);
    expect(picture(hidden, judge(all, exerciseOf({ cases: hidden, checks: [all] }), wrong))).toBeUndefined();
  });

  it.each([
    ['few numbers', [tensor([1, 2, 3]), tensor([1, 2, 4])]],
    ['another shape', [square, tensor([1, 2, 3, 5])]],
    ['a right answer', [square, square]],
  ] as const)('should show no picture for %s', (_what, [expected, got]) => {
    expect(heatMap(expected, got)).toBeUndefined();
  });

  describe('of steps over a bowl', () => {
    // w ← w − α·dw on ½(x² + 4y²) with α = ½: (8, 2) → (4, −2) → (2, 2) → (1, −2)
    const slope: Callback = { name: 'slope', role: 'bowl', make: () => (w: tf.Tensor) => w.mul(tf.tensor([1, 4])) };
    const bowl = new CallbackValue(slope, { curvatures: tensor([1, 4]), center: tensor([0, 0]) });
    const walked = [tensor([4, -2]), tensor([2, 2]), tensor([1, -2])];
    const walk = caseOf('public/walk', [], 0, {
      calls: [[tensor([8, 2]), tensor([8, 8])], ...[1, 2].map(() => [previous(), previousThrough(bowl)])],
      expected: { status: 'returned', values: walked, observed: unobserved },
    });
    const step = referenceOf(undefined, ['public/walk']);
    const exercise = exerciseOf({ arguments: ['w', 'dw'], cases: [walk], checks: [step] });
    const pictureOfStep = (run: (w: tf.Tensor, dw: tf.Tensor) => tf.Tensor): unknown =>
      pictureOf(
        judgeFunction(step, [walk], (w: tf.Tensor, dw: tf.Tensor) => tf.tidy(() => run(w, dw))),
        exercise,
      );

    it("should show where they leave the reference's path", () => {
      let taken = 0;
      const tired = (w: tf.Tensor, dw: tf.Tensor): tf.Tensor =>
        (taken += 1) === 1 ? w.sub(dw.mul(0.5)) : w.sub(dw.mul(0.25));
      // From (4, −2) a quarter of (4, −8): (3, 0), and from there a quarter of (3, 0).
      expect(pictureOfStep(tired)).toEqual({
        kind: 'path',
        case: 1,
        label: null,
        curvatures: [1, 4],
        center: [0, 0],
        start: [8, 2],
        expected: [[4, -2], [2, 2], [1, -2]], // prettier-ignore
        got: [[4, -2], [3, 0], [2.25, 0]], // prettier-ignore
        partsAt: 2,
      });
    });

    it('should show non-finite weights by name', () => {
      expect(pictureOfStep((w) => w.div(0))).toMatchObject({ got: Array(3).fill(['Infinity', 'Infinity']), partsAt: 1 }); // prettier-ignore
    });
  });
});
