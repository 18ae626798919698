import type { HintCatalogue } from 'descent/author';

export const hints: HintCatalogue = {
  l2Penalty: {
    'gradient-without-two': [
      'Your penalty is right. Look at dW, and differentiate λw² for a single weight.',
      'The slope of a square brings its exponent down as a factor.',
      'The gradient of λΣW² is 2λW; yours is λW, which belongs to (λ/2)ΣW². Multiply it by 2.',
    ],
    'half-in-penalty': [
      'Your gradient is right. Look at the factor in front of the sum in the penalty.',
      'There are two conventions for L2, with and without ½. Penalty and gradient must follow the same one.',
      'This penalty is λΣW²; yours is (λ/2)ΣW². Drop the ½ and keep the gradient 2λW.',
    ],
    'half-convention': [
      'Compare the factors of penalty and gradient with the formula above the function.',
      'Your two results fit each other: they follow the other of the two L2 conventions.',
      'You wrote (λ/2)ΣW² with gradient λW. Here it is λΣW² with gradient 2λW: double both.',
    ],
    'mean-for-sum': [
      'Try the same numbers in a longer W: does the penalty grow with it?',
      'A penalty adds up over the weights. Only losses over a batch are means.',
      'You divide by the number of weights. Use tf.sum in the penalty, and no division in the gradient.',
    ],
    'square-root': [
      'Work out the penalty of [3, −4] by hand, one operation after the other.',
      'The formula has the squared length of the weights, not their length.',
      'You took the root of ΣW², as in ‖W‖. Leave the root out.',
    ],
    'gradient-without-strength': [
      'Your penalty is right. Double λ: what should dW do, and what does yours do?',
      'A factor in front of a function stands in front of its gradient as well.',
      'dW lacks λ: it is 2W where 2λW is asked.',
    ],
    'sum-along-one-axis': [
      'Print the shape of your penalty for a matrix W.',
      'A penalty is one number, of rank 0, whatever the shape of W.',
      'You sum along the last axis only, which leaves one number for each row. Call tf.sum without an axis.',
    ],
  },
  l1Penalty: {
    'sign-of-zero-plus': [
      'Your penalty is right. Look at dW where a weight is exactly 0.',
      'At the kink of |w| we take the slope in the middle, so that a weight at 0 stays there.',
      'You give +λ to a weight of 0. Make it 0: tf.sign does, a comparison with ≥ does not.',
    ],
    'sign-of-zero-minus': [
      'Your penalty is right. Look at dW where a weight is exactly 0.',
      'At the kink of |w| we take the slope in the middle, so that a weight at 0 stays there.',
      'You give −λ to a weight of 0. Make it 0: tf.sign does, a comparison with > and an else does not.',
    ],
    'divided-by-zero': [
      'Look for a NaN in dW. Which weight does it belong to?',
      'W/|W| is the sign of W for all weights but one.',
      'At W = 0 you divide 0 by 0. Use tf.sign, which is 0 there.',
    ],
    'divided-by-epsilon': [
      'Try very small weights, such as 1e-8. How steep is |w| there?',
      'The slope of |w| is 1 for every positive weight, however small.',
      'W/(|W| + ε) is not the sign of W: it fades for small weights and is a little short for all. Use tf.sign.',
    ],
    'sum-without-absolute': [
      'Your gradient is right. Work out the penalty of [3, −4] by hand.',
      'A negative weight costs as much as a positive one: penalties never cancel.',
      'You sum W, not |W|. Take tf.abs before the sum.',
    ],
    'gradient-without-strength': [
      'Your penalty is right. Double λ: what should dW do, and what does yours do?',
      'A factor in front of a function stands in front of its gradient as well.',
      'dW lacks λ: it is sign(W) where λ·sign(W) is asked.',
    ],
    'gradient-of-l2': [
      'Your penalty is right. Compare dW for a weight of 1 and a weight of 10.',
      'The line |w| is as steep far out as it is near 0: L1 pulls at all weights equally.',
      'Your dW is 2λW, the gradient of the L2 penalty. Here it is λ·sign(W).',
    ],
    'mean-for-sum': [
      'Try the same numbers in a longer W: does the penalty grow with it?',
      'A penalty adds up over the weights. Only losses over a batch are means.',
      'You divide by the number of weights. Use tf.sum in the penalty, and no division in the gradient.',
    ],
  },
  elasticNetPenalty: {
    'strengths-swapped': [
      'Set one of the strengths to 0. Which part of your penalty vanishes?',
      'λ₁ is the strength of the part with exponent 1, λ₂ of the part with exponent 2.',
      'The two strengths are swapped: λ₁ belongs to Σ|W|, λ₂ to ΣW².',
    ],
    'strengths-swapped-in-gradient': [
      'Your penalty is right. Set one of the strengths to 0 and look at dW.',
      'In the gradient each part keeps the strength that it has in the penalty.',
      'In dW the strengths are swapped: it is λ₁·sign(W) + 2λ₂W.',
    ],
    'one-strength-for-both': [
      'Change λ₂ alone. Does anything change in your results?',
      'The elastic net has two dials, one for each part.',
      'You use λ₁ for both parts. The part with the squares takes λ₂.',
    ],
    'gradient-without-l1': [
      'Your penalty is right. Set λ₂ to 0 and look at dW.',
      'The gradient of a sum is the sum of the gradients of all its parts.',
      'dW lacks the L1 part: add λ₁·sign(W) to 2λ₂W.',
    ],
    'gradient-without-two': [
      'Your penalty is right. Set λ₁ to 0 and differentiate what is left for a single weight.',
      'The slope of a square brings its exponent down as a factor.',
      'The L2 part of dW is 2λ₂W; yours is λ₂W. Multiply it by 2.',
    ],
    'half-convention': [
      'Set λ₁ to 0 and compare the factors of what is left with the formula above the function.',
      'The parts with λ₂ fit each other, but they follow the other of the two L2 conventions.',
      'You wrote (λ₂/2)ΣW² with gradient λ₂W. Here it is λ₂ΣW² with gradient 2λ₂W.',
    ],
    'sign-of-zero-plus': [
      'Your penalty is right. Look at dW where a weight is exactly 0.',
      'At the kink of |w| we take the slope in the middle, so that a weight at 0 stays there.',
      'You give +λ₁ to a weight of 0. Make it 0: tf.sign does, a comparison with ≥ does not.',
    ],
  },
  totalVariation: {
    'wraps-around': [
      'Look at the pixels on the border. How many neighbours does a corner have?',
      'Pairs lie inside the image: the last row has nothing below, the last column nothing to its right.',
      'Your differences wrap around, so the last row is compared with the first. Cut them off at the border.',
    ],
    'gradient-counts-once': [
      'Your penalty is right. Take an image of two pixels: how does the penalty change with each of them?',
      'A difference has two ends. The penalty changes when either of its pixels does.',
      'Each pair counts at only one of its pixels. Add sign(d) to the one and −sign(d) to the other.',
    ],
    'penalty-counts-twice': [
      'Your gradient is right. Work out the penalty of an image of two pixels.',
      'Each pair of neighbours belongs to the sum once, whichever of the two you start from.',
      'You count each pair from both of its sides. Look down and right only, not up and left too.',
    ],
    'sign-of-zero-plus': [
      'Your penalty is right. Look at dImage where two neighbours are equal.',
      'At the kink of |d| the slope is 0: equal neighbours do not pull at each other.',
      'You take sign(0) for 1. Use tf.sign, which is 0 there.',
    ],
    'squared-differences': [
      'Work out the penalty of an image of two pixels that differ by 3.',
      'Total variation measures each difference by its size, so that one sharp edge costs no more than a gentle slope of the same height.',
      'You square the differences. Take tf.abs of them, and tf.sign in the gradient.',
    ],
    'down-only': [
      'Try an image of a single row. What is its penalty?',
      'A pixel has neighbours in two directions.',
      'The differences to the right are missing, in penalty and gradient. Add them to those downwards.',
    ],
    'border-pairs-lost': [
      'Write down all pairs of a 2 × 2 image: there are four. Which of them do you count?',
      'The last column still has pixels below each other, and the last row has pixels side by side.',
      'You cut off the last row and column for both directions. Differences down are (H−1, W), differences right are (H, W−1).',
    ],
    'gradient-reversed': [
      'Your penalty is right. Raise the brightest pixel a little: does the penalty rise or fall?',
      'The gradient points to where the penalty grows, away from the neighbours.',
      'dImage has the wrong sign throughout. For d = second − first the second pixel gets +sign(d), the first −sign(d).',
    ],
  },
  decayWeights: {
    'times-t': [
      'Look at row 0: it should be w0 itself.',
      'Each step multiplies by the same factor once more. What is t such factors?',
      'You multiply by t where t is an exponent: (1 − ηλ)^t, not (1 − ηλ)·t.',
    ],
    'falls-in-a-line': [
      'Rows 0 and 1 are right. Work out row 2 from row 1.',
      'Each step takes a share of what is left, not of what was there at first.',
      'You take ηλ·w0 off at each step, as in 1 − ηλt. The factor is (1 − ηλ)^t.',
    ],
    'one-row-short': [
      'Count your rows for steps = 1. Which weights should be seen?',
      'Before the first step there is a row, and after each step there is one.',
      'The last row is missing: t runs from 0 to steps, both included, so there are steps + 1 rows.',
    ],
    'one-step-ahead': [
      'Look at row 0.',
      'Row t holds the weights after t steps. How many steps come before the first row?',
      'Your rows start after the first step. The exponents are 0 … steps, not 1 … steps + 1.',
    ],
    'doubled-strength': [
      'Work out one step by hand from the penalty in the docstring.',
      'The penalty here is (λ/2)‖w‖². What is left of the ½ in its gradient?',
      'You take off 2ηλw a step, as for λ‖w‖². The gradient of (λ/2)‖w‖² is λw: the factor is 1 − ηλ.',
    ],
    'without-learning-rate': [
      'Change the learning rate alone. Do your rows change?',
      'A gradient step is the gradient times the learning rate.',
      'η is missing: the factor is 1 − ηλ, not 1 − λ.',
    ],
    exponential: [
      'Work out row 1 by hand: one gradient step from w0.',
      'Steps multiply by 1 − ηλ; e^(−ηλ) is only close to that while ηλ is small.',
      'This is the continuous decay of exponentialDecayWeights. Here each step multiplies by exactly 1 − ηλ.',
    ],
    transposed: [
      'Print the shape of your result.',
      'A row is a time, a column is a weight.',
      'Your result is (D, steps + 1). Turn it round: the factors become a column, w0 a row.',
    ],
  },
  exponentialDecayWeights: {
    'power-for-exponential': [
      'Look at row 1 and compare it with w0·e^(−ηλ).',
      'Here time is continuous: the weights decay at every moment, not once a step.',
      'This is (1 − ηλ)^t, the discrete decay of decayWeights. Use the exponential function.',
    ],
    grows: [
      'Do your weights come closer to 0 from row to row?',
      'Decay means that the derivative has the opposite sign of the weight.',
      'The exponent lacks its minus: e^(−ηλt).',
    ],
    'time-outside-exponent': [
      'Look at row 0: it should be w0 itself.',
      'In each unit of time the weights are multiplied by e^(−ηλ) once more. What is t such factors?',
      'You multiply e^(−ηλ) by t. The t belongs inside: e^(−ηλt).',
    ],
    'one-row-short': [
      'Count your rows for steps = 1. Which times should be seen?',
      'Time 0 has a row, and so has each of the times 1 … steps.',
      'The last row is missing: t runs from 0 to steps, both included, so there are steps + 1 rows.',
    ],
    'one-step-ahead': [
      'Look at row 0.',
      'Row t holds the weights at time t. What time is it in the first row?',
      'Your rows start at time 1. The times are 0 … steps, not 1 … steps + 1.',
    ],
    'doubled-strength': [
      'Look at the factor in front of t in your exponent.',
      'The rate of decay is ηλ: the gradient of (λ/2)‖w‖² has no 2.',
      'Your exponent is −2ηλt, which belongs to the penalty λ‖w‖². Here it is −ηλt.',
    ],
    'without-learning-rate': [
      'Change the learning rate alone. Do your rows change?',
      'How fast the weights move along the gradient is up to η.',
      'η is missing in the exponent: it is −ηλt, not −λt.',
    ],
  },
  approximationError: {
    'subtracts-nearly-equal': [
      'Ordinary cases are right. Look at those where ηλ is 1e-6: how many digits of yours are right?',
      'A double near 1 carries 16 digits. When 1 is taken off, only those that differ from 1 remain.',
      'You compute a ratio near 1 and subtract 1. Take the logarithm of the ratio, with Math.log1p(−ηλ), and hand it to Math.expm1.',
    ],
    'subtracts-then-divides': [
      'Ordinary cases are right. Look at those where ηλ is 1e-6: how many digits of yours are right?',
      'Two numbers that agree in 12 digits leave 4 when they are subtracted, and both vanish when t is large.',
      'You subtract two nearly equal powers. Take the logarithm of their ratio, with Math.log1p(−ηλ), and hand it to Math.expm1.',
    ],
    'logarithm-of-a-difference': [
      'You are close: only for tiny ηλ are digits lost. Where does a tiny number meet a 1?',
      '1 − ηλ rounds ηλ to 16 digits behind the point, before the logarithm sees it.',
      'Math.log(1 − ηλ) comes too late. Math.log1p(−ηλ) takes the small number itself.',
    ],
    'exponential-less-one': [
      'You are close: only for tiny ηλ are digits lost. Look at your last operation.',
      'e^s is nearly 1 when s is tiny, so taking off 1 leaves few digits.',
      'Math.exp(s) − 1 loses what Math.expm1(s) keeps.',
    ],
    'divided-by-exponential': [
      'Small errors look right, large ones do not. What do you divide by?',
      'The error is relative to what is approximated, not to what stands in for it.',
      'You divide by e^(−ηλt). The exact value (1 − ηλ)^t belongs below.',
    ],
    'not-divided': [
      'Try a large t. Your error goes to 0; does the approximation get better?',
      'Both powers go to 0, and so does their difference. A relative error asks: how many per cent?',
      'You return the difference itself. Divide it by (1 − ηλ)^t.',
    ],
    'leading-term-only': [
      'Small errors look right, large ones do not.',
      't(ηλ)²/2 is where a series begins, not all of it.',
      'You return the estimate t(ηλ)²/2. Compute the ratio itself, by way of its logarithm.',
    ],
    'time-forgotten': [
      'Change t alone. Does your result change?',
      'Each step adds its own small error to those before.',
      't is missing: both the exponent −ηλt and the power (1 − ηλ)^t hold it.',
    ],
  },
  ridgeSolution: {
    'strength-times-examples': [
      'Write each example twice. The data term doubles; does your penalty double too?',
      'The squared errors are summed here, not averaged. What does λ weigh against a sum?',
      'You use λN on the diagonal. With ½‖xw − y‖² as a sum it is λ alone.',
    ],
    'strength-over-examples': [
      'Write each example twice. The data term doubles; what does your penalty do?',
      'The squared errors are summed here, not averaged. What does λ weigh against a sum?',
      'You divide λ by N. With ½‖xw − y‖² as a sum it is λ alone.',
    ],
    'doubled-strength': [
      'Set the gradient of the objective to zero by hand. Which factor is in front of w?',
      'The penalty here is (λ/2)‖w‖². What is left of the ½ in its gradient?',
      'You use 2λ, which belongs to λ‖w‖². Here the diagonal gets λ.',
    ],
    'strength-not-rooted': [
      'Try λ = 1, where you are right, and λ = 4. What should the rows below x hold?',
      'Stacked rows are squared: what stands on the diagonal of Γ turns up in ΓᵀΓ as its square.',
      'Your diagonal comes out as λ². Stack √λ·I, not λ·I.',
    ],
    'strength-on-every-entry': [
      'Print xᵀx before and after you add λ.',
      'In tfjs, matrix plus number adds the number to every entry.',
      'You added λ to all of xᵀx. Only its diagonal gets λ: add λ·I, with tf.eye.',
    ],
    'first-weight-free': [
      'Let λ be huge. All weights should go to 0; do all of yours?',
      'Biases are never regularized, but here no column is a bias.',
      'Your first weight has no penalty. The identity has a 1 at every place of its diagonal.',
    ],
  },
  tikhonovSolution: {
    'gamma-gamma-transposed': [
      'Write ‖Γw‖² as wᵀ(…)w. What stands between?',
      '(Γw)ᵀ(Γw) = wᵀΓᵀΓw. For a Γ that is not square the other order has the wrong size.',
      'You use ΓΓᵀ where ΓᵀΓ is asked: the transposed one comes first.',
    ],
    'gamma-not-squared': [
      'Take one feature and Γ = [[2]]. What is the penalty, and what its derivative?',
      'Γ stands inside a square, so twice in the gradient.',
      'You add Γ itself to xᵀx. Add ΓᵀΓ, or stack Γ below x.',
    ],
    'gamma-squared-by-element': [
      'Where Γ is diagonal you are right. Where else is the entry at (i, j) of the penalty from?',
      'A product of matrices is not a product of their entries.',
      'You square each entry of Γ. Use tf.matMul for ΓᵀΓ, or stack Γ below x.',
    ],
    'diagonal-only': [
      'Where the columns of Γ are orthogonal you are right. What do other Γ say about pairs of weights?',
      'Off the diagonal, ΓᵀΓ says how two weights are penalized together, such as their difference.',
      'You keep only the diagonal of ΓᵀΓ. All of it belongs to the system.',
    ],
    'doubled-penalty': [
      'Set the gradient of the objective to zero by hand. Which factor is in front of ΓᵀΓ?',
      'Both terms have their ½ here. What is left of it in the gradient?',
      'You count the penalty twice. The system is (xᵀx + ΓᵀΓ)w = xᵀy.',
    ],
    'identity-for-gamma': [
      'Which entries of Γ matter to your result, and which places do they stand at?',
      'Γ treats each direction of w in its own way. Its overall size is one number and knows no direction.',
      'You made ridge of it, with ΣΓ² as strength. The matrix ΓᵀΓ takes the place of λI.',
    ],
  },
  logPosterior: {
    negated: [
      'Try the ridge solution and some other w. Which of your two values is larger?',
      'Likely weights have a large density. What you minimize in training is minus its logarithm.',
      'Value and gradient have the sign of a loss. Turn both: −‖xw − y‖²/(2σ²) − ‖w‖²/(2τ²).',
    ],
    'variances-squared': [
      'Try variances of 1, where you are right, and of 2.',
      'In a Gaussian the square of the standard deviation stands below. What do the parameters hold?',
      'You square the variances once more. They are σ² and τ² already.',
    ],
    'variances-swapped': [
      'Let priorVariance be huge. Which of your terms vanishes?',
      'Noise is about how far the targets are from xw, the prior about how far w is from 0.',
      'The variances are swapped: σ² (noiseVariance) stands below the residuals, τ² (priorVariance) below w.',
    ],
    'prior-missing': [
      'Change priorVariance alone. Do your results change?',
      'By Bayes, the posterior is the likelihood times the prior. In logarithms they add.',
      'You return the log-likelihood. Add the prior: −‖w‖²/(2τ²), and −w/τ² in dw.',
    ],
    'prior-missing-in-gradient': [
      'Your value is right. Change priorVariance alone: does dw change?',
      'The gradient of a sum is the sum of the gradients of all its parts.',
      'dw lacks the prior: subtract w/τ².',
    ],
    'residual-reversed': [
      'Your value is right. Take one example and one weight, and let xw be below y. Should w rise or fall?',
      'dw climbs: it moves xw towards the targets.',
      'The data part of dw has the wrong sign: it is −xᵀ(xw − y)/σ².',
    ],
    'mean-for-sum': [
      'Write each example twice. By how much should the likelihood change?',
      'Independent examples multiply their densities, so the logarithms add. More data outweigh the prior.',
      'You divide the data term by N. Sum over the examples instead.',
    ],
    'value-without-half': [
      'Your gradient is right. Differentiate your value, and compare.',
      'The exponent of a Gaussian is −z²/(2σ²).',
      'Your value lacks both ½: divide by 2σ² and 2τ².',
    ],
  },
};
