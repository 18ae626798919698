import type { HintCatalogue } from 'descent/author';

export const hints: HintCatalogue = {
  randomSearch: {
    highest: [
      'Try two samples by hand. Which one do you keep?',
      'The loss says how wrong the weights are.',
      'You keep the highest loss. Keep the lowest.',
    ],
    'last-of-equals': [
      'All is right but where losses are equal.',
      'The first of equals stays. Is an equal loss lower?',
      'You use ≤, so that the last of equals wins. Use <.',
    ],
    'nan-holds-the-lead': [
      'What do you return if the very first loss is NaN?',
      'Every comparison with NaN is false: nothing is lower than it. Once it leads, it stays.',
      'A NaN in the first place keeps the lead. Let any number replace it: `Number.isNaN`.',
    ],
    'nan-takes-the-lead': [
      'Try losses with a NaN among numbers.',
      'Every comparison with NaN is false, so "not ≥" is something else than "<".',
      'A NaN takes the lead. Ask rival < best instead of !(rival >= best).',
    ],
    'last-nan-kept': [
      'All is right but where every loss is NaN.',
      'A NaN may be replaced, but by a number only.',
      'Where all losses are NaN the last sample wins. Replace a NaN only by what is no NaN, and the first one stays.',
    ],
    'nothing-below-infinity': [
      'What is `W` if every loss is Infinity or NaN?',
      'A start at Infinity is only beaten by what is below. Some sample has to be the best even so.',
      'Nothing is below your first loss, Infinity, and no weights are returned. Start from the first sample.',
    ],
    'one-try-too-many': [
      'How often do you call `sample`?',
      'The first sample, with which a search begins, is a try too.',
      'You draw one sample too many: `tries` in all, with the first one.',
    ],
    'one-try-too-few': [
      'How often do you call `sample`?',
      'Count the rounds of your loop: where does it begin, and is its end included?',
      'You draw one sample too few: there are `tries`.',
    ],
    'last-sample-returned': [
      'The loss is right. Whose weights do you return?',
      'Weights and loss belong together: whenever one is replaced, the other is.',
      '`W` is the last sample. Remember the weights that had the lowest loss.',
    ],
    'sampled-again': [
      'The loss is right. Where do the weights come from that you return?',
      'A sample is another one at each call. What is not kept is gone.',
      'You call `sample` once more for the result. Keep the tensor that won.',
    ],
    'stops-at-the-first-rise': [
      'Try the losses 4, 2, 3, 1.',
      'Samples know nothing of one another: a bad one says nothing about the next.',
      'You stop as soon as a loss rises. Draw all `tries`.',
    ],
  },
  gradientDescent: {
    'loss-after-update': [
      'The weights are right. What is the first number of your history: the loss of which weights?',
      'A step is computed from a loss and its gradient. That is the loss to write down, before W changes.',
      'Your history holds losses from after the updates. Note the loss that came with the gradient.',
    ],
    'last-loss-added': [
      'How many numbers does your history have?',
      'One for each iteration. The loss of the final weights belongs to an iteration that never happens.',
      'Your history has one loss too many, that of the final W. Leave it out.',
    ],
    uphill: ['Does your loss fall?', 'The gradient points to where the loss grows fastest.', 'You add α·dW. Subtract it.'],
    'lambda-not-passed-on': [
      'Everything is right for one value of lambda. Which one?',
      'The loss takes four arguments, and the fourth has work to do.',
      'You give the loss 0 for lambda. Hand on the one from the options.',
    ],
    'rate-over-examples': [
      'Everything is right with one example. And with two?',
      'The loss is a mean already, and so is its gradient.',
      'You divide by N once more. The step is α·dW.',
    ],
    'one-iteration-too-many': [
      'How many numbers does your history have?',
      'Where does your loop begin, and is its end included?',
      'You take one step too many: `iterations` in all.',
    ],
    'one-iteration-too-few': [
      'How many numbers does your history have?',
      'Where does your loop begin, and is its end included?',
      'You take one step too few: `iterations` in all.',
    ],
    'gradient-of-the-start': [
      'The first step is right. And the second?',
      'The slope changes along the way. Where do you measure it?',
      'You take the gradient at `initialW` in every step. Take it at the present W.',
    ],
    'stops-when-rising': [
      'What happens when the learning rate is too large?',
      'Whoever looks at the history should see that the loss rises. Stopping is decided elsewhere.',
      'You stop as soon as the loss rises. Take all `iterations`.',
    ],
    'start-returned': [
      'The history is right. Which weights do you return?',
      'Tensors don’t change: an update makes a new one.',
      'You return `initialW`, or a copy of it. Return the W of the last update.',
    ],
    'last-update-lost': [
      'Compare your W after one iteration with `initialW`.',
      'The last gradient is there to be used, too.',
      'Your W is the one from before the last update. Return the one after it.',
    ],
    'penalty-twice': [
      'Everything is right for lambda = 0. Print dW for zero data: what remains?',
      'The loss that you are given comes with its penalty, and so does its gradient.',
      'You add 2λW to dW, which holds it already. Use dW as it is.',
    ],
  },
  miniBatches: {
    'short-batch-dropped': [
      'How many places do your batches hold together?',
      '5 places in batches of 2 are 2, 2 and 1. What happens to the last one?',
      'The short last batch is missing. Round the number of batches up: `Math.ceil(n / batchSize)`.',
    ],
    'short-batch-filled-up': [
      'Does a place occur twice?',
      'What is left at the end may be fewer than a batch. That is all right.',
      'You fill the last batch up with places that were there before. Leave it short.',
    ],
    'empty-batch-at-the-end': [
      'Try 12 places in batches of 4.',
      'Where n is a multiple of the batch size, nothing is left for one more batch. Its mean loss would be 0/0.',
      'Your last batch is empty there. The number of batches is `Math.ceil(n / batchSize)`, not ⌊n/batchSize⌋ + 1.',
    ],
    'size-for-count': [
      'How many batches do you make, and how large are they?',
      'batchSize says how many places are in a batch, not how many batches there are.',
      'You make batchSize batches. Make batches of batchSize places.',
    ],
    'evened-out': [
      'Which sizes do your batches have for 13 places in batches of 5?',
      'All batches are full but the last one, which has what is left.',
      'You have spread the places evenly, or put the short batch elsewhere. For 13 and 5 the sizes are 5, 5, 3.',
    ],
    'order-never-changes': [
      'Compare the batches of two seeds.',
      'Data often come sorted. The order has to be left to chance, and the seed decides which chance it is.',
      'Your order is the same for all seeds. Shuffle with numbers from `seededRandom(seed)`.',
    ],
    'batches-shuffled': [
      'Which places come together in a batch, for several seeds?',
      'If neighbours always stay together, a batch of sorted data has a single class.',
      'You shuffle whole batches. Shuffle the places first, then cut.',
    ],
    'other-batches-each-time': [
      'Ask for the same seed twice.',
      'An experiment can only be repeated if its chance can be.',
      'The same seed gives different batches: `Math.random`, or a generator that lives on between calls. Make one from the seed in each call.',
    ],
  },
  trainMiniBatches: {
    'loss-before-the-epoch': [
      'The weights are right. When do you compute the losses of your history?',
      'The history says how good the weights are after each epoch.',
      'You note losses from before the steps, perhaps those that the batches gave. Compute the loss of all data once more, after the last step of the epoch.',
    ],
    'penalty-missing-in-history': [
      'The weights are right. Is your history right for lambda = 0?',
      'The history holds what is being minimized, and the penalty is part of that.',
      'The history lacks the penalty. Give lambda to the loss there as well.',
    ],
    'lambda-not-passed-on': [
      'Everything is right for one value of lambda. Which one?',
      'The loss takes four arguments, and the fourth has work to do.',
      'You give the loss 0 for lambda. Hand on the one from the options.',
    ],
    'state-lost': [
      'The first epoch is right. What does the optimizer remember in the second?',
      'Momentum is a memory of earlier steps. An epoch’s end is no reason to forget.',
      'The state is undefined again, in each step or each epoch. It is undefined once, before the first step; then hand on what `step` returned.',
    ],
    'short-batch-dropped': [
      'Try a batch size above the number of examples.',
      'Here the short last batch is the only one.',
      'You leave out batches that are not full. The short one is trained on like the others.',
    ],
    'one-epoch-too-few': [
      'How many numbers does your history have?',
      'Where does your loop begin, and is its end included?',
      'You train one epoch too few.',
    ],
    'first-loss-added': [
      'How many numbers does your history have?',
      'One for each epoch, after it.',
      'Your history begins with the loss of `initialW`. Leave it out.',
    ],
    'start-returned': [
      'The history is right. Which weights do you return?',
      'Tensors don’t change: a step makes a new one.',
      'You return `initialW`, or a copy of it. Return the w of the last step.',
    ],
    'labels-left-behind': [
      'Everything is right when all labels are equal. Otherwise?',
      'A row and its label belong together. Print both for a batch.',
      'x is taken in the new order and y in the old one. Gather both by the same places.',
    ],
    'same-order-in-all-epochs': [
      'Print the places of the first batch in each epoch.',
      'In a new order, other examples come together, and their noise is another. One seed gives one order.',
      'Every epoch has the same order. Derive a seed for each epoch from the one you are given.',
    ],
    'never-shuffled': [
      'Print the places of the first batch in each epoch.',
      'Data often come sorted. Then each batch shows one class only.',
      'You go through the data as they come. Deal them out by `miniBatches`, with another seed in each epoch.',
    ],
    'seed-not-used': [
      'Train with two seeds. Do the batches differ?',
      'To see how much is chance one trains again with other seeds.',
      'The order does not depend on the seed. Make the epochs’ seeds from it.',
    ],
    'steps-for-epochs': [
      'How many steps do you take, with 11 examples in batches of 4 and 4 epochs?',
      'An epoch is over when every example has had its turn: 3 steps, then. A step takes one batch.',
      'You count steps where epochs are meant. All batches belong to an epoch.',
    ],
    'loss-of-last-batch': [
      'Right with a single batch. Which examples does your history look at?',
      'The last batch is a few examples, by chance easy or hard ones, and just trained on.',
      'Your history holds the loss of the last batch. Compute the loss of all data, x and y as given.',
    ],
    'other-order-each-time': [
      'Train twice with the same seed. Are the weights equal?',
      'An experiment can only be repeated if its chance can be.',
      'The order differs from one training to the next: `Math.random`, or a generator that lives on between calls. Derive all from the seed.',
    ],
  },
  converged: {
    'at-most': [
      'All is right but where the change is exactly the tolerance.',
      'Less than, or at most?',
      'You use ≤. It is <, so that nothing converges with a tolerance of 0.',
    ],
    'rise-counts': [
      'Try a loss that rises from 1 to 4.',
      'Whoever jumps upwards has not come to rest.',
      'You look at the fall alone, and a rise is a negative one. Take the absolute value.',
    ],
    'fall-counts': [
      'Try a loss that falls from 5 to 2.',
      'A fall is a negative change, below any tolerance.',
      'You look at last − before without its absolute value. Take `Math.abs`.',
    ],
    relative: [
      'Try losses of about 1,000, and of about 0.01.',
      'The tolerance is in units of the loss.',
      'You divide by a loss. Compare the change itself.',
    ],
    'small-loss': [
      'Does it matter how large the loss before was?',
      'A training can come to rest at any height.',
      'You compare the last loss with the tolerance. Compare its difference to the one before.',
    ],
    'first-two': [
      'Which two losses do you compare?',
      'The start of the history does not change any more.',
      'You compare the first two. Compare the last two.',
    ],
    'first-and-last': [
      'Try 1, 5, 1.1.',
      'That the loss is where it began says nothing about whether it moves.',
      'You compare the last loss with the first. Compare it with the one before.',
    ],
    'any-two': [
      'Try a loss that is flat for a while and then falls.',
      'Plateaus end.',
      'You look for any small change. Only the last one counts.',
    ],
    'all-steps': [
      'Try [5, 2, 1.75] with a tolerance of 0.5.',
      'A good training begins with large changes.',
      'You ask that all changes be small. Only the last one counts.',
    ],
    'one-is-enough': [
      'What do you say of a history of one loss, or of none?',
      'One number is no change.',
      'With fewer than two losses the answer is false.',
    ],
    'starts-from-zero': [
      'What do you say of [0.1] with a tolerance of 0.5?',
      'What stands where there is no loss before?',
      'A missing loss counts as 0. With fewer than two losses the answer is false.',
    ],
    'not-yet': [
      'Read the function’s name, and then your answer for [2, 1, 1].',
      'true means that it is over.',
      'Your answer is the wrong way round.',
    ],
  },
  stoppingEpoch: {
    'equal-is-better': [
      'All is right but where an accuracy equals the best.',
      'On a plateau nothing gets better. Should the wait start anew?',
      'You use ≥. Only a strictly higher accuracy is better.',
    ],
    'compared-with-the-one-before': [
      'Try 0.3, 0.6, 0.5, 0.55, 0.5, 0.55.',
      'To be better than yesterday is not to be the best.',
      'You compare with the epoch before. Compare with the best of all before.',
    ],
    'one-epoch-late': [
      'Patience 1: the best was in epoch 2. When do you stop?',
      'Epoch 3 is one epoch after epoch 2.',
      'You wait for more than `patience` epochs. Stop as soon as there are `patience`: ≥.',
    ],
    'one-epoch-early': [
      'Patience 3: the best was in epoch 2. When do you stop?',
      'Epoch 5 is three epochs after epoch 2.',
      'You wait one epoch too short. Is the best epoch itself counted?',
    ],
    'best-epoch': [
      'Which epoch do you return: the best one, or the one that ends the training?',
      'Whoever trains does not know yet that it was the best.',
      'You return the best epoch. Return the one that stops.',
    ],
    'best-epoch-if-never-stopped': [
      'Right where it stops. And where it never does?',
      'Then the training goes on to its end.',
      'You return the best epoch if nothing stops the training. Return the last one.',
    ],
    'counts-from-one': [
      'What do you return for a single epoch?',
      'The first epoch has the number 0, like the first place of a list.',
      'You count from 1. Epochs count from 0.',
    ],
    'wait-never-starts-anew': [
      'Try several peaks, each higher than the one before.',
      'What happens to the epochs that were waited when a better one comes?',
      'You count all epochs that were no better. With a new best one the count starts from 0.',
    ],
    'best-starts-at-zero': [
      'Try accuracies that are 0 at first.',
      'The first epoch is the best one so far, whatever its accuracy is.',
      'Your best begins at 0, which an accuracy of 0 does not exceed. Begin at −Infinity.',
    ],
    'none-if-never-stopped': [
      'Right where it stops. And where it never does?',
      '−1 means that there was no epoch at all.',
      'You return −1 if nothing stops the training. Return the last epoch.',
    ],
    'length-if-never-stopped': [
      'Right where it stops. And where it never does?',
      'Four epochs are 0, 1, 2 and 3.',
      'You return how many epochs there are. The last one is one less.',
    ],
    'zero-for-no-epoch': [
      'What do you return for an empty list?',
      'Epoch 0 is the first one. There is none.',
      'For an empty list the answer is −1.',
    ],
    'lower-is-better': [
      'Is a higher accuracy a better one, in your function?',
      'Accuracies are not losses.',
      'You wait for a lower accuracy. Wait for a higher one.',
    ],
  },
  chooseLambda: {
    lowest: [
      'Which of three strengths do you choose, and what is its accuracy?',
      'Accuracies are not losses.',
      'You choose the lowest accuracy. Choose the highest.',
    ],
    'last-of-equals': [
      'All is right but where accuracies are equal.',
      'The first of equals stays. Is an equal accuracy higher?',
      'You use ≥, so that the last of equals wins. Use >.',
    ],
    'weakest-of-equals': [
      'All is right but where accuracies are equal. In which order do you try?',
      'The first of equals is the first in the list, which need not be sorted.',
      'You sort the strengths. Try them as they come.',
    ],
    'nan-holds-the-lead': [
      'Try accuracies whose first one is NaN.',
      'Every comparison with NaN is false: nothing is higher than it. Once it leads, it stays.',
      'A NaN in the first place keeps the lead. Let any number replace it: `Number.isNaN`.',
    ],
    'nan-takes-the-lead': [
      'Try accuracies with a NaN among numbers.',
      'Every comparison with NaN is false, so "not ≤" is something else than ">".',
      'A NaN takes the lead. Ask rival > best instead of !(rival <= best).',
    ],
    'last-nan-kept': [
      'All is right but where every accuracy is NaN.',
      'A NaN may be replaced, but by a number only.',
      'Where all accuracies are NaN the last strength wins. Replace a NaN only by what is no NaN, and the first one stays.',
    ],
    'nothing-above-zero': [
      'Which strength do you return if all accuracies are 0?',
      'A start at 0 is only beaten by what is above. Some strength has to be the best even so.',
      'Nothing is above your first accuracy, 0, and no strength is returned. Start from the first one.',
    ],
    'place-for-lambda': [
      'What is `lambda`: one of the strengths?',
      'Whoever asks wants to use the answer at once.',
      '`lambda` is an index. Return the strength itself.',
    ],
    percent: [
      'The choice is right. How large can an accuracy be?',
      'The number that `evaluate` returns is the one that is asked for.',
      'You return percent. Return a share from 0 to 1.',
    ],
    'accuracy-of-the-last': [
      'The choice is right. Whose accuracy do you return?',
      'Strength and accuracy belong together: whenever one is replaced, the other is.',
      'You return the accuracy of the strength tried last. Return that of the best.',
    ],
    'stops-at-the-first-fall': [
      'Try the accuracies 0.6, 0.8, 0.7, 0.9.',
      'A search assumes nothing about the order: behind a valley there may be a higher peak.',
      'You stop as soon as an accuracy falls. Try all strengths.',
    ],
  },
};
