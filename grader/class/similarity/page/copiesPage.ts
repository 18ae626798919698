import { html, trusted, type Html } from '../../pages/document/html';
import { page } from '../../pages/document/page';
import type { Copies, FoundCopies, MarkedFile } from '../findCopies';
import { minSimilarity } from '../compareClass';
import { copiesScript } from './copiesScript';
import { graphOf } from './graphOf';
import { copiesTexts, type CopiesTexts } from './texts';

export interface CopiesPageOptions {
  readonly courseTitle: string;
  readonly assignment: string;
  readonly language: 'en' | 'zh';
}

/** The slider's initial value: above it, most pairs of a class are copies. */
const firstThreshold = 40;
const colours = 6;

/** A self-contained page with likely copies side by side. */
export function copiesPage(found: FoundCopies, { courseTitle, assignment, language }: CopiesPageOptions): string {
  const texts = copiesTexts[language];
  const { pairs, compared, unread, commonFrom } = found;
  return page({
    language,
    title: texts.title(assignment),
    skip: texts.skip,
    head: html`<p class="over">${courseTitle}</p>
      <h1>${texts.title(assignment)}</h1>
      <p class="note"><strong>${texts.careful}</strong></p>
      <p class="quiet">${texts.compared(compared)}. ${texts.weights(commonFrom)}</p>
      ${unread.length > 0 && html`<p class="quiet small">${texts.unread(unread.join(', '))}</p>`}`,
    main: pairs.length === 0 ? html`<p>${texts.none}</p>` : pairsPart(pairs, texts),
    foot: html`<p>${texts.foot}</p>`,
    wide: true,
    script: copiesScript,
  });
}

function pairsPart(pairs: readonly Copies[], texts: CopiesTexts): Html {
  return html`<p class="search" id="slider" hidden>
      <label for="threshold">${texts.threshold}</label>
      <input id="threshold" type="range" min="${100 * minSimilarity}" max="100" step="1" value="${firstThreshold}" />
      <output for="threshold">${firstThreshold} %</output>
    </p>
    <section aria-labelledby="graph">
      <h2 id="graph">${texts.graph}</h2>
      <p class="quiet">${texts.graphNote}</p>
      <figure class="copies">${graphOf(pairs, texts)}</figure>
    </section>
    <section aria-labelledby="pairs">
      <h2 id="pairs">${texts.pairs}</h2>
      <p id="none" role="status" hidden>${texts.noneShown}</p>
      <div class="exercises">${pairs.map((pair, index) => pairPart(pair, index + 1, texts))}</div>
    </section>`;
}

function pairPart(
  { left, right, similarity, evidence, leftFiles, rightFiles }: Copies,
  number: number,
  texts: CopiesTexts,
): Html {
  return html`<details class="exercise" id="pair-${number}" data-similarity="${Math.round(100 * similarity)}">
    <summary>
      <h3><bdi>${texts.pair(left, right)}</bdi></h3>
      <span class="quiet small">${texts.evidence(evidence.toFixed(0))}</span>
      <span class="n">${Math.round(100 * similarity)} %</span>
    </summary>
    <div class="body">
      <div class="sides">
        <div>${leftFiles.map((file) => sidePart(file, left, texts))}</div>
        <div>${rightFiles.map((file) => sidePart(file, right, texts))}</div>
      </div>
    </div>
  </details>`;
}

function sidePart({ file, text, marks }: MarkedFile, name: string, texts: CopiesTexts): Html {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  let before: number | undefined;
  const rows = lines.map((line, index) => {
    const passage = marks.get(index + 1);
    const label = passage !== undefined && passage !== before ? html`<b>${texts.passage(passage)}</b>` : '';
    before = passage;
    return passage === undefined
      ? html`<span>${line}</span>`.text
      : html`<span class="same s${((passage - 1) % colours) + 1}">${line}${label}</span>`.text;
  });
  const title = texts.lines(file, name);
  return html`<p class="over"><bdi>${title}</bdi></p>
    <div class="scroll" role="group" aria-label="${title}" tabindex="0">
      ${trusted(`<pre class="lines">${rows.join('\n')}</pre>`)}
    </div>`;
}
