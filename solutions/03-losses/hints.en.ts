import type { HintCatalogue } from 'descent/author';

type Hints = HintCatalogue[string][string];

// Mistakes that several exercises share.

const overflow: Hints = [
  'Small scores come out right. Try scores of 1,000 and of −1,000 in a row of their own.',
  'exp(710) is already Infinity, and exp(−746) is 0. A constant may be taken off a whole row of scores without changing its probabilities.',
  "The exponentials overflow: subtract each row's largest score before exp, so that the largest exponential is exp(0) = 1.",
];

const batchMax: Hints = [
  'Try two rows where one holds scores near 1,000 and the other near −1,000.',
  'A row far below the number that you subtract has only zeros left, and 0/0 is NaN. Which rows does your maximum look at?',
  'The maximum is taken over the whole batch. Each row needs its own: `scores.max(1, true)`.',
];

const clipped: Hints = [
  'Look at a row where the true class has almost no chance, such as the scores [10000, −10000] with true class 1.',
  'The loss of that row should be 20,000. By the time you take the logarithm, has the number that says so survived?',
  'The logarithm is taken of a probability with a floor or an ε, which changes the loss. Use −log p = log Σ exp(s_j) − s_y on shifted scores: it never needs the probability.',
];

const logOfZero: Hints = [
  'Look at a row where some class has almost no chance, such as the scores [10000, −10000].',
  'A probability may round to exactly 0, and log 0 is −Infinity. Can −log p be written without ever forming p?',
  'The logarithm is taken of a probability that rounded to 0. Use −log p = log Σ exp(s_j) − s_y on shifted scores.',
];

const lossNotDivided: Hints = [
  'dScores is right. Compare the loss for one row with the loss for the same row given twice.',
  'A loss over a batch is a mean: doubling the batch must not double it.',
  'The loss is a sum over the rows and the division by N is missing. The gradient divides already.',
];

const gradientNotDivided: Hints = [
  'The loss is right. Is the gradient off by the same factor everywhere?',
  'The derivative of (1/N) Σ f_i is (1/N) Σ f_i′: the factor stays in front.',
  'The loss divides by N and the gradient does not. Divide it by N too.',
];

const sumForMean: Hints = [
  'With a single row all is right. What changes with two?',
  'Here a loss over a batch is a mean, and so its gradient has the 1/N as well.',
  'Loss and gradient are sums over the batch: divide both by N.',
];

const withoutOne: Hints = [
  'The loss is right. In which column of each gradient row is it that you differ?',
  'The loss is log Σ exp(s_j) − s_y. The first term gives p. What does the second one give, and for which class?',
  'The gradient is p everywhere, without the −1 at the true class: use (p − oneHot(y)) / N.',
];

const gradientSign: Hints = [
  'The loss is right. Take one small step against your gradient: does the loss fall?',
  "Raising the true class's score lowers the loss, so its entry must not be positive.",
  'The gradient has the opposite sign. Turn it round, and leave the minus to the optimizer.',
];

const transposedGradient: Hints = [
  'Compare the shape of your gradient with the shape of what you differentiate by.',
  "There is one derivative for each entry, in that entry's place.",
  'The gradient is transposed: it must have the shape of the argument, row for row.',
];

const dividedByClasses: Hints = [
  'The gradient is right. By which factor is the loss too small, and which number in the shapes is that?',
  'Calling `mean()` on an (N, C) tensor divides by all its N·C entries.',
  'The loss is divided by N·C. Sum over the classes first, then take the mean over the N rows.',
];

// Broadcasting.

const keepDims: Hints = [
  'Print the shapes of both operands of the subtraction and of the division.',
  'Broadcasting lines shapes up from the right: (N,) against (N, C) is read as a row of C, not as a column of N.',
  "A row's maximum or sum has shape (N,), which does not line up with (N, C). Keep the axis, (N, 1): `max(1, true)`, `sum(1, true)`.",
];

const columns: Hints = [
  'Add up a row of your result, then a column. Which of them gives 1?',
  'A row is one example, and its probabilities are shared among its own classes. Examples have nothing to do with one another.',
  'The softmax runs down the columns (axis 0). It belongs along each row: axis 1.',
];

const wholeBatch: Hints = [
  'With one row all is right. Add up each row of a result with several.',
  'Every example hands out a probability of 1 of its own.',
  'The exponentials are divided by the sum of the whole batch. Divide each row by the sum of that row: `sum(1, true)`.',
];

// L2 and its halves.

const missingBoth: Hints = [
  'Everything is right at lambda = 0. What happens as you raise it?',
  'The regularization is a second term of the loss. A term of the loss has a share in the gradient as well.',
  'The regularization is left out of both: add the penalty to the loss and its derivative to the gradient.',
];

const missingInGradient: Hints = [
  'Your loss is right, and so is the gradient at lambda = 0.',
  'Every term of the loss leaves its derivative in the gradient. Count the terms of both.',
  'The gradient lacks the regularization: add the derivative of the penalty.',
];

const missingInLoss: Hints = [
  'Your gradient is right, and so is the loss at lambda = 0.',
  'The gradient has a share that comes from no term of your loss.',
  'The loss lacks the regularization: add the penalty to it.',
];

const dividedByN: Hints = [
  'All is right at lambda = 0, and with one example. What do the examples have to do with the penalty?',
  'The penalty speaks of the weights, not of the data: it does not know N.',
  'The regularization is divided by N. Divide the data loss alone, if at all, and add the penalty afterwards.',
];

export const hints: HintCatalogue = {
  softmax: {
    'no-max-subtraction': overflow,
    'batch-max': batchMax,
    'subtracts-mean': [
      'Moderate scores come out right. Try a row such as [10000, 0, −10000].',
      'What you subtract must leave no large positive number behind. Does the mean?',
      "The row's mean is subtracted, and scores far above it still overflow. Subtract the row's largest score.",
    ],
    'subtracts-largest-magnitude': [
      'Positive scores come out right. Try a row whose scores are all near −10,000.',
      'After the shift the largest score should sit at 0. Where does it sit if all scores are negative?',
      'The largest absolute value is subtracted, which pushes negative rows down until every exponential is 0. Take the maximum without abs.',
    ],
    'sums-columns': [
      'Add up a row of your result, then a column.',
      'Numerator and denominator must speak of the same example. Which entries does your sum run over?',
      'The sum runs down the columns (axis 0). Sum along each row: `sum(1, true)`.',
    ],
    'softmax-of-columns': columns,
    'sums-whole-batch': wholeBatch,
    'softmax-of-whole-batch': wholeBatch,
    'max-without-keep-dims': keepDims,
    'sum-without-keep-dims': keepDims,
    'both-without-keep-dims': keepDims,
    'no-exponential': [
      'Give it a row with negative scores: what do the probabilities look like?',
      'Scores may be negative or 0, probabilities may not be negative. Something has to make the numbers positive first.',
      'The scores are divided by their sum as they are. Take exp of them first.',
    ],
    logarithms: [
      'Look at the sign of your numbers.',
      'Probabilities lie between 0 and 1. Which function of them is never positive?',
      'These are the logarithms of the probabilities. Take exp of them.',
    ],
    'not-normalized': [
      'Add up each row of your result.',
      'Probabilities are shares of a whole. What is the whole here?',
      'The exponentials are not divided by their sum: divide each row by `sum(1, true)`.',
    ],
  },

  crossEntropy: {
    'no-max-subtraction': overflow,
    'no-max-in-log-sum': [
      'Your gradient is right for scores of any size. Is the loss?',
      'log Σ exp(s_j) overflows in its middle step, although its result is about as large as the largest score.',
      "The log of the sum is taken without a shift. Subtract each row's largest score from the sum and from s_y alike: it cancels.",
    ],
    'batch-max': batchMax,
    'batch-max-in-probabilities': batchMax,
    'softmax-of-columns': columns,
    'log-of-zero': logOfZero,
    'zero-times-log-of-zero': [
      'Look at a row where a class has almost no chance, even if it is not the true one.',
      'The one-hot row is meant to switch the other classes off, but 0 · (−Infinity) is NaN.',
      'The logarithm is taken of all probabilities, some of which rounded to 0. Use log Σ exp(s_j) − s_y on shifted scores, which stay finite.',
    ],
    'clipped-at-1e-7': clipped,
    'clipped-at-1e-8': clipped,
    'clipped-at-1e-10': clipped,
    'clipped-at-1e-12': clipped,
    'clipped-at-1e-15': clipped,
    'log-plus-1e-7': clipped,
    'log-plus-1e-8': clipped,
    'log-plus-1e-10': clipped,
    'loss-not-divided': lossNotDivided,
    'gradient-not-divided': gradientNotDivided,
    'sum-for-mean': sumForMean,
    'loss-divided-by-classes': dividedByClasses,
    'loss-sign': [
      'The gradient is right. Can your loss ever be positive?',
      'A probability is at most 1, so its logarithm is at most 0. A loss should be small when things go well.',
      'The minus is missing: the loss is the mean of −log p.',
    ],
    'gradient-sign': gradientSign,
    'gradient-without-one': withoutOne,
    'gradient-of-true-class-only': [
      'The loss is right. Add up each row of your gradient.',
      "The sum in the denominator holds every class, so every score has a say in the true class's probability.",
      'Only the true class has a gradient. The other classes have p_j / N.',
    ],
    'probabilities-for-gradient': [
      'The loss is right. Add up each row of your gradient: it should give 0.',
      'The loss is a mean of log Σ exp(s_j) − s_y. What do the mean and the second term do to the derivative?',
      'The gradient is just p. It lacks the −1 at the true class and the division by N.',
    ],
    'transposed-gradient': transposedGradient,
  },

  hingeLoss: {
    'true-class-counted': [
      'Your gradient is right. By how much is the loss off, always?',
      "The true class's margin over itself is s_y − s_y + Δ. Is it one of the rivals?",
      'The sum counts j = y, which adds Δ to the loss of every row. Leave the true class out.',
    ],
    'true-class-pulled-once': [
      "The loss is right, and so are the rivals' gradients. Look at the true class's column.",
      'The true score stands in every margin of its row with a minus. How many of those margins are above 0?',
      'The true class always gets −1. It gets −1 for each unmet margin: minus the number of them, which may be 0.',
    ],
    'true-class-not-pulled': [
      'Add up each row of your gradient. It should give 0.',
      'Each margin holds two scores. You have taken the derivative by one of them.',
      'The true class has no gradient. Give it minus the number of unmet margins in its row, over N.',
    ],
    'tie-counts-as-unmet': [
      'All is right but for margins of exactly 0.',
      'At the kink of max(0, m) any slope from 0 to 1 would do. The handout chooses one.',
      'A margin of exactly 0 counts as unmet. Compare with > 0, not ≥ 0.',
    ],
    'loss-not-divided': lossNotDivided,
    'gradient-not-divided': gradientNotDivided,
    'sum-for-mean': sumForMean,
    'loss-divided-by-classes': dividedByClasses,
    'no-delta': [
      'Set all scores to 0. What should the loss be, and what is yours?',
      'To win by a hair is not enough: how far ahead must the true class be?',
      'Δ is left out. It belongs inside the maximum: max(0, s_j − s_y + Δ).',
    ],
    'delta-always-one': [
      'With delta = 1 all is right. Try another one.',
      'The margin is an argument, not a constant.',
      'Δ is fixed at 1: use the parameter `delta`.',
    ],
    'delta-subtracted': [
      'Set all scores to 0. A loss that asks for a margin should complain.',
      'The true class should be ahead by Δ. Write down when a rival starts to hurt: s_j > s_y − Δ.',
      'Δ is subtracted where it should be added: max(0, s_j − s_y + Δ).',
    ],
    'scores-swapped': [
      'Give the true class by far the largest score. The loss should be 0.',
      'A rival hurts when its score is high and the true score is low.',
      'The scores are subtracted the wrong way round: it is s_j − s_y, not s_y − s_j.',
    ],
    'no-maximum-with-zero': [
      'Give the true class by far the largest score. The loss should be 0, not negative.',
      'A margin that is met earns nothing more, and has no slope.',
      'The maximum with 0 is missing, in the loss and in the gradient: rivals with a margin below 0 count for nothing.',
    ],
    'no-maximum-in-loss': [
      'The gradient is right. Give the true class by far the largest score: what is the loss?',
      'A margin that is met earns nothing more.',
      'The maximum with 0 is missing in the loss: sum max(0, m), not m.',
    ],
    'every-rival-pushed': [
      'The loss is right. Give the true class by far the largest score: the gradient should be 0.',
      'The slope of max(0, m) depends on the sign of m.',
      'Every rival is pushed down, met or not. Only those with a margin above 0 have a gradient.',
    ],
    'pushed-by-margin': [
      'The loss is right. What values can the gradient of N = 1 take?',
      'The slope of max(0, m) is 0 or 1, however large m is.',
      'The margins themselves stand where their slopes belong. Use 1 where the margin is above 0.',
    ],
    squared: [
      'Compare your loss with the worked example: 4 and 0.5 should sum to 4.5.',
      'How fast should the loss grow as a rival pulls ahead?',
      'The margins are squared. The hinge loss here is linear: sum max(0, m).',
    ],
    'largest-margin-only': [
      'With two classes all is right. What changes with three?',
      'Several rivals may be too close at once. Does each of them count?',
      'Only the worst rival counts. Sum over all classes but the true one.',
    ],
    'gradient-sign': gradientSign,
    'transposed-gradient': transposedGradient,
  },

  softmaxLoss: {
    'half-regularization': [
      'All is right at lambda = 0. Look at what the penalty adds to the loss.',
      'Two conventions are about: (λ/2)ΣW² with gradient λW, and λΣW² with gradient 2λW. Which one does this exercise state?',
      'The penalty has a ½ that is not asked for. Here it is λΣW² with gradient 2λW.',
    ],
    'half-regularization-in-loss': [
      'Your gradient is right. Look at the penalty in the loss.',
      'Integrate your gradient 2λW: which penalty does it belong to?',
      'The loss has (λ/2)ΣW², the gradient is that of λΣW². Drop the ½ in the loss.',
    ],
    'half-regularization-in-gradient': [
      'Your loss is right, and so is the gradient at lambda = 0.',
      'Differentiate λ·w² by w, slowly.',
      'The gradient of λΣW² is 2λW; you have λW, which belongs to (λ/2)ΣW².',
    ],
    'missing-regularization-gradient': missingInGradient,
    'missing-regularization-loss': missingInLoss,
    'missing-regularization': missingBoth,
    'regularization-divided-by-n': dividedByN,
    'regularization-divided-by-n-in-loss': [
      'Your gradient is right, and the loss is with one example.',
      'Which of the two terms of the loss is a mean over the examples?',
      'The penalty in the loss is divided by N. Take the mean of the data loss first, then add λΣW².',
    ],
    'regularization-divided-by-n-in-gradient': [
      'Your loss is right, and the gradient is with one example.',
      'Which of the two terms of the gradient is a mean over the examples?',
      'The 2λW in the gradient is divided by N. Divide the data gradient first, then add it.',
    ],
    'mean-of-squared-weights': [
      'Your gradient is right. How does your penalty change when the weights are listed twice?',
      'The penalty is a sum over the weights. `mean()` divides by how many there are.',
      'The loss has the mean of W² instead of the sum.',
    ],
    'absolute-weights': [
      'All is right at lambda = 0. What does doubling W do to your penalty?',
      'L2 and L1 differ in how they treat large weights. Which is asked?',
      'The penalty is L1, λΣ|W|. L2 is asked: λΣW² with gradient 2λW.',
    ],
    'loss-not-divided': [
      'dW is right. Compare the loss for one example with the loss for the same example given twice, at lambda = 0.',
      'The data loss is a mean: doubling the batch must not double it.',
      'The data loss is a sum over the examples and the division by N is missing. The gradient divides already.',
    ],
    'gradient-not-divided': [
      'The loss is right. At lambda = 0, is dW off by the same factor everywhere?',
      'The derivative of (1/N) Σ f_i is (1/N) Σ f_i′: the factor stays in front.',
      'The data loss divides by N and its gradient does not. Divide dScores by N.',
    ],
    'sum-for-mean': [
      'With a single example all is right. What changes with two?',
      'The data loss is a mean over the batch, and so its gradient has the 1/N as well. The penalty has neither.',
      'The data loss and its gradient are sums over the batch: divide both by N.',
    ],
    'gradient-without-one': [
      "The loss is right, and so is the regularization's share of dW. Look at dScores.",
      'The loss is log Σ exp(s_j) − s_y. The first term gives p. What does the second one give?',
      'dScores is p without the −1 at the true class: use (p − oneHot(y)) / N.',
    ],
    'no-max-subtraction': overflow,
    'batch-max': batchMax,
    'clipped-probability': clipped,
    'transposed-scores': [
      'Print the shape of your scores. How many rows should they have?',
      'W xᵀ and x Wᵀ hold the same numbers. In which of them is a row one example?',
      'The scores are W xᵀ, of shape (C, N), so the softmax runs over the examples. Use x Wᵀ: `tf.matMul(x, W, false, true)`.',
    ],
    'weights-not-transposed': [
      'Look at the shapes in your matrix product: which of them happen to fit only if C = D?',
      'W holds one row a class. To score a class, x is multiplied with that row.',
      'The scores are x W. Transpose W: `tf.matMul(x, W, false, true)`.',
    ],
    'transposed-gradient': [
      'Compare the shape of your data gradient with the shape of W.',
      'dW has one row a class: row j collects the examples, each times its dScores in column j.',
      'The data gradient is xᵀ dScores, of shape (D, C). Turn it round: dScoresᵀ x, `tf.matMul(dScores, x, true)`.',
    ],
  },

  ridgeLoss: {
    'mean-for-sum': [
      'With one example all is right. What changes with two?',
      "Most losses of this file are means. Read this one's formula again.",
      'The data term is a mean over the examples. Here it is a sum, in the loss and in the gradient.',
    ],
    'mean-for-sum-in-loss': [
      'Your gradient is right, and the loss is with one example.',
      'Your gradient belongs to a sum over the examples. What does your loss take?',
      'The loss has the mean of the squared residuals instead of their sum.',
    ],
    'mean-for-sum-in-gradient': [
      'Your loss is right, and the gradient is with one example.',
      'Your loss is a sum over the examples. Its derivative is one too.',
      'The gradient is divided by N. The loss is a sum, so nothing is to be divided.',
    ],
    'mean-squared-error': [
      'Compare the data term with the worked example: ½·(1 + 4) = 2.5.',
      'There are several ways to scale a squared error: mean or sum, with a half or without.',
      'The data term is the mean squared error. Here it is half the sum: ½ Σ (x_i·w − t_i)², with gradient xᵀ(xw − t).',
    ],
    'residual-sign': [
      "The loss is right, and so is the regularization's share of dw. Squares hide something.",
      '(xw − t)² and (t − xw)² are the same number, but the inner derivative is not the same.',
      'The gradient has t − xw. It is xᵀ(xw − t): prediction minus target.',
    ],
    'missing-half': [
      'The penalty is right. Compare the data term with the worked example: ½·(1 + 4) = 2.5.',
      'The formula starts with a ½, which is there so that the 2 of the derivative cancels.',
      'The ½ of the data term is missing, in the loss and in the gradient.',
    ],
    'missing-half-in-loss': [
      'Your gradient is right. Look at the data term of the loss.',
      'Integrate your gradient xᵀ(xw − t): is there a ½ in front?',
      'The ½ of the data term is missing in the loss.',
    ],
    'two-in-gradient': [
      "Your loss is right, and so is the regularization's share of dw.",
      'Differentiate ½r² by r.',
      'The data gradient is doubled: the ½ in the loss cancels the 2.',
    ],
    'doubled-regularization': [
      'All is right at lambda = 0. Look at what the penalty adds to the loss.',
      'Two conventions are about: λΣw² with gradient 2λw, and (λ/2)Σw² with gradient λw. Which one does this exercise state?',
      'The penalty is λΣw², as in softmaxLoss. Here it is (λ/2)Σw² with gradient λw.',
    ],
    'doubled-regularization-in-loss': [
      'Your gradient is right. Look at the penalty in the loss.',
      'Integrate your gradient λw: which penalty does it belong to?',
      'The loss has λΣw², the gradient is that of (λ/2)Σw². Halve the penalty in the loss.',
    ],
    'doubled-regularization-in-gradient': [
      'Your loss is right, and so is the gradient at lambda = 0.',
      'Differentiate (λ/2)·w² by w, slowly.',
      'The gradient has 2λw where the loss says λ/2: it is λw.',
    ],
    'missing-regularization': missingBoth,
    'missing-regularization-loss': missingInLoss,
    'missing-regularization-gradient': missingInGradient,
    'regularization-divided-by-n': dividedByN,
    'square-of-summed-weights': [
      'Your gradient is right. Try w = [1, −1]: what is your penalty?',
      'Does the square come before the sum, or after it?',
      'The penalty squares the sum of the weights. It is the sum of their squares: `w.square().sum()`.',
    ],
    'residuals-of-all-pairs': [
      'Print the shape of your residuals. How many should there be?',
      'Broadcasting an (N, 1) column against an (N,) row gives an (N, N) table.',
      'Every prediction is compared with every target. Bring both to shape (N,) before you subtract: `x.dot(w)` gives (N,).',
    ],
  },
};
