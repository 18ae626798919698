import type { HyperparameterChoice, LabelledData, Metric } from 'descent';
import { smallestFirst } from './mistakes';

/** Accuracies of all combinations, k in the outer loop, computed without tensors. */
export function accuracyTable(
  voters: LabelledData,
  judged: LabelledData,
  ks: readonly number[],
  metrics: readonly Metric[],
): HyperparameterChoice[] {
  const [data, classes] = [judged.x.arraySync(), judged.y.arraySync()];
  const [known, labels] = [voters.x.arraySync(), voters.y.arraySync()];
  return tableOf({ data, classes, known, labels }, ks, metrics);
}

interface PlainData {
  readonly data: readonly (readonly number[])[];
  readonly classes: readonly number[];
  readonly known: readonly (readonly number[])[];
  readonly labels: readonly number[];
}

const power: Readonly<Record<Metric, number>> = { l1: 1, l2: 2 };

export function tableOf(plain: PlainData, ks: readonly number[], metrics: readonly Metric[]): HyperparameterChoice[] {
  const { data, classes, known, labels } = plain;
  return ks.flatMap((k) =>
    metrics.map((metric) => {
      const hits = data.filter((p, i) => {
        const distance = (q: readonly number[]): number =>
          p.reduce((sum, value, f) => sum + Math.abs(value - (q[f] ?? NaN)) ** power[metric], 0);
        const nearest = known
          .map((q, j) => ({ far: distance(q), label: labels[j] ?? NaN }))
          .sort((one, other) => one.far - other.far);
        return smallestFirst(nearest.slice(0, k).map(({ label }) => label)) === classes[i];
      });
      return { k, metric, accuracy: hits.length / data.length };
    }),
  );
}
