import type { HintCatalogue } from 'descent/author';

export const hints: HintCatalogue = {
  l1Distances: {
    'straight-line': [
      'Try [0, 0] and [3, 4]. How far is it for a taxi?',
      'City block: along the streets, so the differences are added as they are.',
      'You compute the L2 distance. Add absolute differences, without squares and root.',
    ],
    'signs-kept': [
      'Are some of your distances negative?',
      'A difference of −2 is as far as one of 2.',
      'The absolute values are missing: `abs()` before the sum.',
    ],
    'absolute-of-the-sum': [
      'Try [0, 0] and [1, −1]: your distance is 0.',
      'Differences of opposite signs must not cancel.',
      'You take the absolute value of the sum. Take it of each difference, then add.',
    ],
    'mean-over-features': [
      'By which factor are you off? Try one feature, then two.',
      'A distance is a sum over features.',
      'You average over the features. Use `sum`, not `mean`.',
    ],
    'largest-difference': [
      'Try [0, 0] and [3, 4]: which of the two differences do you count?',
      'All features count.',
      'You take the largest difference. Add them all.',
    ],
    transposed: [
      'Compare the shape of your result with (M, N).',
      'Row i belongs to the i-th row of a.',
      'The result is transposed: a comes first.',
    ],
    'row-with-row': [
      'How many distances do you return, and how many pairs of rows are there?',
      'Every row of a meets every row of b. Two axes for the rows, and one for the features.',
      'You subtract row by row. `a.expandDims(1)` is (M, 1, D), which broadcasts against (N, D).',
    ],
  },
  l2Distances: {
    'root-missing': [
      'Try [0, 0] and [3, 4].',
      'The square of a distance has the same order, but it is no distance.',
      'The root is missing.',
    ],
    'city-block': [
      'Try [0, 0] and [3, 4]: how far is it as the crow flies?',
      'Squares, their sum, and a root.',
      'You compute the L1 distance. Square the differences, add, and take the root.',
    ],
    'mean-over-features': [
      'By which factor are you off? Try one feature, then two.',
      'A squared distance is a sum over features.',
      'You average over the features. Use `sum`, not `mean`.',
    ],
    'product-not-doubled': [
      'Try a row with itself: is its distance 0?',
      '(p − q)² has three terms. What stands before the mixed one?',
      'The 2 is missing: ‖a‖² + ‖b‖² − 2ab.',
    ],
    'product-added': [
      'Try a row with itself: is its distance 0?',
      '(p − q)² is not (p + q)².',
      'The product is added. Subtract it: ‖a‖² + ‖b‖² − 2ab.',
    ],
    'norms-crosswise': [
      'Write down the shapes of all three terms of your sum.',
      '‖a_i‖² belongs to row i, ‖b_j‖² to column j of the (M, N) result.',
      'The norms lie along the wrong axes: ‖a‖² is an (M, 1) column, ‖b‖² a row of N.',
    ],
    transposed: [
      'Compare the shape of your result with (M, N).',
      'Row i belongs to the i-th row of a.',
      'The result is transposed: a comes first.',
    ],
    'below-zero': [
      'Everything is right until two rows are nearly equal. What is under your root then?',
      '‖a‖² + ‖b‖² − 2ab subtracts nearly equal numbers. Rounding may leave −1e-15, and its root is NaN.',
      'Clamp the squares at 0 before the root: `relu()` or `maximum(0)`.',
    ],
    'row-by-row': [
      'The values are right. How many operations run for twice as many rows?',
      'Each tfjs operation costs time of its own. Broadcasting or one matrix product does all pairs at once.',
      'There is a loop over rows. Do without: expand the square, or use `a.expandDims(1)`.',
    ],
  },
  predictLabels: {
    'sum-of-labels': [
      'Are all of your predictions classes that occur?',
      'A label is a name that happens to be a number. Two votes for class 3 are not a vote for class 6.',
      'You add labels. Count how often each one occurs.',
    ],
    'mean-of-labels': [
      'Let neighbours of the classes 0, 0 and 3 vote.',
      'A label is a name. Between cat and ship there is no middle.',
      'You average labels. Count how often each one occurs.',
    ],
    'tie-to-nearest': [
      'Right but where votes tie.',
      'With as many votes each, which class does the docstring prefer?',
      'Ties go to the nearest. They go to the smallest class.',
    ],
    'tie-to-largest': [
      'Right but where votes tie.',
      'With as many votes each, which class does the docstring prefer?',
      'Ties go to the largest class. They go to the smallest.',
    ],
    'one-vote-too-many': [
      'Try k = 1. How many vote?',
      'A list that is cut at k has the places 0 to k − 1.',
      'k + 1 neighbours vote. Take k.',
    ],
    'nearest-left-out': [
      'Try k = 1. Who votes?',
      'To leave out the nearest makes sense where an example is its own neighbour. These examples are new.',
      'You skip the nearest neighbour. Begin with it.',
    ],
    'farthest-vote': [
      'Try k = 1. Whose class do you predict?',
      '`topk` finds the largest. Which ones do you want?',
      'The farthest ones vote. Give `topk` the negative distances.',
    ],
    'nearest-decides': [
      'Right for k = 1. What changes with a larger k?',
      'All k neighbours have one vote each.',
      'Only the nearest is asked. Count the votes of all k.',
    ],
    'row-of-neighbour': [
      'Are your predictions classes, or places?',
      'The place of a neighbour leads to its label.',
      'You return the number of the nearest row. Look up labels: `labels.gather(indices)`.',
    ],
    'count-for-class': [
      'Are some of your predictions larger than every label?',
      'How many votes the winner has is one thing, who it is another.',
      'You return the number of votes. Return the class: `argMax`, not `max`.',
    ],
    'no-single-class': [
      'Everything is right until all labels are 0.',
      'How many classes does your code believe in then? `tf.oneHot` refuses fewer than two.',
      'A single class throws. Give `tf.oneHot` a depth of at least 2, or compare with `tf.range`.',
    ],
  },
  splitDataset: {
    'labels-left-behind': [
      'Find a row of your training set in x. Has it the same label there?',
      'What happens to the rows has to happen to their labels.',
      'x is shuffled and y is not, or in another order. Take both in the same order.',
    ],
    'parts-overlap': [
      'Count how often each row occurs in all three parts together.',
      'An example that trains must not judge, and none may vote twice.',
      'Some rows are in two parts, and others in none. Cut one order into three pieces.',
    ],
    'rows-lost': [
      'Add up the sizes of your three parts.',
      'Rounding three numbers down may lose a row or two.',
      'Rows are lost. Only validation and test are rounded down; all the rest trains.',
    ],
    'rounded-to-nearest': [
      'Right where the fractions give whole numbers. Try 22 rows and 0.18.',
      '22 · 0.18 = 3.96. What does the docstring say about rounding?',
      'You round to the nearest. Round down: `Math.floor`.',
    ],
    'validation-and-test-swapped': [
      'Right where both are equally large. Try different fractions.',
      'Each part has a fraction of its own name.',
      'Validation and test are swapped.',
    ],
    'share-of-the-rest': [
      'How large is the part that you cut off second?',
      'Both fractions are shares of all rows, not of what is left.',
      'The second part is a share of the rest. Compute both from N.',
    ],
    'order-never-changes': [
      'Split the same data with two seeds.',
      'Data often come sorted by class: unshuffled, the test set may hold a single one.',
      'The order does not depend on the seed, or there is no shuffling. Draw the order from `seededRandom(seed)`.',
    ],
    'seed-not-used': [
      'Call it twice with the same seed.',
      'Who wants to repeat an experiment needs the same split.',
      'The order depends on something else than the seed, such as `Math.random`. Use `seededRandom(seed)`.',
    ],
    'empty-part-without-columns': [
      'Try a fraction of 0.',
      'A part without rows has D columns all the same, so that it fits wherever the others fit.',
      'The empty part has the wrong shape, or throws. Its x is (0, D) and its y is (0).',
    ],
  },
  chooseHyperparameters: {
    'chosen-on-training-set': [
      'Is your accuracy 1 with k = 1, whatever the data?',
      'On the training set the nearest neighbour of an example is itself. That says nothing about new ones.',
      'You measure on the training set. Predict the validation set.',
    ],
    'last-of-equals': ['Right but where several do equally well.', 'Is an equal accuracy better?', 'The last of equals wins, by ≥. Use >.'],
    'metrics-outside': [
      'Right but where several do equally well. In which order do you try?',
      'The first one tried wins, so the order of the loops counts.',
      'Your outer loop is over metrics. It is over ks.',
    ],
    'lowest-accuracy': [
      'Compare your accuracy with that of the other choices.',
      'An accuracy is no loss: the higher the better.',
      'You keep the lowest accuracy. Keep the highest.',
    ],
    percent: ['By which factor is your accuracy off?', 'It lies between 0 and 1.', 'You return percent. Leave out the 100.'],
    'first-metric-only': [
      'Swap the two metrics. Does your choice always have the first one?',
      'All combinations are tried: each k with each metric.',
      'Only the first metric is tried. Loop over all of them.',
    ],
    'validation-set-votes': [
      'Which examples vote, and which are classified?',
      'The training set is what the classifier knows. The validation set plays the part of what is to come.',
      'The sets are swapped: the distances go from validation.x to train.x, and train.y votes.',
    ],
    'accuracy-missing': [
      'Which fields does your result have?',
      'How well it did belongs to the answer.',
      'The accuracy is missing. Return {k, metric, accuracy}.',
    ],
  },
};
