/** Three hints a mistake: where to look, the idea, and the mistake's name with its cure. Shared ones stand on top. */
import type { HintCatalogue } from 'descent/author';

type ExerciseHints = HintCatalogue[string];
type Hints = ExerciseHints[string];

/** forwardDifference and numericalGradient. */
const differenceHints = {
  'not-divided': [
    'Halve h. Do your slopes halve as well?',
    'A slope is rise over run. You have the rise.',
    'The difference of the two values is not divided. Divide it by the distance between the two points.',
  ],
  'sign-turned': [
    'Try a function that grows with x, such as a sum. Are your slopes positive?',
    'The rise goes from the left point to the right one. Which value is subtracted from which?',
    'The difference is taken the wrong way round. The value at x + h comes first.',
  ],
  'step-ignored': [
    'Call the function twice with different h, say 0.5 and 0.1, on a curved f.',
    'With a large step the slopes should differ clearly from the true ones, and they should depend on the step.',
    'The step is always 1e-5, whatever h says. Use the h that is passed in.',
  ],
  'step-scaled': [
    'Everything is right where all elements of x are below 1. Look at how far the others are moved.',
    'Scaling the step with x is a good idea elsewhere. What does the formula here say about the length of the step?',
    'The step grows with |x|. Here it is h for every element.',
  ],
  'step-times-x': [
    'Look at how far each element is moved. The first element of the example by hand happens to be 1.',
    'The step is added to the element. Where does a product come in?',
    'Each element is moved by h times itself. Move each by h: x_i + h.',
  ],
  flattened: [
    'The numbers are right. Print the shape of what you return when x is a matrix.',
    'There is one slope per element, and it belongs where the element is.',
    'The slopes come back as a list. Give them the shape of x: `tf.tensor(slopes, x.shape)`.',
  ],
  'f-gets-a-list': [
    'It works for vectors and throws for matrices. Look at what f is called with.',
    'f is made for tensors shaped like x. Working on a flat list of values is fine, as long as f never sees it.',
    'f is called with a flattened copy. Build each copy with the shape of x: `tf.tensor(values, x.shape)`.',
  ],
  'all-elements-at-once': [
    'It works where x has one element. With more, are all your slopes the same?',
    'Slope i says what element i does on its own. What do the other elements do meanwhile?',
    'The step is added to the whole tensor. Move one element and leave the others where they are.',
  ],
} as const satisfies ExerciseHints;

const notRestored: Hints = [
  'The first slope is right and later ones are not. Which x does the second slope start from?',
  'Each slope starts from the x that was given. What is left of the step for the element before?',
  'An element that was moved stays moved. Put its old value back before you go on to the next, or take a fresh copy for each.',
];

const otherGuard: Hints = [
  'Everything is right for numbers about 1. Try elements about 1e-8.',
  'Where the gradients themselves are about 1e-8, the constant in the divisor decides.',
  'The constant that keeps the divisor from 0 has another size. It is 1e-8.',
];

const oneLength: Hints = [
  'Swap a and b. Is the error still the same?',
  'Neither gradient is the truth, so neither may be the only measure. And how large may the error get if a is 0?',
  'You divide by the length of one tensor alone. Divide by the sum of both lengths and 1e-8.',
];

const defaultStep: Hints = [
  'Everything is right where h is given.',
  'When the caller leaves h out, a default takes its place.',
  'The default step is another one. It is 1e-5.',
];

export const hints: HintCatalogue = {
  forwardDifference: {
    ...differenceHints,
    central: [
      'Work through the example in the docstring: at which two points is f taken?',
      'The forward difference is less exact than it could be, on purpose. It looks to one side only.',
      'This is the central difference. Here it is (f(x + h) − f(x))/h.',
    ],
    backward: [
      'Work through the example in the docstring: at which two points is f taken?',
      'Forward means from x on, in the direction of growing x.',
      'You go from x − h to x. Go from x to x + h.',
    ],
    'divided-by-2h': [
      'Try f = sum of x, whose slopes are all 1.',
      'Divide by the distance between the two points where f is taken.',
      'From x to x + h it is h, not 2h. Divide by h.',
    ],
    'x-not-restored': notRestored,
    'x-not-restored-and-f-again': notRestored,
  },
  numericalGradient: {
    ...differenceHints,
    'one-sided': [
      'Take f = x² at x = 1 with h = 0.5. The central difference is 2 exactly; what is yours?',
      'The errors of both sides nearly cancel, if you look to both.',
      'This is the forward difference. Take f at x + h and at x − h, and divide by 2h.',
    ],
    'one-sided-backward': [
      'Take f = x² at x = 1 with h = 0.5. The central difference is 2 exactly; yours is less.',
      'The errors of both sides nearly cancel, if you look to both.',
      'You go from x − h to x. Go on to x + h, and divide by 2h.',
    ],
    'divided-by-h': [
      'Try f = sum of x. Are your slopes 2 instead of 1?',
      'Divide by the distance between the two points. How far is it from x − h to x + h?',
      'You divide by h. The two points are 2h apart.',
    ],
    'half-a-difference': [
      'Try f = sum of x. Are your slopes ½ instead of 1?',
      'After a step of h forward, how far back is x − h? Look at where f is taken the second time.',
      'The second value is taken at x, since one h back from x + h is x again. Go back by 2h, or start from x anew.',
    ],
    'half-steps': [
      'Your slopes are closer to the true ones than they should be. Look at how far you go to each side.',
      'There are two ways to share a step: h to each side, or h in all.',
      'You go h/2 to each side and divide by h. Go h to each side and divide by 2h.',
    ],
    'x-not-restored': notRestored,
    'x-not-restored-below': [
      'Look at the point of the second value, and at x when the next element begins.',
      'One h forward and one h back is x, not x − h. And what was moved must be put back.',
      'The second value is taken at x, and later slopes start from an x that was moved. Take x − h, and put the old value back.',
    ],
    'default-step-1e-4': defaultStep,
    'default-step-1e-6': defaultStep,
  },
  relativeError: {
    'divided-by-length-of-a': oneLength,
    'divided-by-length-of-b': oneLength,
    'divided-by-larger-length': [
      'Take b = −a. The error should be 1.',
      'The error never exceeds 1: ‖a − b‖ is at most ‖a‖ + ‖b‖.',
      'You divide by the larger length. Divide by the sum of both and 1e-8.',
    ],
    'divided-by-mean-length': [
      'Take b = 0. The error should be 1.',
      'The error never exceeds 1: ‖a − b‖ is at most ‖a‖ + ‖b‖.',
      'You divide by the mean of both lengths, which doubles the error. Divide by their sum and 1e-8.',
    ],
    'not-divided': [
      'Multiply a and b by a thousand. The error should stay as it is.',
      'An error of 0.1 is a lot for a slope of 0.2, and nothing for one of a million.',
      'This is the distance, an absolute error. Divide it by ‖a‖ + ‖b‖ + 1e-8.',
    ],
    'no-guard': [
      'Try two tensors of zeros.',
      'Two gradients of 0 agree, so their error is 0. What is 0/0 in JavaScript?',
      'Nothing keeps the divisor from 0. Add 1e-8 to the sum of the lengths.',
    ],
    'guard-as-a-floor': [
      'Everything is right for numbers about 1. Try elements about 1e-8.',
      'A floor and a sum differ only where both are about 1e-8. Which of them does the formula have?',
      'You take the larger of ‖a‖ + ‖b‖ and 1e-8. Add 1e-8.',
    ],
    'guard-of-1e-7': otherGuard,
    'guard-of-1e-12': otherGuard,
    'length-of-the-sum': [
      'Look at the divisor. Take b = −a.',
      'Opposite gradients cancel in a sum. Their lengths do not.',
      'You divide by ‖a + b‖. Take the two lengths first, and add those: ‖a‖ + ‖b‖.',
    ],
    'difference-of-lengths': [
      'Take a = [1, 0] and b = [0, 1]. Is your error 0?',
      'Gradients of one length may point in quite different directions.',
      'You subtract the lengths. Subtract the tensors, and take the length of that: ‖a − b‖.',
    ],
    'squares-without-root': [
      'Compute the length of [3, 4] with your code. It should be 5.',
      'A length is the root of a sum of squares.',
      'The roots are missing. Take the root of each of the three sums.',
    ],
    'sums-of-magnitudes': [
      'Compute the length of [3, 4] with your code. It should be 5.',
      'There are many ways to measure a vector. ‖·‖ is the Euclidean one.',
      'You add magnitudes. Add squares and take the root.',
    ],
    'largest-magnitudes': [
      'Compute the length of [3, 4] with your code. It should be 5.',
      'There are many ways to measure a vector. In this one all elements count.',
      'You take the largest magnitude. Add all squares and take the root.',
    ],
    'means-under-the-root': [
      'Everything is right for numbers about 1. Try elements about 1e-8.',
      'In the quotient a mean and a sum differ only beside the constant 1e-8.',
      'There is a mean under your root. A length has the sum of the squares.',
    ],
    'largest-of-the-elements-errors': [
      'For the example in the docstring, in which order do you divide and gather the elements?',
      'One number is asked about the tensors as a whole: three lengths, one division.',
      'You take the largest of the elements’ own relative errors. A single tiny element would decide. Take lengths first.',
    ],
    'mean-of-the-elements-errors': [
      'For the example in the docstring, in which order do you divide and gather the elements?',
      'One number is asked about the tensors as a whole: three lengths, one division.',
      'You average the elements’ own relative errors, where tiny elements count as much as large ones. Take lengths first.',
    ],
    'per-row': [
      'It works for vectors. Look at the axis of your sums when a and b are matrices.',
      '‖·‖ runs over all elements, whatever the shape.',
      'You take an error of each row and average. Sum over all axes: `sum()` without an axis.',
    ],
    'returns-a-tensor': [
      'The number is right. Look at what it is wrapped in.',
      'The signature says number.',
      'You return a tensor. Read its value with `arraySync()` or `dataSync()[0]`.',
    ],
  },
  gradientCheck: {
    'nan-is-perfect': [
      'Try an f that returns NaN.',
      'Every comparison with NaN is false: NaN < 1e-7, and NaN >= 1e-3 as well. Which verdict is left over?',
      'The errors that are no number fall through to the best verdict. Ask for `error < limit`, from perfect down, and let the rest be wrong.',
    ],
    'limits-in-the-better-band': [
      'Verdicts are right except where the error equals a limit.',
      'Perfect means below 1e-7. What of 1e-7 itself?',
      'Errors right at a limit are in your better band. Use < instead of <=.',
    ],
    'limits-ten-times-too-wide': [
      'Your errors are right. Look at the numbers that you compare them with.',
      'Perfect is below 1e-7: a right gradient in double precision has no trouble to get there.',
      'All limits are ten times too large. They are 1e-7, 1e-5 and 1e-3.',
    ],
    'limits-ten-times-too-narrow': [
      'Your errors are right. Look at the numbers that you compare them with.',
      'Differences are rounded too, so nobody should ask for much less than 1e-7.',
      'All limits are ten times too small. They are 1e-7, 1e-5 and 1e-3.',
    ],
    'suspicious-left-out': [
      'Count your verdicts.',
      'An error between 1e-5 and 1e-3 is probably a small mistake, not a gross one.',
      'Nothing is ever suspicious with you. Say so of errors from 1e-5 to below 1e-3.',
    ],
    'acceptable-up-to-1e-3': [
      'Look at an error of 1e-4, and at the order of your bands.',
      'There are three limits and four verdicts.',
      'Acceptable reaches up to 1e-3 with you. It ends at 1e-5; from there to 1e-3 it is suspicious.',
    ],
    'step-not-passed-on': [
      'Everything is right where h is left out. Who uses h?',
      'A large step makes large errors, and they should show.',
      'The h that comes in is not passed on to the differences: `numericalGradient(f, x, h)`.',
    ],
    'forward-differences': [
      'Take a square, whose central differences are exact. Is the error of a right gradient 0?',
      'A good measuring tape is needed to find small mistakes.',
      'You measure with forward differences. Use numericalGradient, the central ones.',
    ],
    'measured-at-analytic': [
      'Look at the arguments of your call of numericalGradient.',
      'Both gradients must belong to one point. x and analytic have the same type and shape, so nothing warns you.',
      'You measure at `analytic`. Measure at `x`.',
    ],
    'not-relative': [
      'Look at the error in the example by hand. Is it 6 with you?',
      'Whether a distance is large depends on the gradients’ own size.',
      'You return the distance of the two gradients. Use relativeError.',
    ],
    'verdict-alone': [
      'The verdict is right. Look at the form in which it is returned.',
      'The caller wants the number too, by name.',
      'You return the verdict alone. Return {relativeError, verdict}.',
    ],
  },
};
