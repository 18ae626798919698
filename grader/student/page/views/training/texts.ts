import type { Language } from '../../../../pipeline/types';

const en = {
  title: 'Training',
  lead: 'Softmax regression on handwritten digits, with your loop, your loss and your step. With few examples it overfits; a high rate makes the loss jump; patience decides when to stop.',
  learningRate: 'learning rate',
  batchSize: 'batch size',
  epochs: 'epochs',
  examples: 'training examples',
  patience: 'patience',
  companion: 'Compare with',
  companionOn: "tfjs's own training (dashed)",
  file: 'Results of npm run train (JSON)',
  loss: 'Loss after each epoch',
  accuracy: 'Accuracy after each epoch',
  epoch: 'epoch',
  train: 'training',
  validation: 'validation',
  recorded: 'recorded',
  stop: 'stop here',
  says: (examples: number, batchSize: number, steps: number): string =>
    `${examples} examples in batches of ${batchSize} make ${steps} steps per epoch, including the short last batch.`,
  losses: (train: string, validation: string): string =>
    `At the end the loss is ${train} in training and ${validation} in validation.`,
  accuracies: (train: string, validation: string): string =>
    `${train} of the training examples and ${validation} of the validation examples are right.`,
  stops: (patience: number, epoch: number, accuracy: string): string =>
    `With a patience of ${patience}, training would stop at epoch ${epoch}, at ${accuracy}.`,
  companionSays: (accuracy: string): string => `tfjs reaches ${accuracy} in validation.`,
  recordedSays: (name: string, epochs: number, accuracy: string): string =>
    `${name} has ${epochs} epochs and ends at ${accuracy} in validation.`,
  unreadable: (name: string): string =>
    `${name} is not a results file of npm run train: it has no list of epochs. Choose the JSON file that training wrote.`,
};

export type TrainingTexts = typeof en;

export const trainingTexts: Readonly<Record<Language, TrainingTexts>> = {
  en,
  zh: {
    title: '训练',
    lead: '用你的循环、你的损失和你的步，在手写数字上做 softmax 回归。样本少时会死记硬背；学习率太高时损失会跳；耐心决定何时停下。',
    learningRate: '学习率',
    batchSize: '批大小',
    epochs: '轮数',
    examples: '训练样本数',
    patience: '耐心',
    companion: '对照',
    companionOn: 'tfjs 自己的训练（虚线）',
    file: 'npm run train 的结果（JSON）',
    loss: '每轮之后的损失',
    accuracy: '每轮之后的准确率',
    epoch: '轮',
    train: '训练',
    validation: '验证',
    recorded: '记录',
    stop: '在此停止',
    says: (examples, batchSize, steps) =>
      `${examples} 个样本，每批 ${batchSize} 个，每轮 ${steps} 步，包括不满的最后一批。`,
    losses: (train, validation) => `最后训练损失为 ${train}，验证损失为 ${validation}。`,
    accuracies: (train, validation) => `训练样本有 ${train} 正确，验证样本有 ${validation} 正确。`,
    stops: (patience, epoch, accuracy) => `耐心为 ${patience} 时，训练会停在第 ${epoch} 轮，准确率 ${accuracy}。`,
    companionSays: (accuracy) => `tfjs 在验证集上达到 ${accuracy}。`,
    recordedSays: (name, epochs, accuracy) => `${name} 记录了 ${epochs} 轮，最后验证准确率为 ${accuracy}。`,
    unreadable: (name) => `${name} 不是 npm run train 的结果文件：其中没有轮次列表。请选择训练写出的 JSON 文件。`,
  },
};
