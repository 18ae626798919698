import type { HintCatalogue } from 'descent/author';

export const hints: HintCatalogue = {
  invertedDropout: {
    'not-scaled': [
      'The zeros are in the right places. Look at what is kept, in the worked example.',
      'If a share of the activations is dropped, the next layer receives less than it will at test time. Who makes up for it?',
      'What is kept is not scaled. Divide by keep, and the expectation is x again.',
    ],
    'multiplied-by-keep': [
      'The zeros are in the right places. Are your other values larger or smaller than in x?',
      'Fewer activations have to carry as much, so each of them must grow.',
      'You multiply by keep. Divide by it.',
    ],
    'divided-by-dropped-share': [
      'At keep = 0.5 all is right. Try keep = 0.8.',
      'Is keep the probability to stay or the probability to go?',
      'You divide by 1 − keep, as if keep were the share that is dropped. Divide by keep.',
    ],
    'multiplied-by-dropped-share': [
      'The zeros are in the right places. What happens to the rest at keep = 1?',
      'With keep = 1 nothing is dropped, so nothing may change.',
      'You multiply by 1 − keep. Divide by keep.',
    ],
    'mask-inverted': [
      'Compare the places of your zeros with those of the mask.',
      'A 1 in the mask keeps, a 0 drops.',
      'The mask is turned round. Multiply with it as it is.',
    ],
    'mask-ignored': [
      'Where are the zeros in your result?',
      'The mask says which activations are dropped in this pass.',
      'The mask is not used. Multiply x with it, then divide by keep.',
    ],
    'divided-by-what-the-mask-kept': [
      'Try a mask that has kept everything, with keep = 0.75.',
      'A mask is one draw of many. The expectation over all draws needs the probability, not what this draw happened to do.',
      'You divide by the mean of the mask. Divide by keep: it is the same for every draw, and never 0.',
    ],
    'mask-scaled-twice': [
      'The zeros are in the right places. By which factor do the others differ from x?',
      'One share was dropped once, so it has to be made up for once.',
      'You divide by keep twice, perhaps once for the mask and once for the product. Divide once.',
    ],
    'kept-unscaled-after-dropping': [
      'What do you return where the mask is 0?',
      'Dropped means gone, not quieter.',
      'Dropped activations are scaled by 1 − keep. They are 0; what is kept is divided by keep.',
    ],
  },
  batchNorm: {
    'sample-variance': [
      'The mean is right. Compare the variance with the worked example.',
      'There is the variance of these N numbers, and an estimate for the population that they come from. They divide by different counts.',
      'The variance is divided by N − 1. Divide by N: the batch is all that is to be normalized here. With one example N − 1 is 0.',
    ],
    'sample-variance-returned': [
      'out is right. Compare the variance that you return with the one that you divide by.',
      'Some libraries keep a running estimate with N − 1 beside. It is not asked here.',
      'The variance that is returned is divided by N − 1. Return the one that out was made with.',
    ],
    'epsilon-outside-root': [
      'mean and variance are right. In the worked example ε is 3: what do you divide by?',
      '√(σ² + ε) and √σ² + ε are not the same. Which one does the formula have?',
      'ε is added after the root. Add it to the variance, under the root.',
    ],
    'epsilon-forgotten': [
      'Try a feature that is the same in all examples.',
      'Its variance is 0. Which number in the signature have you not used?',
      'ε is missing: divide by √(σ² + ε).',
    ],
    'root-forgotten': [
      'mean and variance are right. What is the variance of your normalized features?',
      'A feature is measured in its own unit. So is its standard deviation, but not its variance.',
      'You divide by σ² + ε. Take the root.',
    ],
    'variance-with-epsilon': [
      'out is right. By how much is the variance too large?',
      'ε protects a division. It is no part of the statistics.',
      'The variance is returned with ε added. Return it without.',
    ],
    'deviation-returned': [
      'out is right. Which unit has the spread that you return?',
      'The standard deviation is the root of the variance.',
      'You return the standard deviation. Return its square, the variance.',
    ],
    'deviation-with-epsilon-returned': [
      'out is right. What is it that you return for the variance?',
      'What you divide by and what you return are different things.',
      'You return the divisor √(σ² + ε). Return σ².',
    ],
    'gamma-and-beta-swapped': [
      'mean and variance are right. Check what you do to x̂ against the worked example.',
      'γ scales, β shifts.',
      'gamma is added and beta multiplied. Swap them.',
    ],
    'gamma-forgotten': ['With gamma = 1 everything is right.', 'The formula ends with γ x̂ + β.', 'gamma is not used: multiply x̂ by it.'],
    'beta-forgotten': ['With beta = 0 everything is right.', 'The formula ends with γ x̂ + β.', 'beta is not used: add it at the end.'],
    'scale-and-shift-forgotten': [
      'With gamma = 1 and beta = 0 everything is right.',
      'Mean 0 and variance 1 may not be what the next layer needs, so it may learn its own.',
      'You return x̂. The output is γ x̂ + β.',
    ],
    'shift-before-scale': [
      'With beta = 0 everything is right, and with gamma = 1 as well.',
      'γ (x̂ + β) and γ x̂ + β: which one is it?',
      'beta is added before the scaling, so gamma scales it too. Multiply first.',
    ],
    'mean-not-subtracted': [
      'mean and variance are right. What is the mean of your normalized features?',
      'Mean 0 comes before variance 1.',
      'x is divided but not centred. Subtract the mean first.',
    ],
    'each-example-for-itself': [
      'How many means do you return: one a feature, or one an example?',
      'The statistics of a feature come from the whole batch, down the column.',
      'You normalize along each row, which is layer normalization. Batch normalization takes axis 0.',
    ],
    'all-features-together': [
      'With one feature everything is right. How many means do you return?',
      'Features are measured in different units: each one needs its own mean and variance.',
      'Mean and variance are taken over the whole matrix. Take them along axis 0.',
    ],
  },
  batchNormBackward: {
    'statistics-taken-for-constants': [
      'dGamma and dBeta are right. Do the columns of your dx sum to 0?',
      'x goes into out on three ways: straight, through the mean and through the variance. How many of them do you follow?',
      'Only the direct part is there. Subtract the mean of dOut, and x̂ times the mean of dOut·x̂.',
    ],
    'mean-taken-for-constant': [
      'dGamma and dBeta are right. Do the columns of your dx sum to 0?',
      'Raising one x raises the mean a little, and the mean is taken off every example.',
      'The part through the mean is missing: subtract the mean of dOut.',
    ],
    'variance-taken-for-constant': [
      'dGamma and dBeta are right, and the columns of dx sum to 0. Which part of the bracket depends on x̂?',
      'Moving an x away from the mean raises the variance, which every example is divided by.',
      'The part through the variance is missing: subtract x̂ times the mean of dOut·x̂.',
    ],
    'variance-part-added': [
      'dGamma and dBeta are right, and the columns of dx sum to 0. Check the signs in the bracket.',
      'A larger variance makes the outputs smaller, so this part pulls back.',
      'The part through the variance is added. Subtract it.',
    ],
    'sums-inside-dx': [
      'dGamma and dBeta are right. With one example dx is too. What grows with N?',
      'The mean depends on each x with a weight of 1/N, and so does the variance.',
      'There are sums within the bracket of dx. Take means there; dGamma and dBeta alone are sums.',
    ],
    'x-inside-dx': [
      'dGamma and dBeta are right. Which x is it in the bracket of dx?',
      'x and x̂ differ by a shift and a scale.',
      'The bracket has x where it needs the normalized x̂.',
    ],
    'gamma-missing': [
      'dGamma and dBeta are right. By which factor does each column of dx differ?',
      'What leaves x̂ is multiplied by γ, and so is the gradient that comes back.',
      'dx lacks the factor gamma.',
    ],
    'deviation-missing': [
      'dGamma and dBeta are right. By which factor does each column of dx differ?',
      'x̂ is x over something, so the gradient by x is the one by x̂ over the same.',
      'dx lacks the division by √(σ² + ε).',
    ],
    'multiplied-by-deviation': [
      'dGamma and dBeta are right. Is dx larger where features are spread out, or smaller?',
      'If a large spread is divided away, a step of x matters less.',
      'dx is multiplied by √(σ² + ε). Divide by it.',
    ],
    'divided-by-variance': [
      'dGamma and dBeta are right. By which factor does each column of dx differ?',
      'The factor in front of the bracket is the same that x̂ is made with.',
      'dx is divided by σ² + ε. Divide by its root.',
    ],
    'dgamma-with-x': [
      'dx and dBeta are right. What does gamma multiply in the forward pass?',
      'The derivative of γ x̂ by γ is x̂.',
      'dGamma is made with x. Use the normalized x̂.',
    ],
    'dgamma-with-out': [
      'dx and dBeta are right. With gamma = 1 dGamma is too.',
      'The derivative of γ x̂ by γ holds no γ.',
      'dGamma has a factor gamma too many. It is Σ dOut·x̂.',
    ],
    'means-for-sums': [
      'dx is right. With one example dGamma and dBeta are too.',
      'gamma serves every example, and each one has a share in its gradient. If there is a 1/N, it came with dOut.',
      'dGamma and dBeta are means over the batch. They are sums.',
    ],
    'dbeta-not-summed': [
      'dx and dGamma are right. Compare the shape of dBeta with that of beta.',
      'One beta shifts all N examples.',
      'dBeta is dOut itself. Sum it over the examples: axis 0.',
    ],
    'dgamma-and-dbeta-swapped': [
      'dx is right. Check dGamma and dBeta against the worked example.',
      'What is γ multiplied by in γ x̂ + β, and what β?',
      'dGamma and dBeta are swapped: the one with x̂ belongs to gamma.',
    ],
    'epsilon-outside-root': [
      'dBeta is right. In the worked example ε is 3: what is √(σ² + ε)?',
      '√(σ² + ε) and √σ² + ε are not the same.',
      'ε is added after the root, in x̂ and in dx. Add it to the variance, under the root.',
    ],
    'epsilon-forgotten': [
      'dBeta is right. Try a feature that is the same in all examples.',
      'The forward pass divides by √(σ² + ε), so its gradient does as well.',
      'ε is missing, in x̂ and in dx: divide by √(σ² + ε).',
    ],
    'sample-variance': [
      'dBeta is right. In the worked example the variance is 1. Is yours?',
      'The forward pass divides the variance by N.',
      'The variance is divided by N − 1, in x̂ and in dx. Divide by N.',
    ],
  },
  flipHorizontally: {
    'upside-down': [
      'Look at a small image on paper: which edge has gone where?',
      'The axes are image, row, column, channel. Moving along a row changes the column.',
      'Axis 1 is reversed, which puts the bottom on top. Reverse axis 2.',
    ],
    'channels-reversed': [
      'With one channel nothing moves. What happens to a red pixel?',
      'The last axis holds the channels, as red, green and blue.',
      'Axis 3 is reversed, which swaps the colours. Reverse axis 2.',
    ],
    'images-reversed': [
      'With one image nothing moves. Look at the order of the batch.',
      'The first axis counts the images, and their labels stay where they are.',
      'Axis 0 is reversed, so that images no longer fit their labels. Reverse axis 2.',
    ],
    'half-a-turn': [
      'With one row everything is right. Where has the top row gone?',
      'A mirror swaps left and right. A half turn swaps top and bottom as well.',
      'Axes 1 and 2 are both reversed. Reverse axis 2 alone.',
    ],
    'columns-and-channels-reversed': [
      'With one channel everything is right. What has become of the colours?',
      'Each pixel moves as a whole, with its channels in their order.',
      'Axis 3 is reversed along with axis 2. Reverse axis 2 alone.',
    ],
    'everything-reversed': [
      'With a single grey row everything is right. What else has moved?',
      'Without axes, a reversal takes all of them.',
      'All axes are reversed. Name the one that is meant: 2.',
    ],
    'not-flipped': [
      'Compare your result with what went in.',
      'Operations return new tensors, and change nothing in place.',
      'The images come back as they were. Return what the reversal returns.',
    ],
    'transposed-images': [
      'Compare the shapes of your images with those that went in, and look at a square one.',
      'Swapping rows with columns mirrors an image in its diagonal.',
      'The images are transposed. Keep the axes in place, and reverse axis 2.',
    ],
    'turned-by-a-quarter': [
      'Compare the shapes of your images with those that went in, and look at a square one.',
      'A mirror leaves the rows rows.',
      'The images are turned by a quarter. Reverse axis 2, without a transpose.',
    ],
    'shifted-by-one': [
      'With two columns everything is right. Try three.',
      'A mirror puts the last column first, the one before second, and so on.',
      'The columns are shifted round, in their old order. Reverse them.',
    ],
  },
};
