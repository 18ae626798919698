import { formatApart, formatNumber } from '../../formatNumber';
import type { HeatMap, Path, Pattern, Picture } from '../../pictures';
import type { Texts } from '../../texts';
import { html, type Html } from '../document/html';
import { table } from '../document/table';
import type { PageTexts } from '../texts';
import { cellsOf, drawHeatMap } from './heatMap';
import { coordinate, formatPoint, numberOf } from './numbers';
import { drawPath } from './path';
import { frameOf, heightAt, isDrawable, pointsOf } from './pathFrame';

export interface FigureWords {
  readonly page: PageTexts;
  readonly grader: Texts;
}

/** A picture, and under it a sentence that says its numbers. `id` is unique on the page. */
export function figure(picture: Picture, words: FigureWords, id: string): Html {
  return picture.kind === 'heatMap' ? heatMapFigure(picture, words, id) : pathFigure(picture, words, id);
}

/** Matrices up to this many elements have all numbers in a table as well. */
const mostListed = 64;

function heatMapFigure(map: HeatMap, words: FigureWords, id: string): Html {
  const { picture: texts } = words.page;
  const title = texts.heatMap(map.path, map.step);
  const sentences = heatMapSentences(map, texts);
  const keys = new Set(cellsOf(map).map(({ kind }) => kind));
  return html`<figure>
    ${drawHeatMap(map, title, sentences.join(' '), id)}
    <ul class="key">
      ${(['less', 'more', 'same', 'broken'] as const).map((kind) => keys.has(kind) && html`<li>${texts.key[kind]}</li>`)}
      <li>${texts.keyDepth}</li>
    </ul>
    <figcaption>${inCase(map, words)} ${sentences.join(' ')}</figcaption>
    ${map.expected.length <= mostListed && map.block === 1 && numbers(map, words, id)}
  </figure> `;
}

function heatMapSentences(map: HeatMap, texts: PageTexts['picture']): readonly string[] {
  const { path, step, wrong, total, worst, pattern, block } = map;
  const pair = formatApart(numberOf(worst.expected), numberOf(worst.got));
  return [
    texts.wrong(path, step, wrong, total),
    texts.worst(`[${worst.index.join(', ')}]`, ...pair),
    ...(pattern === null ? [] : [patternSentence(pattern, texts)]),
    ...(block === 1 ? [] : [texts.blocks(block)]),
  ];
}

function patternSentence(pattern: Pattern, texts: PageTexts['picture']): string {
  switch (pattern.id) {
    case 'factor':
      return pattern.value === -1 ? texts.sign : texts.factor(formatNumber(pattern.value));
    case 'offset':
      return texts.offset(formatNumber(pattern.value));
    case 'transposed':
      return texts.transposed;
    case 'rows':
      return texts.rows(pattern.indices);
    case 'columns':
      return texts.columns(pattern.indices);
  }
}

function numbers(map: HeatMap, { page: { picture: texts } }: FigureWords, id: string): Html {
  const [element = '', expected = '', got = '', difference = ''] = texts.numberColumns;
  const rows = cellsOf(map).map((cell, index) => {
    const place = `[${positionOf(index, map.shape).join(', ')}]`;
    const pair = formatApart(cell.expected, cell.got);
    const off = cell.kind === 'same' ? '=' : formatNumber(cell.got - cell.expected, 3);
    return html`<tr>
      <th scope="row">${place}</th>
      <td class="n">${pair[0]}</td>
      <td class="n">${pair[1]}</td>
      <td class="n">${off}</td>
    </tr> `;
  });
  const columns = [{ name: element }, ...[expected, got, difference].map((name) => ({ name, numeric: true }))];
  return html`<details class="hints">
    <summary>${texts.numbers}</summary>
    ${table({ id: `${id}-n`, caption: texts.numbersTable(map.path, map.step), columns, rows })}
  </details> `;
}

function positionOf(flat: number, shape: readonly number[]): readonly number[] {
  return shape.map((length, axis) => Math.floor(flat / shape.slice(axis + 1).reduce((size, next) => size * next, 1)) % length);
}

function pathFigure(path: Path, words: FigureWords, id: string): Html {
  const { picture: texts } = words.page;
  const [description, ...sentences] = [texts.pathDetail(surface(path)), ...pathSentences(path, texts)];
  const drawing = { title: texts.path, description: sentences.join(' '), start: texts.start, partsHere: texts.partsHere };
  return html`<figure>
    ${drawPath(path, drawing, id)}
    <ul class="key">
      <li>${legend('reference')}${texts.reference}</li>
      <li>${legend('theirs')}${texts.yours}</li>
    </ul>
    <figcaption>${inCase(path, words)} ${sentences.join(' ')} <span class="quiet">${description}</span></figcaption>
  </figure> `;
}

function pathSentences(path: Path, texts: PageTexts['picture']): readonly string[] {
  const { partsAt } = path;
  const { origin, expected, got } = pointsOf(path);
  if (partsAt === null) return [texts.partsNot];
  const at = (points: Path['got'], step: number): string => formatPoint(points[step - 1] ?? ['NaN', 'NaN']);
  const [lastExpected, lastGot] = [expected.at(-1) ?? origin, got.at(-1) ?? origin];
  const height = (place: typeof origin): string => formatNumber(heightAt(path, place), 3);
  const frame = frameOf(path);
  return [
    texts.parts(partsAt, at(path.expected, partsAt), at(path.got, partsAt)),
    texts.ends(expected.length, at(path.expected, expected.length), at(path.got, got.length)),
    ...(isDrawable(lastGot) ? [texts.heights(height(origin), height(lastExpected), height(lastGot))] : []),
    ...(got.every((place) => isDrawable(place) && frame.holds(place)) ? [] : [texts.leaves]),
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
  const mark =
    name === 'reference'
      ? html`<circle class="at-reference" cx="17" cy="7" r="4.5" />`
      : html`<rect class="at-theirs" x="13.5" y="3.5" width="7" height="7" />`;
  return html`<svg aria-hidden="true" width="34" height="14" viewBox="0 0 34 14">
    <path class="${name}" d="M0 ${coordinate(7)}H34" />
    ${mark}
  </svg>`;
}

function inCase({ case: number, label }: Picture, { page, grader }: FigureWords): string {
  const text = page.picture.inCase(number, label === null ? '' : grader.where(label));
  return `${text}${grader.language === 'zh' ? '：' : ':'}`;
}
