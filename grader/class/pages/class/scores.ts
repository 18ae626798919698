import type { SubmissionResult } from '../../../pipeline/report';
import { html, type Html } from '../document/html';
import { mean, median, short } from './statistics';

const bins = 10;

/** Number of students with 0 to 10 % of the points, 10 to 20 %, …; full marks are in the last bin. */
export function histogramOf(results: readonly SubmissionResult[]): readonly number[] {
  const counts = Array.from({ length: bins }, () => 0);
  for (const { score, maxScore } of results) {
    if (score === null || maxScore <= 0) continue;
    const bin = Math.min(bins - 1, Math.max(0, Math.floor((bins * score) / maxScore)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

export function scoresSection(results: readonly SubmissionResult[]): Html {
  const scores = results.flatMap(({ score }) => (score === null ? [] : [score]));
  const heading = html`<h2 id="scores">Scores</h2>`;
  if (scores.length === 0)
    return html`${heading}
      <p>No one has a score yet.</p>`;
  const maximum = Math.max(...results.map(({ maxScore }) => maxScore));
  const full = results.filter(({ score, maxScore }) => score === maxScore && maxScore > 0).length;
  const ungraded = results.length - scores.length;
  const counts = histogramOf(results);
  const sentence =
    `Of ${maximum} points the median is ${short(median(scores))} and the mean ${short(mean(scores))}; ` +
    `the lowest is ${short(Math.min(...scores))}, the highest ${short(Math.max(...scores))}. ` +
    `${full} of ${scores.length} ${full === 1 ? 'has' : 'have'} full marks.` +
    (ungraded === 0 ? '' : ` ${ungraded} without a score ${ungraded === 1 ? 'is' : 'are'} left out.`);
  return html`${heading}
    <figure class="beside">
      ${histogram(counts, sentence)}
      <figcaption>${sentence}</figcaption>
    </figure>`;
}

const size = { width: 460, height: 220, left: 14, right: 24, bottom: 188, top: 22 };

function histogram(counts: readonly number[], sentence: string): Html {
  const { width, height, left, right, bottom, top } = size;
  const highest = Math.max(1, ...counts);
  const step = (width - left - right) / counts.length;
  const bars = counts.map((count, index) => {
    const barHeight = count === 0 ? 0 : Math.max(2, ((bottom - top) * count) / highest);
    const x = left + index * step;
    const middle = Math.round(x + step / 2);
    return html`<rect
        x="${(x + 3).toFixed(1)}"
        y="${(bottom - barHeight).toFixed(1)}"
        width="${(step - 6).toFixed(1)}"
        height="${barHeight.toFixed(1)}"
        rx="2"
      />
      <text class="strong" x="${middle}" y="${(bottom - barHeight - 6).toFixed(1)}" text-anchor="middle"
        >${count}</text
      >`;
  });
  const edges = Array.from(
    { length: counts.length + 1 },
    (_, index) => [left + index * step, (100 * index) / counts.length] as const,
  );
  return html`<svg
    class="histogram"
    role="img"
    aria-labelledby="scores-t scores-d"
    width="${width}"
    height="${height}"
    viewBox="0 0 ${width} ${height}"
  >
    <title id="scores-t">Number of students by share of the points</title>
    <desc id="scores-d">${sentence}</desc>
    ${bars}
    <path class="axis" d="M${left} ${bottom}H${width - right}" />
    ${edges.map(([x, percent]) => html`<text x="${x.toFixed(1)}" y="${bottom + 18}" text-anchor="middle">${percent}${percent === 100 && ' %'}</text>`)}
  </svg>`;
}
