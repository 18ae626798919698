import type { HintCatalogue } from 'descent/author';

type Hints = HintCatalogue[string][string];

const epsilon: Hints = [
  'Look at the brightest pixel of each template, and then at a class whose weights are all about 1e-8.',
  'The brightest pixel is exactly 255, however small the weights are. What in your division keeps it below?',
  'An ε is added to the range. It dims every template, and tiny weights turn black. Ask whether the range is 0, and divide by 1 in that case only.',
];

export const hints: HintCatalogue = {
  linearScores: {
    'weights-not-transposed': [
      'Write the shapes of both factors of your matrix product side by side.',
      'x is (N, D) and W is (C, D). A product needs the inner sizes to be the same: D with D.',
      'The product is x W. It is x Wᵀ: `tf.matMul(x, W, false, true)` transposes on the fly.',
    ],
    'reshaped-not-transposed': [
      'The shapes fit. Take a W whose first row is [1, 2, 3], and print the first column of your second factor.',
      'A reshape keeps the order in which numbers lie in memory and cuts it elsewhere. A transpose turns rows into columns.',
      'W is reshaped to (D, C), which mixes the weights of different classes. Transpose it: `W.transpose()`.',
    ],
    'bias-down-the-columns': [
      'The product is right. Try it with zeros in x: every row should be b.',
      'There is one bias a class. Which axis of the (N, C) scores are the classes?',
      'The bias is a (C, 1) column, so it runs down the examples. As it comes, (C,), it lines up with the last axis.',
    ],
    'bias-missing': [
      'Everything is right where b is 0.',
      'With only weights, x = 0 scores 0 for every class. What lets a class be likely from the start?',
      'The bias is not added: the scores are x Wᵀ + b.',
    ],
    'bias-subtracted': [
      'Everything is right where b is 0. Try x = 0 next.',
      'At x = 0 the scores are what the bias says.',
      'The bias is subtracted. Add it.',
    ],
    'bias-summed': [
      'Everything is right where b is 0. With x = 0, are the scores of two classes different?',
      'Each class has a bias of its own.',
      'The sum of b is added to all scores. Add b itself, and broadcasting gives each column its own.',
    ],
    'bias-before-the-product': [
      'Try x = 0: the scores should be b. Are they?',
      'The bias is not a shift of the data. It shifts the scores.',
      'The bias is added to x, before the product. Multiply first: x Wᵀ + b.',
    ],
    'scores-transposed': [
      'Compare the shape of your result with (N, C).',
      'One example a row, one class a column: the rows of the result are the rows of x.',
      'The result is W xᵀ + b, of shape (C, N). Put x first: x Wᵀ.',
    ],
    'scores-transposed-bias-along-rows': [
      'Which of your factors comes first, x or W? Compare the shape of the product with (N, C).',
      'The rows of a product come from its first factor. Here they should be the examples.',
      'The product is W xᵀ, of shape (C, N), and b no longer lines up with the classes. Use x Wᵀ.',
    ],
    'elementwise-product': [
      'How many multiplications make a single score?',
      'A score is a sum over all D features: feature times weight, added up.',
      '`mul` multiplies element by element. You need a matrix product: `tf.matMul`.',
    ],
  },
  predictClasses: {
    'best-example-of-each-class': [
      'How many numbers do you return: one an example, or one a class?',
      'Axis 0 runs over the examples, axis 1 over the classes. The one that you name is the one that disappears.',
      'The maximum is taken down the columns, which finds the best example of each class. Use `argMax(1)`.',
    ],
    'last-of-equals': [
      'Everything is right but where two classes share the highest score.',
      'A tie needs a rule, so that the same scores always give the same class. Which one does the docstring state?',
      'The last of several equal classes wins. Let the first one win, as `argMax` does.',
    ],
    'score-instead-of-class': [
      'Are your results class numbers, or could they be 3.7?',
      'The question is where the largest score is, not how large.',
      'The result is the highest score of each row. Return its index: `argMax`, not `max`.',
    ],
    'lowest-score': [
      'Take the worked example, and look at the scores of the classes that you chose.',
      'A high score speaks for a class.',
      'The class with the lowest score is chosen. Use `argMax`.',
    ],
    'largest-magnitude': [
      'Everything is right while no score is negative. Try [1, −5].',
      'A score of −5 speaks strongly *against* a class.',
      'The absolute values are compared. Compare the scores as they are.',
    ],
    'counts-from-one': [
      'Compare your first result with the worked example.',
      'Classes are numbered 0..C−1, as the columns are.',
      'Your classes are counted from 1. The index itself is the class.',
    ],
    'column-of-classes': [
      'Compare the shape of your result with (N,).',
      'One class an example: a vector, not a column of one-element rows.',
      'The result has shape (N, 1). Leave the reduced axis out, or squeeze it.',
    ],
    'one-hot-classes': [
      'Compare the shape of your result with (N,).',
      'A class can be written as a number, or as a row of zeros with a one in it. Which one is asked?',
      'The classes are one-hot coded. Return their numbers.',
    ],
    'positions-in-the-batch': [
      'The first row is right. What is added to each further one?',
      'A class is a column within its own row, wherever that row stands in the batch.',
      'The result are positions in the flattened batch. Take the index within each row: `argMax(1)`.',
    ],
  },
  accuracy: {
    percent: [
      'By which factor does your result differ?',
      'The accuracy lies between 0 and 1.',
      'The result is in percent. Leave out the 100.',
    ],
    'counted-not-divided': [
      'Compare your result for a list with that for the same list given twice.',
      'It is a share: how many were right, of how many?',
      'You count the right predictions. Divide by N.',
    ],
    'error-rate': [
      'What do you return when every prediction is right?',
      'All right is 1, all wrong is 0.',
      'The result is the share of wrong predictions. Count the equal ones.',
    ],
    'divided-by-classes': [
      'Which number in the data is it that you divide by? Try five examples of two classes.',
      'Each example is one try. How many tries were there?',
      'The count is divided by the number of classes. Divide by N, the length of y.',
    ],
    'integer-division': [
      'Your result is 0 or 1 and never between. Which data types do the two numbers have that you divide?',
      'In tfjs an int32 divided by an int32 is rounded down.',
      'The division is one of whole numbers. Bring the comparison to float first: `toFloat().mean()`.',
    ],
    'mean-over-classes': [
      'Everything is right while all classes are equally frequent. Try y = [0, 0, 0, 1].',
      'Every example counts the same here, so a frequent class counts more.',
      'You average the share found in each class. That is a measure of its own; the accuracy averages over examples.',
    ],
    'class-zero-never-counts': [
      'Look at the examples with y = 0 that were predicted well.',
      'Multiplying by a class number is harmless, unless the number is 0.',
      'Right predictions of class 0 are lost, since the comparison is multiplied with the class. Count every place where the two are equal.',
    ],
    'counts-of-each-class': [
      'Try predicted = [0, 1] with y = [1, 0]: every prediction is wrong.',
      'It matters which example gets a class, not only how often a class is given.',
      'You compare how often each class occurs. Compare place by place: `predicted.equal(y)`.',
    ],
    'returns-a-tensor': [
      'The value is right. What is its type?',
      'The signature says `number`: something to print and to compare with <.',
      'You return a tensor. Read its value: `arraySync()` gives the plain number, within `tf.tidy`.',
    ],
  },
  classTemplates: {
    'stretched-together': [
      'Try a class with weights a hundred times smaller than those of the others. What does its template look like?',
      'Each template is to use the whole range from black to white, whatever its neighbours do.',
      'Minimum and maximum are taken over all classes. Take them for each row: `W.min(1, true)`.',
    ],
    'constant-class-divides-by-zero': [
      'Look at a class whose weights are all equal.',
      'Its range is 0, and 0/0 is NaN. What should an image without contrast be?',
      'A constant class is divided by a range of 0. Divide by 1 there, which gives 0, or use `tf.divNoNan`.',
    ],
    'stretched-pixel-by-pixel': [
      'Within one of your templates, do black and white both occur?',
      'Which pixels are to be compared: those of one class, or the same pixel in all classes?',
      'The stretching runs over the classes (axis 0). It belongs along each row of W: axis 1.',
    ],
    'stretched-channel-by-channel': [
      'With one channel everything is right. What about the colours?',
      'Stretching red, green and blue by different amounts changes the hue.',
      'Each channel is stretched on its own. Use one minimum and one range for the whole class.',
    ],
    'epsilon-1e-6-in-the-range': epsilon,
    'epsilon-1e-7-in-the-range': epsilon,
    'epsilon-1e-8-in-the-range': epsilon,
    'epsilon-1e-10-in-the-range': epsilon,
    'epsilon-1e-12-in-the-range': epsilon,
    'up-to-one': ['By which factor do your pixels differ?', 'White is 255 here.', 'The templates reach from 0 to 1. Multiply by 255.'],
    'up-to-256': [
      'How bright is your brightest pixel?',
      'A byte has 256 values, and the largest of them is …?',
      'The templates reach 256. The largest value is 255.',
    ],
    rounded: [
      'Are all of your pixels whole numbers?',
      'Rounding is for the moment when an image is saved. What is asked here?',
      'The pixels are rounded. Leave them as they are.',
    ],
    'minimum-not-subtracted': [
      'What is the darkest pixel of your template of [5, 6, 7]?',
      'Stretching takes two steps: move the smallest weight to 0, then scale the largest one to 255.',
      'The minimum is taken off the range only. Take it off the weights too.',
    ],
    'divided-by-maximum': [
      'The darkest pixel is right. And the brightest?',
      'After the minimum is subtracted, the largest number left is not the maximum any more.',
      'You divide by the maximum. Divide by the range, maximum minus minimum.',
    ],
    'around-middle-grey': [
      'What is the darkest pixel of your template of [5, 6, 7]?',
      'Here a weight of 0 has no grey of its own: the smallest weight is black, the largest one white.',
      'You put 0 at middle grey and divide by the largest magnitude. Stretch from minimum to maximum.',
    ],
    'channels-first': [
      'With one channel everything is right. Follow the first four weights of a colour template.',
      'In a row of W the channels of one pixel stand side by side.',
      'You read the row as one whole image a channel. Reshape straight to (C, height, width, channels), without a transpose.',
    ],
    'columns-first': [
      'With a single row of pixels everything is right. Follow the first weights of a taller template.',
      'Pixels come row by row: the second weight of a grey template is the right neighbour of the first.',
      'You read the pixels column by column. Reshape straight to (C, height, width, channels), without a transpose.',
    ],
    'width-before-height': [
      'Compare the shape of your result with imageShape.',
      'imageShape is [height, width, channels].',
      'Height and width are swapped. Append imageShape as it is.',
    ],
    'not-shaped': [
      'Compare the shape of your result with (C, height, width, channels).',
      'The numbers are right. They should be images now.',
      'The rows are stretched but not reshaped: `reshape([-1, ...imageShape])`.',
    ],
  },
  liftXor: {
    'sum-for-product': [
      'The first two columns are right. Look at the third one in the worked example.',
      'A sum of two features is nothing new to a linear classifier: it adds them anyway.',
      'The third feature is x₁ + x₂. Multiply: x₁·x₂.',
    ],
    'square-for-product': [
      'The first two columns are right. On which of the inputs does your third one depend?',
      'XOR is about both inputs at once.',
      'The third feature is x₁². It is x₁·x₂.',
    ],
    'distance-for-product': [
      'The first two columns are right. Look at the third one in the worked example.',
      '|x₁ − x₂| would separate the corners as well. The formula asks for something smoother.',
      'The third feature is |x₁ − x₂|. It is x₁·x₂.',
    ],
    'minimum-for-product': [
      'On the corners 0 and 1 all is right. Try [2, 3].',
      'Minimum and product are the same on zeros and ones, and nowhere else.',
      'The third feature is the smaller input. It is the product x₁·x₂.',
    ],
    'logical-and': [
      'On the corners 0 and 1 all is right. Try [2, 3].',
      'The inputs are numbers, not truth values.',
      'The third feature is a logical AND. For numbers it is the product x₁·x₂.',
    ],
    'answer-as-feature': [
      'Look at your third column for the corners: have you seen it before?',
      'The lift knows nothing of XOR. It hands the classifier a product, and the classifier does the rest.',
      'The third feature is the XOR itself. It is the product x₁·x₂.',
    ],
    'column-of-ones': [
      'The first two columns are right. Does your third one depend on x?',
      'A column of ones stands for the bias, and a bias moves the line but leaves it straight.',
      'The third feature is 1. It is the product x₁·x₂.',
    ],
    'product-first': [
      'All three columns are there. Compare their order with the formula.',
      'Weights belong to columns, so their order matters.',
      'The product comes first. It belongs last: x₁, x₂, x₁x₂.',
    ],
    'product-alone': [
      'How many columns do you return?',
      'The lift adds a feature and takes none away.',
      'Only the product is returned. Put it beside the columns of x: `tf.concat2d([x, product], 1)`.',
    ],
    transposed: [
      'Compare the shape of your result with (N, 3).',
      'One example a row, as in x.',
      'The result is transposed, (3, N). Stack the columns along axis 1.',
    ],
    'reshaped-columns': [
      'The shape is right. Are the numbers in your first row all from the first example?',
      'A reshape keeps the order in memory, and yours holds one feature after the other.',
      'The columns are stacked as rows and then reshaped. Stack them along axis 1, or transpose.',
    ],
    'squares-too': [
      'How many columns do you return?',
      'All products of degree two would be a lift as well. This one takes the mixed one only.',
      'The squares are appended too. Return three columns: x₁, x₂, x₁x₂.',
    ],
  },
};
