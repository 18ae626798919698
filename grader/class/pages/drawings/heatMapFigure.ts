import { formatApart, formatNumber } from '../../../pipeline/words/formatNumber';
import type { HeatMap, Pattern } from '../../../pipeline/report/pictures';
import { indexOf } from '../../../execution/values';
import { html, type Html } from '../document/html';
import { numeric, table } from '../document/table';
import type { PageTexts } from '../texts';
import { caseLabel, joinSentences, type FigureWords } from './figureWords';
import { cellsOf, drawHeatMap } from './heatMap';

/** Matrices up to this many elements also have a table of all numbers. */
const maxListed = 64;

/** A matrix of errors with its key, a caption that states its numbers, and a table of all if they are few. */
export function heatMapFigure(map: HeatMap, words: FigureWords, id: string): Html {
  const { picture: texts } = words.page;
  const title = texts.heatMap(map.path, map.step);
  const sentences = heatMapSentences(map, texts);
  const keys = new Set(cellsOf(map).map(({ kind }) => kind));
  return html`<figure>
    ${drawHeatMap(map, title, joinSentences(sentences, words), id)}
    <ul class="key">
      ${(['less', 'more', 'same', 'broken'] as const).map((kind) => keys.has(kind) && html`<li>${texts.key[kind]}</li>`)}
      <li>${texts.keyDepth}</li>
    </ul>
    <figcaption>${joinSentences([caseLabel(map, words), ...sentences], words)}</figcaption>
    ${map.expected.length <= maxListed && map.block === 1 && numbers(map, words, id)}
  </figure> `;
}

function heatMapSentences(map: HeatMap, texts: PageTexts['picture']): readonly string[] {
  const { path, step, wrong, total, worst, pattern, block } = map;
  const pair = formatApart(Number(worst.expected), Number(worst.got));
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
  const [element = '', ...numbersOf] = texts.numberColumns;
  const rows = cellsOf(map).map((cell, index) => {
    const place = `[${indexOf(index, map.shape).join(', ')}]`;
    const pair = formatApart(cell.expected, cell.got);
    const off = cell.kind === 'same' ? '=' : formatNumber(cell.got - cell.expected, 3);
    return html`<tr>
      <th scope="row">${place}</th>
      <td class="n">${pair[0]}</td>
      <td class="n">${pair[1]}</td>
      <td class="n">${off}</td>
    </tr> `;
  });
  return html`<details class="hints">
    <summary>${texts.numbers}</summary>
    ${table({ id: `${id}-n`, caption: texts.numbersTable(map.path, map.step), columns: [element, ...numeric(...numbersOf)], rows })}
  </details> `;
}
