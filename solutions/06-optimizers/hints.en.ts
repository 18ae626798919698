/**
 * Three hints a mistake: where to look, the idea, and the mistake's name with its cure.
 * Mistakes that several exercises share are written once, in the records on top.
 */
import type { HintCatalogue } from 'descent/author';

type ExerciseHints = HintCatalogue[string];

/** momentumStep and nesterovStep. */
const velocityHints = {
  'gradient-added': [
    'Look at the line that makes the new velocity.',
    'The gradient points uphill. What should it do to a velocity that is later added to the weights?',
    'The velocity gets +α times the gradient. Subtract it: v ← ρ·v − α·dw.',
  ],
  'old-velocity-returned': [
    'Your weights are right after one step. Look at the other field that you return.',
    'The next step starts from what this one returns, so it needs the velocity after this step.',
    'You return the velocity that came in. Return the new one, the same that moved the weights.',
  ],
  'moved-by-old-velocity': [
    'Your velocity is right after one step. Look at the line that moves the weights.',
    'First the velocity changes, then it moves the weights. Which velocity is that?',
    'The weights move by the velocity from before the step. Add the new one: w ← w + v after v is updated.',
  ],
  'gradient-averaged': [
    'Look at what multiplies the gradient in the velocity.',
    'This velocity adds gradients up; it is not a running mean. How many weights does ρ·v − α·dw hold?',
    'The gradient is multiplied by (1 − ρ) as in a running mean. Here it takes α alone: v ← ρ·v − α·dw.',
  ],
  'velocity-in-module': [
    'Call the function twice with the same arguments and compare.',
    'A pure step knows nothing but its arguments. Where does your velocity live between two calls?',
    'The velocity is kept in a variable outside the function. Use the v that is passed in, and return the new one.',
  ],
  'velocity-in-module-lost': [
    'The first case works and the next ones throw. Look at what your function still holds from the call before.',
    'A pure step knows nothing but its arguments. Where does your velocity live between two calls?',
    'The velocity is kept in a variable outside the function, and whoever called you has disposed that tensor. Use the v that is passed in.',
  ],
} as const satisfies ExerciseHints;

/** adagradStep, rmspropStep and Adam's family. */
const divisorHints = {
  'gradient-not-squared': [
    'Look at what the gradient adds to the memory of its size.',
    'That memory is for sizes: opposite gradients must not cancel in it, and its root is taken later.',
    'The gradient itself is added where its square belongs. Square it element by element.',
  ],
  'no-root': [
    'Look at what the step is divided by.',
    'A gradient that is ten times larger has a square that is a hundred times larger. What brings it back to the size of a gradient?',
    'The step is divided by the squares themselves. Take their root first, then add ε.',
  ],
  'epsilon-inside-root': [
    'Look at ε, and try the step with gradients of 1e-8.',
    'The root of 1e-8 is 1e-4, which is ten thousand times larger. So it matters where ε is added.',
    'ε is added under the root. Take the root first and add ε to it: √s + ε.',
  ],
  'epsilon-missing': [
    'Try the step with a gradient that is 0 from the start.',
    'Zero over zero is NaN. Which option is there to keep the divisor above 0?',
    'ε is missing in the divisor. Add it after the root: √s + ε.',
  ],
} as const satisfies ExerciseHints;

/** Those of the same steps whose gradient comes in as it is. */
const uphillHints = {
  'gradient-added': [
    'Do the first example on paper and compare the direction in which w moves.',
    'The gradient points uphill, and the loss is to go down.',
    'The weights move along the gradient. Subtract the step instead of adding it.',
  ],
} as const satisfies ExerciseHints;

/** adamStep, adamL2Step and adamWStep. */
const adamHints = {
  ...divisorHints,
  'no-bias-correction': [
    'Your moments are right. Look at what you do with them before they make the step.',
    'Both moments start at 0, so the early ones are too small. With the usual options the first step comes out 3.16 times too long.',
    'The bias correction is missing. Divide m by 1 − β1^t and v by 1 − β2^t, and make the step from those.',
  ],
  'first-moment-alone-corrected': [
    'Look at what becomes of v before its root is taken.',
    'Both running means start at 0, and both are pulled towards it.',
    'Only m is corrected. Divide v by 1 − β2^t too.',
  ],
  'second-moment-alone-corrected': [
    'Look at what becomes of m before it is divided.',
    'Both running means start at 0, and both are pulled towards it.',
    'Only v is corrected. Divide m by 1 − β1^t too.',
  ],
  'count-not-increased': [
    'Look at t, in the first step above all.',
    'The caller passes the steps made before this one. How many will it be with this one, and what is 1 − β^0?',
    't is never counted up, so the first step divides by 0. Start with t = state.t + 1, correct with it, and return it.',
  ],
  'power-one-behind': [
    'The t that you return is right. Look at the t that you correct with.',
    'In the first step the moments have seen one gradient. What is 1 − β^0?',
    'The correction uses the count from before the step, β^(t−1). Count t up first, then correct with the new t.',
  ],
  'counted-twice': [
    'Look at t after the first step: which number should it be?',
    'One step adds one. Is t counted up in more than one place?',
    't is counted up twice in a step. Add 1 once, and use that t both in the correction and in the result.',
  ],
  'old-count-returned': [
    'One step alone is right but for one number in the state. Which?',
    'The next step counts on from what this one returns.',
    'The returned t is the one that came in. Return the one that you counted up.',
  ],
  'betas-swapped': [
    'Look at which option belongs to which moment.',
    'The mean of the gradients is to forget quickly (β1, usually 0.9), the mean of their squares slowly (β2, usually 0.999).',
    'β1 and β2 are swapped. β1 goes with m, β2 with v, in the means and in their corrections.',
  ],
  'gradient-unweighted': [
    'Look at what multiplies the gradient in both moments.',
    'The moments are running means: the weights of the old and the new add up to 1.',
    'The new gradient lacks its weight. It is (1 − β1)·dw in m and (1 − β2)·dw² in v.',
  ],
  'epsilon-before-correction': [
    'Look at the order of three things: the root, the correction of v, and ε.',
    'Moving the correction into the learning rate is neat, but then it divides ε as well, unless ε is scaled along.',
    'ε is added to the root of the uncorrected v. Correct v, take the root, then add ε: √v̂ + ε.',
  ],
  'corrected-moments-kept': [
    'Your weights are right after the first step. Look at the moments that you return.',
    'The correction is for this step alone. What happens to a corrected moment that is corrected again in the next step?',
    'The state holds the corrected moments. Return m and v as they were before the correction.',
  ],
  'old-moments-returned': [
    'Your weights are right after one step. Look at the state that you return.',
    'The next step goes on from the moments after this one.',
    'You return the m and v that came in. Return the updated ones.',
  ],
  'state-in-module': [
    'Call the function twice with the same arguments and compare.',
    'A pure step knows nothing but its arguments. Where do your moments live between two calls?',
    'The moments and t are kept in variables outside the function. Use those in state, and return the new ones.',
  ],
  'state-in-module-lost': [
    'The first case works and the next ones throw. Look at what your function still holds from the call before.',
    'A pure step knows nothing but its arguments. Where do your moments live between two calls?',
    'The moments and t are kept in variables outside the function, and whoever called you has disposed those tensors. Use those in state.',
  ],
  'count-in-module': [
    'Call the function twice with the same arguments and compare t.',
    'A pure step knows nothing but its arguments. Who remembers how many steps were made?',
    't is kept in a variable outside the function. Take it from state, add 1, and return it.',
  ],
} as const satisfies ExerciseHints;

/** adamL2Step and adamWStep. */
const decayHints = {
  'decay-missing': [
    'Compare two runs, one with a decay of 0 and one with 0.5.',
    'One option of this function does nothing yet.',
    'The decay is missing: this is plain Adam. Bring λ·w in where the formula has it.',
  ],
  'decay-doubled': [
    'Look at the factor in front of λ·w.',
    'Two conventions live side by side: λ‖w‖² has the gradient 2λw, and (λ/2)‖w‖² has λw. Which one is this?',
    'The decay is 2λw. Here it is λw, the gradient of (λ/2)‖w‖².',
  ],
} as const satisfies ExerciseHints;

export const hints: HintCatalogue = {
  sgdStep: {
    'gradient-added': [
      'Do the first example on paper and compare the direction in which w moves.',
      'The gradient points to where the loss grows fastest.',
      'The weights climb: the gradient is added. Subtract it: w − α·dw.',
    ],
    'learning-rate-missing': [
      'Your step has the right direction. Look at its length.',
      'One option of this function does nothing yet.',
      'The learning rate is missing. Multiply the gradient by it: w − α·dw.',
    ],
    'step-alone': [
      'Compare what you return with the weights that came in.',
      'The caller wants to know where the weights are now, not how far they went.',
      'You return the step −α·dw. Return the new weights, w − α·dw.',
    ],
    'learning-rate-on-weights': [
      'Look at what the learning rate multiplies.',
      'The learning rate says how far to go. It should not shrink the weights that you start from.',
      'α multiplies w as well. It belongs to the gradient alone: w − α·dw.',
    ],
  },
  momentumStep: {
    ...velocityHints,
    'velocity-turned-round': [
      'Your weights would be right if v were 0. Look at the sign of v in both lines.',
      'Here the velocity is what is added to the weights, so it points the way that they move.',
      'Your velocity points uphill and is subtracted. Use v ← ρ·v − α·dw and w ← w + v.',
    ],
    'rate-outside-velocity': [
      'Look at where the learning rate comes in.',
      'There are two ways to write momentum. They go the same way only while the learning rate is constant, and they keep another v.',
      'You keep v ← ρ·v + dw and move by −α·v, as tfjs does. Here α is inside: v ← ρ·v − α·dw, then w ← w + v.',
    ],
    'velocity-never-slows': [
      'Try the step with a gradient of 0. What should become of the velocity?',
      'ρ is the share of the velocity that survives a step.',
      'ρ is missing, so the velocity never slows down. Multiply the old velocity by it: v ← ρ·v − α·dw.',
    ],
  },
  nesterovStep: {
    ...velocityHints,
    'gradient-at-w': [
      'Look at the argument that you hand to gradient.',
      'Nesterov first looks where the velocity alone would lead, and asks for the slope there.',
      'The gradient is taken at w: that is plain momentum. Take it at w + ρ·v.',
    ],
    'look-ahead-without-rho': [
      'Look at the point where you take the gradient.',
      'Before the gradient has a say, the velocity will have slowed down by ρ.',
      'You look ahead to w + v. The point ahead is w + ρ·v.',
    ],
    'look-back': [
      'Look at the point where you take the gradient, and at its sign.',
      'The velocity is added to the weights. Which way is ahead?',
      'You look back, to w − ρ·v. The point ahead is w + ρ·v.',
    ],
    'step-from-ahead': [
      'Your velocity is right. Look at where the step starts.',
      'The new velocity has ρ·v in it already. Is it counted once?',
      'The step starts at the point ahead, so ρ·v is walked twice. Only the gradient is taken there; move from w: w ← w + v.',
    ],
  },
  adagradStep: {
    ...uphillHints,
    ...divisorHints,
    'mean-for-sum': [
      'Look at the line that makes the new s.',
      'AdaGrad adds up and never forgets. To forget is what RMSprop does.',
      's is a running mean, as in RMSprop. Here it is a plain sum: s ← s + dw².',
    ],
    'sum-decays': [
      'Look at what happens to the old s.',
      'AdaGrad never forgets a gradient.',
      'The old s is shrunk before dw² is added. Keep all of it: s ← s + dw².',
    ],
    'old-sum-divides': [
      'Your s is right. Look at which s is under the root.',
      'In the very first step the old s is 0. What would the step be divided by?',
      'The step is divided by the root of the old s. Update s first, then use the new one.',
    ],
    'old-sum-returned': [
      'Your weights are right after one step. Look at the s that you return.',
      'The next step goes on from the s that this one returns.',
      'You return the s that came in. Return s + dw².',
    ],
    'sum-in-module': [
      'Call the function twice with the same arguments and compare.',
      'A pure step knows nothing but its arguments. Where does your sum live between two calls?',
      'The sum is kept in a variable outside the function. Use the s that is passed in, and return the new one.',
    ],
    'sum-in-module-lost': [
      'The first case works and the next ones throw. Look at what your function still holds from the call before.',
      'A pure step knows nothing but its arguments. Where does your sum live between two calls?',
      'The sum is kept in a variable outside the function, and whoever called you has disposed that tensor. Use the s that is passed in.',
    ],
  },
  rmspropStep: {
    ...uphillHints,
    ...divisorHints,
    'sum-for-mean': [
      'Look at the line that makes the new s.',
      'RMSprop forgets. A sum that only grows is what AdaGrad has, and its steps fade away.',
      's only adds up, as in AdaGrad. Here it is a running mean: s ← β·s + (1 − β)·dw².',
    ],
    'gradient-unweighted': [
      'Look at what multiplies dw² in the new s.',
      'In a running mean the weights of the old and the new add up to 1.',
      'dw² lacks its weight. The mean is s ← β·s + (1 − β)·dw².',
    ],
    'weights-swapped': [
      'Look at which weight belongs to the old s, and which to dw².',
      'decay is the share that survives: with β = 0.9 the memory is long.',
      'β and 1 − β are swapped. The mean is s ← β·s + (1 − β)·dw².',
    ],
    'old-mean-divides': [
      'Your s is right. Look at which s is under the root.',
      'In the very first step the old s is 0. What would the step be divided by?',
      'The step is divided by the root of the old s. Update s first, then use the new one.',
    ],
    'old-mean-returned': [
      'Your weights are right after one step. Look at the s that you return.',
      'The next step goes on from the s that this one returns.',
      'You return the s that came in. Return the updated mean.',
    ],
    'mean-in-module': [
      'Call the function twice with the same arguments and compare.',
      'A pure step knows nothing but its arguments. Where does your mean live between two calls?',
      'The mean is kept in a variable outside the function. Use the s that is passed in, and return the new one.',
    ],
    'mean-in-module-lost': [
      'The first case works and the next ones throw. Look at what your function still holds from the call before.',
      'A pure step knows nothing but its arguments. Where does your mean live between two calls?',
      'The mean is kept in a variable outside the function, and whoever called you has disposed that tensor. Use the s that is passed in.',
    ],
  },
  biasCorrection: {
    multiplied: [
      'Should the corrected moment be larger or smaller than the one that came in?',
      'A mean that started at 0 is too small. 1 − β^t is below 1.',
      'The moment is multiplied by 1 − β^t, which makes it smaller still. Divide by it.',
    ],
    'power-one-behind': [
      'Try t = 1.',
      't counts this step already. After one step the mean holds the share 1 − β of the gradient, and 1 − β^0 is 0.',
      'The power is one too small. Use β^t with the t that is passed in.',
    ],
    'power-one-ahead': [
      'Try t = 1 and compare with moment/(1 − β).',
      't counts this step already.',
      'The power is one too large. Use β^t with the t that is passed in.',
    ],
    'no-power': [
      'Your result is right for t = 1. Look at what t does.',
      'The longer the mean runs, the less there is to correct.',
      't is not used: you divide by 1 − β. Divide by 1 − β^t.',
    ],
    'product-for-power': [
      'Your result is right for t = 1. Look at how β and t come together.',
      'With each step what is left of the 0 at the start is multiplied by β once more.',
      'β·t stands where β^t belongs. In TypeScript that is beta ** t.',
    ],
    'power-of-difference': [
      'Your result is right for t = 1. Look at what is raised to the power t.',
      'With each step what is left of the 0 at the start is multiplied by β once more. That is taken from 1.',
      'You divide by (1 − β)^t. The power belongs to β alone: 1 − β^t.',
    ],
    'one-missing': [
      'Look at what you divide by, and try a very large t.',
      'After many steps nothing is left to correct, so the divisor must come close to 1.',
      'You divide by β^t. Divide by 1 − β^t.',
    ],
    'not-corrected': [
      'Compare your result with the moment that came in.',
      'After t steps from 0 the weights in the mean add up to less than 1. To how much?',
      'The moment comes back as it was. Divide it by 1 − β^t.',
    ],
  },
  adamStep: { ...uphillHints, ...adamHints },
  adamL2Step: {
    ...adamHints,
    ...decayHints,
    decoupled: [
      'Your result is right for lambda = 0. Compare the moments when it is 0.5.',
      'L2 is part of the loss, so its gradient goes wherever the gradient goes. Decay beside the step is another method.',
      'The decay bypasses the moments: that is AdamW. Here g = dw + λ·w goes through both moments.',
    ],
    'decay-subtracted': [
      'Look at the sign of λ·w.',
      'The penalty grows with the weights, so its gradient points away from 0. The step then goes against it.',
      'The decay is subtracted from the gradient, which makes weights grow. Use g = dw + λ·w.',
    ],
    'decay-without-weights': [
      'Look at what is added to dw.',
      'The gradient of (λ/2)‖w‖² is different for each weight.',
      'λ alone is added. Add λ·w.',
    ],
    'decay-in-first-moment-alone': [
      'One moment is right. Compare the other.',
      'Once the gradient is g, there is no dw any more: all that follows is made from g.',
      'The decay is missing in the second moment. Use g = dw + λ·w in both.',
    ],
  },
  adamWStep: {
    ...adamHints,
    ...decayHints,
    coupled: [
      'Look at the moments: should they depend on weightDecay?',
      'AdamW takes the decay out of the gradient, so that the division by √v̂ can not undo it.',
      'The decay is in the gradient: that is Adam with L2. Make the moments from dw alone, and subtract α·λ·w beside the step.',
    ],
    'decay-not-scaled': [
      'Your state is right. Look at the size of the decay, for a small learning rate above all.',
      'Halve the learning rate, and a step should be half as long: all of it.',
      'The decay is λ·w, without the learning rate. Subtract α·λ·w.',
    ],
    'decay-of-updated-weights': [
      'Your state is right. Which w does the decay multiply?',
      'Both parts of the step start from the same place. After the first part w has changed.',
      "The decay multiplies the weights after Adam's step. Use the w that came in: w ← w − α·m̂/(√v̂ + ε) − α·λ·w.",
    ],
    'decay-divided-by-root': [
      'Your state is right. Look at what is divided by √v̂ + ε.',
      'Decoupled decay is the same share for every weight, however large its gradients are.',
      'λ·w is divided by √v̂ + ε together with m̂. Keep it outside: subtract α·λ·w as it is.',
    ],
    'decay-added': [
      'Your state is right. Try a step with a gradient of 0: should the weights grow or shrink?',
      'Decay pulls the weights towards 0.',
      'The decay is added. Subtract α·λ·w.',
    ],
  },
  conditionNumber: {
    inverted: [
      'Is your number above or below 1?',
      'The condition number says how many times steeper the steepest direction is than the flattest.',
      'You divide the smallest by the largest. Turn it round.',
    ],
    'order-assumed': [
      'Look at which elements you take.',
      'Nobody has sorted the curvatures.',
      'The first and the last element are taken for the smallest and the largest. Use min and max.',
    ],
    difference: [
      'Multiply all curvatures by 3. Should the shape of the bowl, and so its condition number, change?',
      'How stretched a bowl is shows in a ratio.',
      'You subtract the smallest from the largest. Divide by it.',
    ],
    'largest-alone': [
      'Multiply all curvatures by 3. Should the shape of the bowl, and so its condition number, change?',
      'A bowl is stretched if one direction is much steeper than another. You look at one alone.',
      'You return the largest curvature. Divide it by the smallest.',
    ],
    'mean-for-smallest': [
      'Look at what the largest curvature is divided by.',
      'SGD suffers from the flattest direction, not from the average one.',
      'You divide by the mean. Divide by the smallest curvature.',
    ],
    'root-taken': [
      'Square your result and compare.',
      'The curvatures are the steepness of the bowl already, nothing was squared on the way.',
      'You take the root of the ratio. Return the ratio itself.',
    ],
    'epsilon-added': [
      'Try curvatures of 1e-8.',
      'All curvatures are above 0, so the ratio needs no guard, and a guard changes it.',
      'A small number is added to the smallest curvature. Leave it out.',
    ],
  },
};
