import type { HintCatalogue } from 'descent/author';

export const hints: HintCatalogue = {
  trainClassifier: {
    'one-class-for-all': [
      'Print what your classifier says of ten images. How many different digits are among them?',
      'If all images get the same label, either the scores of one class are above all others everywhere, or the labels are not read off the scores of each image.',
      'Every image is taken for the same digit. Take the arg max over the classes of each image, argMax(1) for scores (M, 10), and look whether the training loss falls at all: NaN scores give one class too.',
    ],
    'labels-from-one': [
      'Print a few of your labels beside the true ones of validation images.',
      'The labels run from 0 to 9, and the place of the largest score is the label itself.',
      'All your labels are one too high: you count classes from 1. Return the arg max as it is.',
    ],
    'standardized-by-the-batch': [
      'Ask your classifier about the first image alone, and then about all of them. Does its answer for that one change?',
      'What an image shows does not depend on which others it is asked about with. Whatever you subtract or divide by belongs to the model, as its weights do.',
      'You standardize by the mean of the images that come in: of a single image nothing is left. Compute mean and deviation from the training images, once, and use them for every image that comes.',
    ],
  },
};
