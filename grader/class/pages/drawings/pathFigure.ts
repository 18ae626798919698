import { formatNumber } from '../../../pipeline/words/formatNumber';
import type { Path, Point } from '../../../pipeline/report/pictures';
import { shapeOf, svg } from '../../../student/page/drawing';
import { html, type Html } from '../document/html';
import type { PageTexts } from '../texts';
import { caseLabel, joinSentences, type FigureWords } from './figureWords';
import { drawPath } from './path';
import { domainsOf, heightAt, contains, isDrawable, pointsOf } from './pathFrame';

/** Two paths down a surface with their key, and a caption that states where they part and end. */
export function pathFigure(path: Path, words: FigureWords, id: string): Html {
  const { picture: texts } = words.page;
  const [description, ...sentences] = [texts.pathDetail(surface(path)), ...pathSentences(path, texts)];
  const drawing = {
    title: texts.path,
    description: joinSentences(sentences, words),
    start: texts.start,
    partsHere: texts.partsHere,
  };
  return html`<figure>
    ${drawPath(path, drawing, id)}
    <ul class="key">
      <li>${legend('reference')}${texts.reference}</li>
      <li>${legend('theirs')}${texts.yours}</li>
    </ul>
    <figcaption>
      ${joinSentences([caseLabel(path, words), ...sentences], words)} <span class="quiet">${description}</span>
    </figcaption>
  </figure> `;
}

function pathSentences(path: Path, texts: PageTexts['picture']): readonly string[] {
  const { partsAt } = path;
  const { origin, expected, got } = pointsOf(path);
  if (partsAt === null) return [texts.partsNot];
  const at = (points: Path['got'], step: number): string => formatPoint(points[step - 1] ?? ['NaN', 'NaN']);
  const [lastExpected, lastGot] = [expected.at(-1) ?? origin, got.at(-1) ?? origin];
  const height = (place: typeof origin): string => formatNumber(heightAt(path, place), 3);
  const domains = domainsOf(path);
  return [
    texts.parts(partsAt, at(path.expected, partsAt), at(path.got, partsAt)),
    texts.ends(expected.length, at(path.expected, expected.length), at(path.got, got.length)),
    ...(isDrawable(lastGot) ? [texts.heights(height(origin), height(lastExpected), height(lastGot))] : []),
    ...(got.every((place) => isDrawable(place) && contains(domains, place)) ? [] : [texts.leaves]),
  ];
}

/** `½·1·(w₁ + 1)² + ½·20·(w₂ − 0.5)²` */
function surface({ curvatures, center }: Path): string {
  return curvatures
    .map((curvature, axis) => {
      const shift = center[axis] ?? 0;
      const weight = `w${axis === 0 ? '₁' : '₂'}`;
      const moved = shift === 0 ? weight : `(${weight} ${shift > 0 ? '−' : '+'} ${formatNumber(Math.abs(shift))})`;
      return `${curvature === 2 ? '' : `${formatNumber(curvature / 2)}·`}${moved}²`;
    })
    .join(' + ');
}

function legend(name: 'reference' | 'theirs'): Html {
  const series = name === 'reference' ? 1 : 2;
  const [look, area] = name === 'reference' ? ['hollow', 64] : ['', 49];
  return svg`<svg class="drawing" aria-hidden="true" width="34" height="14" viewBox="0 0 34 14"><path class="line series-${series} ${series === 2 && 'dashed'}" d="M0 7H34"/><g class="dots series-${series} ${look}"><path transform="translate(17 7)" d="${shapeOf(series, area)}"/></g></svg>`;
}

/** `(0.5, −1)` as text. */
function formatPoint([x, y]: Point): string {
  return `(${formatNumber(Number(x), 3)}, ${formatNumber(Number(y), 3)})`;
}
