import type { HintCatalogue } from 'descent/author';

type Hints = HintCatalogue[string][string];

// Mistakes that several exercises share.

const overflow: Hints = [
  '得分小的时候结果是对的。试试某一行得分全是 1,000，另一行全是 −1,000。',
  'exp(710) 已经是 Infinity，exp(−746) 是 0。给一整行得分减去同一个常数，概率不会改变。',
  '指数溢出了：取 exp 之前先减去每一行的最大得分，这样最大的指数就是 exp(0) = 1。',
];

const batchMax: Hints = [
  '试试两行：一行得分在 1,000 附近，另一行在 −1,000 附近。',
  '如果一行远远低于你减去的数，取 exp 后就只剩下 0，而 0/0 是 NaN。你的最大值看的是哪些行？',
  '最大值取自整个批次。每一行都要用自己的最大值：`scores.max(1, true)`。',
];

const clipped: Hints = [
  '看看真实类别几乎没有概率的一行，例如得分 [10000, −10000]，真实类别为 1。',
  '这一行的损失应该是 20,000。到你取对数的时候，能说明这一点的数还在吗？',
  '取对数的概率被截断到某个下限，或者加了 ε，损失因此变了。请在减去最大值后的得分上使用 −log p = log Σ exp(s_j) − s_y：它根本不需要概率。',
];

const logOfZero: Hints = [
  '看看某个类别几乎没有概率的一行，例如得分 [10000, −10000]。',
  '概率可能舍入成恰好 0，而 log 0 是 −Infinity。能不能不算出 p 就写出 −log p？',
  '你对一个舍入成 0 的概率取了对数。请在减去最大值后的得分上使用 −log p = log Σ exp(s_j) − s_y。',
];

const lossNotDivided: Hints = [
  'dScores 是对的。把一行的损失和同一行重复两次的损失比一比。',
  '一个批次的损失是平均值：批次加倍，损失不应加倍。',
  '损失是各行之和，没有除以 N。梯度已经除过了。',
];

const gradientNotDivided: Hints = [
  '损失是对的。梯度是不是处处都差同一个倍数？',
  '(1/N) Σ f_i 的导数是 (1/N) Σ f_i′：前面的系数保留不变。',
  '损失除以了 N，梯度却没有。梯度也要除以 N。',
];

const sumForMean: Hints = [
  '只有一行时一切都对。有两行时变了什么？',
  '这里一个批次的损失是平均值，所以它的梯度里也有 1/N。',
  '损失和梯度都是对批次求和：两者都除以 N。',
];

const withoutOne: Hints = [
  '损失是对的。梯度的每一行里，你在哪一列上不同？',
  '损失是 log Σ exp(s_j) − s_y。第一项给出 p。第二项给出什么？作用在哪个类别上？',
  '梯度处处都是 p，真实类别处没有减 1：应为 (p − oneHot(y)) / N。',
];

const gradientSign: Hints = [
  '损失是对的。沿你的梯度的反方向走一小步：损失下降吗？',
  '提高真实类别的得分会降低损失，所以它那一项不可能为正。',
  '梯度的符号反了。把它反过来，负号留给优化器。',
];

const transposedGradient: Hints = [
  '把梯度的形状和求导对象的形状比一比。',
  '每个元素都有一个导数，放在那个元素的位置上。',
  '梯度被转置了：它必须和参数形状相同，逐行对应。',
];

const dividedByClasses: Hints = [
  '梯度是对的。损失小了多少倍？这是形状里的哪个数？',
  '对 (N, C) 的张量调用 `mean()`，会除以全部 N·C 个元素。',
  '损失除以了 N·C。先对类别求和，再对 N 行取平均。',
];

// Broadcasting.

const keepDims: Hints = [
  '把减法和除法中两个操作数的形状打印出来。',
  '广播从右边对齐形状：(N,) 遇到 (N, C) 时，被当作长度为 C 的一行，而不是长度为 N 的一列。',
  '每行的最大值或总和的形状是 (N,)，和 (N, C) 对不上。请保留这个轴，即 (N, 1)：`max(1, true)`、`sum(1, true)`。',
];

const columns: Hints = [
  '把结果的一行加起来，再把一列加起来。哪一个得 1？',
  '一行是一个样本，它的概率在自己的各个类别之间分配。样本之间互不相干。',
  'softmax 沿列（轴 0）进行了。应该沿每一行进行：轴 1。',
];

const wholeBatch: Hints = [
  '只有一行时一切都对。有多行时，把结果的每一行加起来。',
  '每个样本分配的是它自己的总概率 1。',
  '指数除以了整个批次的总和。每一行应除以该行的和：`sum(1, true)`。',
];

// L2 and its halves.

const missingBoth: Hints = [
  'lambda = 0 时一切都对。增大它会怎样？',
  '正则化是损失的第二项。损失的每一项在梯度里也有一份。',
  '两处都漏了正则化：把惩罚项加到损失上，把它的导数加到梯度上。',
];

const missingInGradient: Hints = [
  '损失是对的，lambda = 0 时的梯度也是对的。',
  '损失的每一项都会在梯度里留下它的导数。数一数两边各有几项。',
  '梯度里缺少正则化：加上惩罚项的导数。',
];

const missingInLoss: Hints = [
  '梯度是对的，lambda = 0 时的损失也是对的。',
  '梯度里有一部分，在你的损失里找不到来源。',
  '损失里缺少正则化：加上惩罚项。',
];

const dividedByN: Hints = [
  'lambda = 0 时一切都对，只有一个样本时也对。样本和惩罚项有什么关系？',
  '惩罚项说的是权重，不是数据：它不知道 N。',
  '正则化被除以了 N。要除也只除数据损失，之后再加惩罚项。',
];

export const hints: HintCatalogue = {
  softmax: {
    'no-max-subtraction': overflow,
    'batch-max': batchMax,
    'subtracts-mean': [
      '得分适中时结果是对的。试试 [10000, 0, −10000] 这样的一行。',
      '减去之后不应再剩下很大的正数。减平均值做得到吗？',
      '减去的是行的平均值，远高于平均值的得分仍然溢出。请减去该行的最大得分。',
    ],
    'subtracts-largest-magnitude': [
      '得分为正时结果是对的。试试得分全在 −10,000 附近的一行。',
      '平移之后最大的得分应该在 0。如果所有得分都是负的，它会在哪里？',
      '减去的是绝对值的最大值，负的行被压得更低，所有指数都成了 0。取最大值时不要用 abs。',
    ],
    'sums-columns': [
      '把结果的一行加起来，再把一列加起来。',
      '分子和分母说的必须是同一个样本。你的求和经过了哪些元素？',
      '求和沿列（轴 0）进行了。请沿每一行求和：`sum(1, true)`。',
    ],
    'softmax-of-columns': columns,
    'sums-whole-batch': wholeBatch,
    'softmax-of-whole-batch': wholeBatch,
    'max-without-keep-dims': keepDims,
    'sum-without-keep-dims': keepDims,
    'both-without-keep-dims': keepDims,
    'no-exponential': [
      '给它一行有负数的得分：概率是什么样子？',
      '得分可以是负数或 0，概率不能是负数。得先有什么东西把这些数变成正的。',
      '得分直接除以了它们的和。要先对它们取 exp。',
    ],
    logarithms: ['看看这些数的符号。', '概率在 0 和 1 之间。它的哪个函数永远不为正？', '这些是概率的对数。对它们取 exp。'],
    'not-normalized': [
      '把结果的每一行加起来。',
      '概率是整体中的份额。这里的整体是什么？',
      '指数没有除以它们的和：每一行除以 `sum(1, true)`。',
    ],
  },

  crossEntropy: {
    'no-max-subtraction': overflow,
    'no-max-in-log-sum': [
      '无论得分多大，你的梯度都是对的。损失呢？',
      'log Σ exp(s_j) 的结果大约和最大得分一样大，但它在中间一步就溢出了。',
      '对和取对数之前没有平移。求和与 s_y 都减去该行的最大得分：它会相互抵消。',
    ],
    'batch-max': batchMax,
    'batch-max-in-probabilities': batchMax,
    'softmax-of-columns': columns,
    'log-of-zero': logOfZero,
    'zero-times-log-of-zero': [
      '看看某个类别几乎没有概率的一行，即使它不是真实类别。',
      'one-hot 本来是要把其他类别关掉，但 0 · (−Infinity) 是 NaN。',
      '你对所有概率取了对数，其中有些舍入成了 0。请在减去最大值后的得分上使用 log Σ exp(s_j) − s_y，它始终有限。',
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
      '梯度是对的。你的损失有可能为正吗？',
      '概率至多是 1，所以它的对数至多是 0。情况好的时候损失应该小。',
      '漏了负号：损失是 −log p 的平均值。',
    ],
    'gradient-sign': gradientSign,
    'gradient-without-one': withoutOne,
    'gradient-of-true-class-only': [
      '损失是对的。把梯度的每一行加起来。',
      '分母里的和包含每一个类别，所以每个得分都会影响真实类别的概率。',
      '只有真实类别有梯度。其他类别应为 p_j / N。',
    ],
    'probabilities-for-gradient': [
      '损失是对的。把梯度的每一行加起来：应该得 0。',
      '损失是 log Σ exp(s_j) − s_y 的平均值。取平均和第二项对导数有什么影响？',
      '梯度只是 p。它缺少真实类别处的 −1，也没有除以 N。',
    ],
    'transposed-gradient': transposedGradient,
  },

  hingeLoss: {
    'true-class-counted': [
      '梯度是对的。损失总是差多少？',
      '真实类别对自己的间隔是 s_y − s_y + Δ。它算自己的对手吗？',
      '求和时算上了 j = y，每一行的损失因此多了 Δ。把真实类别排除在外。',
    ],
    'true-class-pulled-once': [
      '损失是对的，对手的梯度也是对的。看看真实类别那一列。',
      '真实类别的得分以负号出现在该行的每个间隔里。这些间隔中有几个大于 0？',
      '真实类别总是得到 −1。每有一个未满足的间隔，它就得到一个 −1：即未满足间隔个数的相反数，可能是 0。',
    ],
    'true-class-not-pulled': [
      '把梯度的每一行加起来。应该得 0。',
      '每个间隔里有两个得分。你只对其中一个求了导。',
      '真实类别没有梯度。它应为该行未满足间隔个数的相反数，再除以 N。',
    ],
    'tie-counts-as-unmet': [
      '除了恰好为 0 的间隔，一切都对。',
      '在 max(0, m) 的折点处，0 到 1 之间的任何斜率都可以。讲义选定了一个。',
      '恰好为 0 的间隔被当作未满足。比较时用 > 0，而不是 ≥ 0。',
    ],
    'loss-not-divided': lossNotDivided,
    'gradient-not-divided': gradientNotDivided,
    'sum-for-mean': sumForMean,
    'loss-divided-by-classes': dividedByClasses,
    'no-delta': [
      '把所有得分设为 0。损失应该是多少？你得到多少？',
      '险胜还不够：真实类别必须领先多少？',
      '漏了 Δ。它在最大值里面：max(0, s_j − s_y + Δ)。',
    ],
    'delta-always-one': ['delta = 1 时一切都对。换一个试试。', '间隔是参数，不是常数。', 'Δ 固定成了 1：请使用参数 `delta`。'],
    'delta-subtracted': [
      '把所有得分设为 0。要求间隔的损失这时应该不满意。',
      '真实类别应该领先 Δ。写出对手什么时候开始造成损失：s_j > s_y − Δ。',
      'Δ 应该加，却被减去了：max(0, s_j − s_y + Δ)。',
    ],
    'scores-swapped': [
      '让真实类别的得分远高于其他类别。损失应该是 0。',
      '对手得分高、真实类别得分低的时候，对手才造成损失。',
      '得分相减的方向反了：是 s_j − s_y，不是 s_y − s_j。',
    ],
    'no-maximum-with-zero': [
      '让真实类别的得分远高于其他类别。损失应该是 0，而不是负数。',
      '已经满足的间隔不会带来更多好处，也没有斜率。',
      '损失和梯度里都漏了与 0 取最大值：间隔小于 0 的对手不起作用。',
    ],
    'no-maximum-in-loss': [
      '梯度是对的。让真实类别的得分远高于其他类别：损失是多少？',
      '已经满足的间隔不会带来更多好处。',
      '损失里漏了与 0 取最大值：求和的是 max(0, m)，不是 m。',
    ],
    'every-rival-pushed': [
      '损失是对的。让真实类别的得分远高于其他类别：梯度应该是 0。',
      'max(0, m) 的斜率取决于 m 的符号。',
      '每个对手都被往下推，不管间隔是否满足。只有间隔大于 0 的对手才有梯度。',
    ],
    'pushed-by-margin': [
      '损失是对的。N = 1 时，梯度可以取哪些值？',
      '无论 m 多大，max(0, m) 的斜率不是 0 就是 1。',
      '应该放斜率的地方放了间隔本身。间隔大于 0 的地方用 1。',
    ],
    squared: [
      '把损失和写好的算例比一比：4 加 0.5 应该是 4.5。',
      '对手领先越来越多时，损失应该增长得多快？',
      '间隔被平方了。这里的合页损失是线性的：对 max(0, m) 求和。',
    ],
    'largest-margin-only': [
      '两个类别时一切都对。三个类别时变了什么？',
      '可能同时有几个对手靠得太近。每一个都算进去了吗？',
      '只算了最强的对手。要对真实类别以外的所有类别求和。',
    ],
    'gradient-sign': gradientSign,
    'transposed-gradient': transposedGradient,
  },

  softmaxLoss: {
    'half-regularization': [
      'lambda = 0 时一切都对。看看惩罚项给损失加了多少。',
      '有两种约定：(λ/2)ΣW²，梯度 λW；以及 λΣW²，梯度 2λW。这道练习说的是哪一种？',
      '惩罚项里多了一个不该有的 ½。这里是 λΣW²，梯度为 2λW。',
    ],
    'half-regularization-in-loss': [
      '梯度是对的。看看损失里的惩罚项。',
      '把你的梯度 2λW 积分：它属于哪个惩罚项？',
      '损失里是 (λ/2)ΣW²，梯度却是 λΣW² 的。去掉损失里的 ½。',
    ],
    'half-regularization-in-gradient': [
      '损失是对的，lambda = 0 时的梯度也是对的。',
      '对 λ·w² 关于 w 求导，慢慢来。',
      'λΣW² 的梯度是 2λW；你的是 λW，那属于 (λ/2)ΣW²。',
    ],
    'missing-regularization-gradient': missingInGradient,
    'missing-regularization-loss': missingInLoss,
    'missing-regularization': missingBoth,
    'regularization-divided-by-n': dividedByN,
    'regularization-divided-by-n-in-loss': [
      '梯度是对的，只有一个样本时损失也是对的。',
      '损失的两项中，哪一项是对样本取平均？',
      '损失里的惩罚项被除以了 N。先对数据损失取平均，再加 λΣW²。',
    ],
    'regularization-divided-by-n-in-gradient': [
      '损失是对的，只有一个样本时梯度也是对的。',
      '梯度的两项中，哪一项是对样本取平均？',
      '梯度里的 2λW 被除以了 N。先除数据梯度，再加它。',
    ],
    'mean-of-squared-weights': [
      '梯度是对的。如果把每个权重写两遍，你的惩罚项怎么变？',
      '惩罚项是对权重求和。`mean()` 会除以权重的个数。',
      '损失里用的是 W² 的平均值，应该是总和。',
    ],
    'absolute-weights': [
      'lambda = 0 时一切都对。W 加倍，你的惩罚项变成几倍？',
      'L2 和 L1 的区别在于如何对待大的权重。这里要的是哪一个？',
      '惩罚项是 L1，即 λΣ|W|。这里要 L2：λΣW²，梯度为 2λW。',
    ],
    'loss-not-divided': [
      'dW 是对的。在 lambda = 0 时，把一个样本的损失和同一样本重复两次的损失比一比。',
      '数据损失是平均值：批次加倍，损失不应加倍。',
      '数据损失是各样本之和，没有除以 N。梯度已经除过了。',
    ],
    'gradient-not-divided': [
      '损失是对的。lambda = 0 时，dW 是不是处处都差同一个倍数？',
      '(1/N) Σ f_i 的导数是 (1/N) Σ f_i′：前面的系数保留不变。',
      '数据损失除以了 N，它的梯度却没有。把 dScores 除以 N。',
    ],
    'sum-for-mean': [
      '只有一个样本时一切都对。有两个时变了什么？',
      '数据损失是对批次的平均值，所以它的梯度里也有 1/N。惩罚项两处都没有。',
      '数据损失和它的梯度都是对批次求和：两者都除以 N。',
    ],
    'gradient-without-one': [
      '损失是对的，dW 中正则化的那一份也是对的。看看 dScores。',
      '损失是 log Σ exp(s_j) − s_y。第一项给出 p。第二项给出什么？',
      'dScores 是 p，真实类别处没有减 1：应为 (p − oneHot(y)) / N。',
    ],
    'no-max-subtraction': overflow,
    'batch-max': batchMax,
    'clipped-probability': clipped,
    'transposed-scores': [
      '打印得分的形状。它应该有几行？',
      'W xᵀ 和 x Wᵀ 里是同样的数。哪一个的一行是一个样本？',
      '得分是 W xᵀ，形状为 (C, N)，于是 softmax 沿样本方向进行。请用 x Wᵀ：`tf.matMul(x, W, false, true)`。',
    ],
    'weights-not-transposed': [
      '看看矩阵乘法中的形状：哪些只有在 C = D 时才碰巧对得上？',
      'W 的每一行是一个类别。要给一个类别打分，就用 x 乘那一行。',
      '得分是 x W。请转置 W：`tf.matMul(x, W, false, true)`。',
    ],
    'transposed-gradient': [
      '把数据梯度的形状和 W 的形状比一比。',
      'dW 每行一个类别：第 j 行汇集所有样本，每个样本乘以它在 dScores 第 j 列的值。',
      '数据梯度是 xᵀ dScores，形状为 (D, C)。反过来：dScoresᵀ x，即 `tf.matMul(dScores, x, true)`。',
    ],
  },

  ridgeLoss: {
    'mean-for-sum': [
      '只有一个样本时一切都对。有两个时变了什么？',
      '这个文件里的损失大多是平均值。再读一遍这一个的公式。',
      '数据项取了样本的平均。这里是求和，损失和梯度都是。',
    ],
    'mean-for-sum-in-loss': [
      '梯度是对的，只有一个样本时损失也是对的。',
      '你的梯度属于对样本求和。你的损失取的是什么？',
      '损失里用的是残差平方的平均值，应该是总和。',
    ],
    'mean-for-sum-in-gradient': [
      '损失是对的，只有一个样本时梯度也是对的。',
      '你的损失是对样本求和。它的导数也是求和。',
      '梯度被除以了 N。损失是求和，所以什么都不用除。',
    ],
    'mean-squared-error': [
      '把数据项和写好的算例比一比：½·(1 + 4) = 2.5。',
      '平方误差的系数有几种写法：平均或求和，带 ½ 或不带。',
      '数据项是均方误差。这里是总和的一半：½ Σ (x_i·w − t_i)²，梯度为 xᵀ(xw − t)。',
    ],
    'residual-sign': [
      '损失是对的，dw 中正则化的那一份也是对的。平方把某样东西藏了起来。',
      '(xw − t)² 和 (t − xw)² 是同一个数，但内层的导数并不相同。',
      '梯度里是 t − xw。应为 xᵀ(xw − t)：预测减目标。',
    ],
    'missing-half': [
      '惩罚项是对的。把数据项和写好的算例比一比：½·(1 + 4) = 2.5。',
      '公式以 ½ 开头，为的是消去导数里的 2。',
      '损失和梯度里都漏了数据项的 ½。',
    ],
    'missing-half-in-loss': ['梯度是对的。看看损失的数据项。', '把你的梯度 xᵀ(xw − t) 积分：前面有 ½ 吗？', '损失里漏了数据项的 ½。'],
    'two-in-gradient': ['损失是对的，dw 中正则化的那一份也是对的。', '对 ½r² 关于 r 求导。', '数据梯度多乘了 2：损失里的 ½ 会消去这个 2。'],
    'doubled-regularization': [
      'lambda = 0 时一切都对。看看惩罚项给损失加了多少。',
      '有两种约定：λΣw²，梯度 2λw；以及 (λ/2)Σw²，梯度 λw。这道练习说的是哪一种？',
      '惩罚项是 λΣw²，和 softmaxLoss 一样。这里是 (λ/2)Σw²，梯度为 λw。',
    ],
    'doubled-regularization-in-loss': [
      '梯度是对的。看看损失里的惩罚项。',
      '把你的梯度 λw 积分：它属于哪个惩罚项？',
      '损失里是 λΣw²，梯度却是 (λ/2)Σw² 的。把损失里的惩罚项减半。',
    ],
    'doubled-regularization-in-gradient': [
      '损失是对的，lambda = 0 时的梯度也是对的。',
      '对 (λ/2)·w² 关于 w 求导，慢慢来。',
      '损失里是 λ/2，梯度里却是 2λw：应为 λw。',
    ],
    'missing-regularization': missingBoth,
    'missing-regularization-loss': missingInLoss,
    'missing-regularization-gradient': missingInGradient,
    'regularization-divided-by-n': dividedByN,
    'square-of-summed-weights': [
      '梯度是对的。试试 w = [1, −1]：你的惩罚项是多少？',
      '平方在求和之前，还是之后？',
      '惩罚项是权重之和的平方。应该是平方之和：`w.square().sum()`。',
    ],
    'residuals-of-all-pairs': [
      '打印残差的形状。应该有几个？',
      '(N, 1) 的列与 (N,) 的行做广播，得到 (N, N) 的表。',
      '每个预测都和每个目标比较了。相减之前把两者都变成 (N,)：`x.dot(w)` 的形状就是 (N,)。',
    ],
  },
};
