import type { HintCatalogue } from 'descent/author';

export const hints: HintCatalogue = {
  exponentialDecay: {
    growing: [
      'Compare your rates at t = 0 and t = 100. Which one is larger?',
      'k is not negative, and the rate is to fall. What sign does the exponent need?',
      'The rate grows, since the exponent is kt. It is −kt.',
    ],
    'base-two': [
      'The shape is right, the speed isn’t. By what is the rate multiplied while kt grows by 1?',
      'The decay is a power of e. Other bases decay as well, at another speed.',
      'The base is 2. Use `Math.exp(-k * t)`.',
    ],
    'share-a-step': [
      'Your rates are close, and get worse the larger k is. Try k = 0.5.',
      '(1 − k)ᵗ and e^(−kt) are alike for small k only: 1 − k is where the series of e^(−k) breaks off.',
      'The rate is multiplied by 1 − k in each step. It is e^(−k).',
    ],
    'power-of-k': [
      'Look at t = 1: which share of lr0 is left with k = 0.01?',
      'k is a speed, not the share that survives a step. A small k means a slow decay.',
      'The rate is lr0·kᵗ. It is lr0·e^(−kt).',
    ],
    'straight-line': [
      'Your rates are right for small kt. Try kt = 2.',
      'A rate is never negative. Decay by the same share in each step is no straight line.',
      'The rate is lr0·(1 − kt), the tangent at t = 0. It is lr0·e^(−kt).',
    ],
    'first-rate-missing': [
      'What is your rate at t = 0?',
      'The exponential says which share is left. Of what?',
      'lr0 is missing: multiply e^(−kt) by it.',
    ],
  },
  stepDecay: {
    'no-stairs': [
      'Your rates are right where t is a multiple of `every`. What happens between?',
      'The rate stays the same for a while, then drops. How many drops has it had by t?',
      'The number of drops isn’t rounded: use `Math.floor(t / every)`.',
    ],
    rounded: [
      'Try a t just past the middle between two drops.',
      'A drop that is only half-way there has not happened yet.',
      'The number of drops is rounded to the nearest. Round down: `Math.floor`.',
    ],
    'drops-at-once': [
      'When does your rate drop for the first time?',
      'For the first `every` steps the rate is lr0.',
      'The number of drops is rounded up. Round down: `Math.floor`.',
    ],
    'one-step-late': [
      'Everything is right but where t is a multiple of `every`.',
      'With every = 10, the steps 0 to 9 go at lr0. Which one is the first at the lower rate?',
      'Each drop comes one step late. The first one is at t = every.',
    ],
    'drops-once': [
      'Right for the first two stairs. Go further down.',
      'The rate drops again and again, by the same factor each time.',
      'The factor is used once. Take it to the power of the number of drops.',
    ],
    'factor-taken-away': [
      'Try factor = 0.9: does your rate fall a little, or nearly to 0?',
      'Is `factor` the share that is left after a drop, or the share that is lost?',
      'Each drop multiplies by 1 − factor. It multiplies by factor.',
    ],
    'divided-by-factor': [
      'Does your rate fall or rise?',
      'The factor lies between 0 and 1. What does a division by it do?',
      'The rate is divided by the factor. Multiply.',
    ],
    'remainder-for-quotient': [
      'What is your rate at t = every, and one step later?',
      't / every has a whole part and a remainder. One counts the drops, the other the steps since the last one.',
      'The exponent is the remainder, t % every. It is the quotient, rounded down.',
    ],
  },
  cosineDecay: {
    'rises-again': [
      'Right up to `total`. Go beyond.',
      'A cosine comes up again after half a wave. The training is over by then.',
      'The rate rises after `total`. It stays 0: let t/T be at most 1.',
    ],
    'half-missing': ['What is your rate at t = 0?', '1 + cos reaches from 2 down to 0.', 'The ½ is missing: the rate starts at 2·lr0.'],
    'one-missing': [
      'What is your rate at the end?',
      'A cosine alone reaches from 1 to −1, and a rate is never negative.',
      'Lift the cosine: ½·lr0·(1 + cos(πt/T)).',
    ],
    'quarter-wave': [
      'Both ends are right. Look half-way: is it half of lr0?',
      'The decay is slow, fast and slow again. How much of a wave is that?',
      'You use a quarter of a wave, cos(πt/2T). Half a wave, lifted: ½(1 + cos(πt/T)).',
    ],
    'pi-missing': [
      'Your rate does not arrive at 0. How far does the angle get?',
      '`Math.cos` takes radians. Half a wave is an angle of …?',
      'The π is missing: the angle goes from 0 to π.',
    ],
    upwards: [
      'Compare your rates at both ends.',
      'cos 0 is 1. Where should the rate be then?',
      'It is 1 + cos, not 1 − cos: you go up from 0.',
    ],
    'ends-a-step-early': [
      'Look at the last step before `total`.',
      'The rate arrives at 0 at t = total, which is one step later than the last one.',
      'You divide by T − 1. Divide by T.',
    ],
  },
  linearDecay: {
    'below-zero': [
      'Right up to `total`. Go beyond.',
      'A negative rate would climb. What should the line do once it is at 0?',
      'The rate is negative after `total`. It stays 0: let t/T be at most 1.',
    ],
    upwards: [
      'Compare your rates at both ends.',
      't/T is the share that is over. How much is left?',
      'The rate rises. It is lr0·(1 − t/T).',
    ],
    'rate-not-on-the-line': [
      'Where does your line reach 0? Try lr0 = 0.5.',
      'lr0 is a factor of the whole line, the falling part too.',
      'You subtract t/T from lr0. Multiply: lr0·(1 − t/T).',
    ],
    'ends-a-step-early': [
      'Look at the last step before `total`.',
      'The rate arrives at 0 at t = total, which is one step later than the last one.',
      'You divide by T − 1. Divide by T.',
    ],
  },
  inverseSqrtDecay: {
    'infinite-at-start': [
      'Everything is right but the very first step.',
      'At t = 0 there is a division by the root of 0.',
      'The rate is infinite at t = 0. Divide by √max(t, 1).',
    ],
    'zero-at-start': [
      'Everything is right but the very first step.',
      'With a rate of 0, the first step goes nowhere. What does the formula say for t = 0?',
      'The rate is 0 at t = 0. Divide by √max(t, 1), which gives lr0.',
    ],
    'shifted-by-one': [
      'Right at t = 0. Try t = 1, and compare with the worked example.',
      't + 1 keeps the root from 0 too, but it changes all other steps.',
      'You divide by √(t + 1). It is √max(t, 1).',
    ],
    'no-root': [
      'Right at t = 0 and 1. Try t = 4.',
      'How fast it falls is in the name.',
      'The root is missing: divide by √max(t, 1), not by t.',
    ],
    'root-of-all': [
      'What is your rate at t = 1?',
      'Doubling lr0 should double the rate.',
      'lr0 stands under the root too. Take the root of max(t, 1) alone.',
    ],
  },
  withWarmup: {
    'starts-at-zero': [
      'What is your rate in the very first step?',
      'A step at rate 0 is wasted. The ramp has warmupSteps stairs; the first is 1/warmupSteps high.',
      'The ramp is t/warmupSteps. It is (t + 1)/warmupSteps.',
    ],
    'never-arrives': [
      'What is your rate in the last step of the warm-up, t = warmupSteps − 1?',
      'The last stair of the ramp is as high as schedule(0).',
      'You divide by warmupSteps + 1. Divide by warmupSteps.',
    ],
    'decays-while-warming': [
      'All is right after the warm-up. Try a schedule that falls quickly.',
      'The schedule’s clock has not started yet during the warm-up. To which one of its rates does the ramp lead?',
      'The ramp multiplies schedule(t). It multiplies schedule(0).',
    ],
    'clock-not-shifted': [
      'The ramp is right. What is your rate at t = warmupSteps?',
      'The schedule runs from its own beginning once the warm-up is over.',
      'After the ramp you ask for schedule(t). Ask for schedule(t − warmupSteps).',
    ],
    'factor-on-schedule': [
      'What do you ask the schedule for, during the ramp and after it?',
      'The ramp is not a factor on a schedule that is already running: the schedule waits until the warm-up is over.',
      'You multiply schedule(t) by min(1, (t + 1)/warmupSteps). Use schedule(0) on the ramp, and schedule(t − warmupSteps) after it.',
    ],
    'ramp-a-step-too-long': [
      'Look at t = warmupSteps: is your rate above schedule(0)?',
      'The warm-up has warmupSteps steps, and the first is t = 0. Which one is the last?',
      'The ramp goes on at t = warmupSteps. Use it while t < warmupSteps.',
    ],
    'number-for-function': [
      'What type does withWarmup return?',
      'What comes out is a schedule again: it can be asked for any t, later.',
      'You return a number. Return a function: `(t) => …`.',
    ],
    'counts-its-calls': [
      'Ask your schedule for t = 5 first, and then for t = 0.',
      'A schedule is a function of t. How often it was asked before should not matter.',
      'You count calls. Use the t that is given.',
    ],
  },
  rangeTestRates: {
    'evenly-spaced': [
      'Divide each of your rates by the one before.',
      'Between 0.001 and 1, even steps would leave the small rates untried. What should be even is their logarithm.',
      'Your rates have equal differences. They need equal ratios.',
    ],
    'last-missing': [
      'What is your last rate?',
      'Four posts have three gaps between them.',
      'You divide by `steps`, so lrMax is never reached. Divide by steps − 1.',
    ],
    'one-too-many': [
      'How many rates do you return?',
      '`steps` counts the rates, both ends included. How many gaps are between them?',
      'There is one rate too many. `steps` rates have steps − 1 gaps.',
    ],
    'exponents-for-rates': [
      'Are some of your rates negative?',
      'Evenly spaced logarithms are half the way.',
      'You return the logarithms. Take 10 (or e) to their power.',
    ],
    'mixed-bases': [
      'What is your first rate? It should be lrMin.',
      'A logarithm is undone by the power of its own base.',
      '`Math.log` is the natural logarithm. Undo it by `Math.exp`, or use `Math.log10` and powers of 10.',
    ],
    falling: ['Compare your first rate with lrMin.', 'A range test starts small and goes up.', 'Your rates fall. Start at lrMin.'],
    'ten-times-each': [
      'Right in the worked example. Try more rates than there are powers of ten.',
      'The factor from one rate to the next depends on lrMin, lrMax and steps.',
      'You multiply by 10 each time. The factor is (lrMax/lrMin)^(1/(steps − 1)).',
    ],
  },
  suggestRate: {
    'lowest-loss': [
      'Which property has the rate that you return: what is special about the loss there?',
      'Where the loss is lowest, it is about to rise: that rate is already too large. Where does it fall fastest?',
      'You return the rate of the lowest loss. Return the start of the steepest fall.',
    ],
    'tenth-of-lowest-loss': [
      'Is what you return one of the rates?',
      'A tenth of the best is a rule of thumb. This function looks at how fast the loss falls.',
      'You return a tenth of the rate of the lowest loss. Return the start of the steepest fall.',
    ],
    'end-of-interval': [
      'You have found the right interval. Which of its two rates do you return?',
      'The smaller one is the safer one.',
      'You return the end of the interval. Return its start.',
    ],
    'fall-not-divided': [
      'Right where rates are spaced evenly. Look at how far apart yours are.',
      'A long interval has more room to fall. What counts is the fall per length, and the length is measured in log(rate).',
      'The fall isn’t divided. Divide by log(next rate / rate).',
    ],
    'fall-per-rate': [
      'Do you always choose a very small rate?',
      'Rates are spread over powers of ten: from 0.001 to 0.01 is as far as from 0.1 to 1.',
      'You divide by the difference of the rates. Divide by the difference of their logarithms.',
    ],
    'steepest-either-way': [
      'Try losses that rise sharply at the end.',
      'Steep upwards is the opposite of what you look for.',
      'You compare absolute values. Look for the most negative slope.',
    ],
    'place-for-rate': [
      'Is what you return one of the rates?',
      'You know where the interval is. What is asked is its rate.',
      'You return an index. Return the rate at it.',
    ],
    'broken-losses-left-out': [
      'All is right while losses are finite. What do you do with those that aren’t?',
      'Once a loss is NaN or infinite the weights are ruined. What comes later tells nothing, finite or not.',
      'You leave out the losses that aren’t finite and go on. Stop at the first one.',
    ],
    'goes-on-after-nan': [
      'All is right while losses are finite. What about finite ones after a NaN?',
      'Once a loss is NaN or infinite the weights are ruined. What comes later tells nothing, finite or not.',
      'You skip intervals that aren’t finite and go on behind them. Stop at the first loss that isn’t finite.',
    ],
    'infinity-counts': [
      'NaN is handled. What about an infinite loss?',
      'From Infinity to 2.4 is an infinite fall: the steepest there is, and meaningless.',
      'You only look out for NaN. Stop at whatever isn’t finite: `Number.isFinite`.',
    ],
  },
  gridSearch: {
    highest: [
      'Try three candidates. Is the best one’s score the lowest?',
      'A score here is a loss: the lower the better.',
      'You keep the highest score. Keep the lowest.',
    ],
    'last-of-equals': [
      'All is right but where scores are equal.',
      'The first of equals stays. Is an equal score better?',
      'You use ≤, so that the last of equals wins. Use <.',
    ],
    'nan-holds-the-lead': [
      'Try scores whose first one is NaN.',
      'Every comparison with NaN is false: nothing is lower than it. Once it leads, it stays.',
      'A NaN in the first place keeps the lead. Let any number replace it: `Number.isNaN`.',
    ],
    'nan-takes-the-lead': [
      'Try scores with a NaN among numbers.',
      'Every comparison with NaN is false, so "not ≥" is something else than "<".',
      'A NaN takes the lead. Ask rival < leader instead of !(rival >= leader).',
    ],
    'last-nan-kept': [
      'All is right but where every score is NaN.',
      'A NaN may be replaced, but by a number only.',
      'Where all scores are NaN the last one wins. Replace a NaN only by what is no NaN, and the first one stays.',
    ],
    'nothing-below-infinity': [
      'Which candidate do you return if every score is Infinity or NaN?',
      'A start at Infinity is only beaten by what is below. Some candidate has to be the best even so.',
      'Nothing is below your first score, Infinity, and no candidate is returned. Start from the first candidate.',
    ],
    'place-for-candidate': [
      'What is `best`: one of the candidates?',
      'Whoever asks wants to use the answer at once.',
      '`best` is an index. Return the candidate itself.',
    ],
    'stops-at-the-first-rise': [
      'Try the scores 4, 2, 3, 1.',
      'A search over a grid assumes nothing about the order of scores: behind a hill there may be a deeper valley.',
      'You stop as soon as a score rises. Try all candidates.',
    ],
  },
};
