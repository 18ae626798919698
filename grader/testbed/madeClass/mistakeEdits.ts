/** A known mistake as an edit of the solution. */
export interface MistakeEdit {
  readonly assignment: string;
  readonly exercise: string;
  /** The known mistake's ID. */
  readonly mistake: string;
  readonly right: string;
  readonly wrong: string;
}

function mistakeEdits(
  assignment: string,
  exercise: string,
  edits: Readonly<Record<string, readonly [right: string, wrong: string]>>,
): readonly MistakeEdit[] {
  return Object.entries(edits).map(([mistake, [right, wrong]]) => ({ assignment, exercise, mistake, right, wrong }));
}

/** The mistakes of a generated class. Each must be recognised. */
export const allMistakeEdits: readonly MistakeEdit[] = [
  ...mistakeEdits('03-losses', 'softmax', {
    'no-max-subtraction': ['scores.sub<Tensor2D>(scores.max(1, true))', 'scores'],
    'sums-columns': ['exponentials.sum(1, true)', 'exponentials.sum(0, true)'],
  }),
  ...mistakeEdits('03-losses', 'crossEntropy', {
    'gradient-not-divided': ['.sub(truth).div<Tensor2D>(n)', '.sub<Tensor2D>(truth)'],
    'gradient-without-one': ['softmax(scores).sub(truth).div', 'softmax(scores).div'],
    'loss-sign': ['logSums.sub(trueScores)', 'trueScores.sub(logSums)'],
  }),
  ...mistakeEdits('03-losses', 'hingeLoss', {
    'true-class-counted': ['.add(delta).mul<Tensor2D>(rivals)', '.add<Tensor2D>(delta)'],
    'true-class-pulled-once': ['truth.mul(counts)', 'truth'],
    'no-delta': ['.add(delta)', ''],
  }),
  ...mistakeEdits('03-losses', 'softmaxLoss', {
    'half-regularization-in-gradient': ['W.mul(2 * lambda)', 'W.mul(lambda)'],
    'missing-regularization-gradient': ['.add<Tensor2D>(W.mul(2 * lambda))', ''],
    'regularization-divided-by-n-in-loss': [
      'W.square().sum().mul(lambda)',
      'W.square().sum().mul(lambda).div(x.shape[0])',
    ],
  }),
  ...mistakeEdits('03-losses', 'ridgeLoss', {
    'doubled-regularization-in-gradient': ['w.mul(lambda)', 'w.mul(2 * lambda)'],
    'residual-sign': ['residuals.dot(x).add', 'residuals.neg().dot(x).add'],
  }),
  ...mistakeEdits('06-optimizers', 'momentumStep', {
    'gradient-added': ['v.mul(rho).sub(dw.mul(learningRate))', 'v.mul(rho).add(dw.mul(learningRate))'],
    'old-velocity-returned': ['v: velocity }', 'v: v.clone() }'],
  }),
  ...mistakeEdits('06-optimizers', 'nesterovStep', { 'gradient-at-w': ['gradient(ahead)', 'gradient(w)'] }),
  ...mistakeEdits('06-optimizers', 'adagradStep', {
    'epsilon-inside-root': ['sum.sqrt().add(epsilon)', 'sum.add(epsilon).sqrt()'],
  }),
  ...mistakeEdits('06-optimizers', 'rmspropStep', {
    'sum-for-mean': ['s.mul(decay).add(dw.square().mul(1 - decay))', 's.add(dw.square())'],
  }),
  ...mistakeEdits('06-optimizers', 'biasCorrection', {
    'power-one-behind': ['beta ** t', 'beta ** (t - 1)'],
    'not-corrected': ['moment.div(1 - beta ** t)', 'moment.clone()'],
  }),
  ...mistakeEdits('06-optimizers', 'adamStep', {
    'betas-swapped': [
      '{ learningRate, beta1, beta2, epsilon }',
      '{ learningRate, beta1: beta2, beta2: beta1, epsilon }',
    ],
  }),
  ...mistakeEdits('06-optimizers', 'adamWStep', {
    'decay-of-updated-weights': ['next.w.sub(w.mul(', 'next.w.sub(next.w.mul('],
    'decay-not-scaled': ['options.learningRate * options.weightDecay', 'options.weightDecay'],
  }),
  ...mistakeEdits('06-optimizers', 'conditionNumber', {
    inverted: [
      'curvatures.max<tf.Scalar>().div<tf.Scalar>(curvatures.min())',
      'curvatures.min<tf.Scalar>().div<tf.Scalar>(curvatures.max())',
    ],
  }),
];
