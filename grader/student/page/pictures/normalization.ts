import { formatNumber } from '../../../pipeline/words/formatNumber';
import type { Language } from '../../../pipeline/types';
import { normalizedBatch } from '../computations/normalization';
import { noiseAt } from '../computations/surfaces';
import { dots, drawChart, rule, stack, type Point } from '../drawing';
import { valueOf } from '../views/kit';
import type { HandoutPicture } from './HandoutPicture';

const en = {
  title: 'Batch normalization',
  before: 'A batch of two features',
  after: 'The same, normalized',
  feature: 'feature',
  says: (count: number, before: readonly string[], after: readonly string[]): string =>
    `${count} examples with two features. Before, means are ${before[0]} and ${before[1]}, and standard deviations ${before[2]} and ${before[3]}; ` +
    `after batchNorm, means are ${after[0]} and ${after[1]}, and standard deviations ${after[2]} and ${after[3]}. The cloud keeps its tilt.`,
};

type Words = typeof en;

const words: Readonly<Record<Language, Words>> = {
  en,
  zh: {
    title: '批归一化',
    before: '一批两个特征的数据',
    after: '归一化之后',
    feature: '特征',
    says: (count, before, after) =>
      `${count} 个样本，两个特征。之前均值为 ${before[0]} 和 ${before[1]}，标准差为 ${before[2]} 和 ${before[3]}；` +
      `batchNorm 之后均值为 ${after[0]} 和 ${after[1]}，标准差为 ${after[2]} 和 ${after[3]}。点云的倾斜不变。`,
  },
};

/** A batch before and after normalization, on the same axes. */
export const normalizationPicture: HandoutPicture = {
  assignment: '09-beyond',
  name: 'normalization',
  needs: {},
  draw: async (language, call) => {
    const { title, before, after, feature, says } = words[language];
    const points = Array.from({ length: 60 }, (_, index): Point => {
      const [a, b] = noiseAt(index);
      return [3 + 1.2 * a, -1.5 + 0.5 * a + 0.4 * b];
    });
    const normalized = valueOf(await call(normalizedBatch, { points })) ?? [];
    const text = says(points.length, statistics(points), statistics(normalized));
    const cloud = (id: string, name: string, shown: readonly Point[]): ReturnType<typeof drawChart> =>
      drawChart({
        ...{ id: `normalization-${id}`, title: name, description: text, width: 400, height: 320 },
        x: { label: `${feature} 1`, domain: [-4, 7] },
        y: { label: `${feature} 2`, domain: [-4, 4] },
        marks: (frame) => [rule(frame, { x: 0 }), rule(frame, { y: 0 }), dots(frame, shown, 1, 40)],
      });
    const drawings = [cloud('before', before, points), cloud('after', after, normalized)];
    return {
      drawing: stack({ id: 'normalization', title, description: text, columns: 2 }, drawings),
      text,
      view: undefined,
    };
  },
};

function statistics(points: readonly Point[]): readonly string[] {
  const means = ([0, 1] as const).map((axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length);
  const spreads = ([0, 1] as const).map((axis) =>
    Math.sqrt(points.reduce((sum, point) => sum + (point[axis] - (means[axis] ?? NaN)) ** 2, 0) / points.length),
  );
  return [...means, ...spreads].map((value) => formatNumber(Number(value.toFixed(3)) + 0, 3).replace('-', '−'));
}
