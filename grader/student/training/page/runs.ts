import { drawChart, endLabels, line, seriesOf, svg, type Chart, type Point, type Svg } from '../../page/drawing';
import { durationText, percent } from '../progressText';
import type { NamedRun, TrainingRun } from '../readResults';
import type { TrainTexts } from '../texts';
import { accuracyAxis, size } from './curves';
import { settingsOf } from './settings';

/** More lines than colours would be indistinguishable. */
const maxRuns = 8;

/**
 * The newest runs for one picture, this one last, without runs that a later one resumed, since it contains them.
 *
 * @param earlier - oldest first
 */
export function chooseRuns(earlier: readonly NamedRun[], own: NamedRun): readonly NamedRun[] {
  const all = [...earlier.filter(({ name }) => name !== own.name), own];
  const continued = new Set(all.map(({ run }) => run.resumed));
  return all.filter(({ name, run }) => !continued.has(name) && run.epochs.length > 0).slice(-maxRuns);
}

/** Validation accuracy of several runs, by epochs or by time. */
export function runsChart(runs: readonly NamedRun[], by: 'epoch' | 'seconds', texts: TrainTexts): Chart {
  const { page } = texts;
  const lines = runs.map(({ name, run }, index) => ({
    text: numberOf(name),
    series: seriesOf(index),
    points: run.epochs.map((one): Point => [one[by], one.validationAccuracy]),
  }));
  const points = lines.flatMap((one) => one.points);
  const [best] = runs.toSorted((a, b) => accuracyOf(b.run) - accuracyOf(a.run));
  return drawChart({
    ...{ ...size, id: `runs-${by}`, title: by === 'epoch' ? page.runsByEpoch : page.runsBySecond, margins: { right: 44 } }, // prettier-ignore
    description: page.runsPicture(runs.length, best?.name ?? '', percent(best === undefined ? NaN : accuracyOf(best.run))), // prettier-ignore
    x: {
      label: by === 'epoch' ? page.ofEpoch : page.ofSecond,
      domain: [0, Math.max(...points.map(([place]) => place))],
    },
    y: accuracyAxis(page.accuracy, points),
    marks: (frame) =>
      lines.map((one, index) => line(frame, one.points, `series-${one.series} ${index === lines.length - 1 ? 'thick' : ''}`)), // prettier-ignore
    above: (frame) => endLabels(frame, lines),
  });
}

/** Legend for the numbers at the lines. */
export function runsTable(runs: readonly NamedRun[], own: NamedRun, { page }: TrainTexts): Svg {
  const row = ({ name, run }: NamedRun, index: number): Svg => svg`<tr class="series-${index + 1}">
      <th scope="row"><span class="key">${numberOf(name)}</span> ${name === own.name ? page.thisRun(name) : name}</th>
      <td>${settingsOf(run.config)}</td><td>${String(run.epochs.at(-1)?.epoch ?? 0)}</td>
      <td>${durationText(run.seconds)}</td><td>${percent(accuracyOf(run))}</td><td>${page.status[run.status]}</td></tr>`;
  return svg`<table><thead><tr><th scope="col">${page.run}</th><th scope="col">${page.howSet}</th><th scope="col">${page.epochs}</th>
    <th scope="col">${page.seconds}</th><th scope="col">${page.best}</th><td></td></tr></thead><tbody>${runs.map(row)}</tbody></table>`;
}

function accuracyOf({ best }: TrainingRun): number {
  return best?.validationAccuracy ?? 0;
}

/** `#3` for `08-training-3.json`; the file name otherwise. */
function numberOf(name: string): string {
  const [, number] = /-(\d+)\.json$/.exec(name) ?? [];
  return number === undefined ? name.replace(/\.json$/, '') : `#${number}`;
}
