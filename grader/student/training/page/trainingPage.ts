import type { Language } from '../../../pipeline/types';
import { files } from '../../../curriculum/training';
import { colorsFor, drawingStyle, svg, type Drawing, type Svg } from '../../page/drawing';
import type { NamedRun } from '../readResults';
import { trainTexts } from '../texts';
import { accuracyChart, lossChart } from './curves';
import { chooseRuns, runsChart, runsTable } from './runs';
import { settingsOf } from './settings';
import { templatesDrawing } from './templates';

export interface TrainingPageOptions {
  readonly language: Language;
  /** Earlier runs, oldest first. */
  readonly earlier: readonly NamedRun[];
  /** Printed summary of this run. */
  readonly summary: string;
  /** The problem with the student's `classTemplates`, if any. */
  readonly templatesProblem: string | undefined;
}

/** A training as a page: its curves, the learned templates, and earlier runs. It makes no network requests. */
export function trainingPage(
  own: NamedRun,
  { language, earlier, summary, templatesProblem }: TrainingPageOptions,
): string {
  const texts = trainTexts(language);
  const { page } = texts;
  const { run, name } = own;
  const title = page.title(run.assignment);
  const runs = chooseRuns(earlier, own);
  const { templates } = run;
  const body = svg`<main>
    <h1>${title}</h1>
    <p>${name}: ${page.status[run.status]}</p>
    ${summary.split('\n').map((said) => svg`<p>${said}</p>`)}
    <p><strong>${page.settings}</strong> ${settingsOf(run.config)}</p>
    <section><h2>${page.curves}</h2><div class="figures">${[lossChart(run, texts), accuracyChart(run, texts)].map(figure)}</div></section>
    <section><h2>${page.templates}</h2>${
      templates?.status === 'drawn'
        ? figure({ ...templatesDrawing(templates.images, texts), title: page.templatesSay })
        : svg`<p>${templatesProblem ?? page.noTemplates(files.linearClassifier.id)}</p>`
    }</section>
    ${
      runs.length > 1 &&
      svg`<section><h2>${page.runs}</h2><p>${page.runsSay(runs.length, new Set([...earlier.map((one) => one.name), name]).size)}</p>
      <div class="figures">${(['epoch', 'seconds'] as const).map((by) => figure(runsChart(runs, by, texts)))}</div>
      <div class="wide">${runsTable(runs, own, texts)}</div></section>`
    }
  </main>`;
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
${svg`<title>${title}</title>`.text}
<style>${style}</style>
</head>
<body>
${body.text}
</body>
</html>
`;
}

function figure({ markup, title }: Pick<Drawing, 'markup' | 'title'>): Svg {
  return svg`<figure><figcaption>${title}</figcaption>${markup}</figure>`;
}

const style = `
:root { color-scheme: light dark; }
${colorsFor(':root')}
${drawingStyle}
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, "Noto Sans", "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 1rem 1.25rem 3rem; }
h1 { font-size: 1.5rem; margin: .5rem 0; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; } p { margin: .25rem 0; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 1.5rem; }
figure { margin: 0; } figcaption { color: var(--quiet); margin-bottom: .25rem; }
.wide { overflow-x: auto; } table { border-collapse: collapse; font-variant-numeric: tabular-nums; margin-top: 1rem; }
th, td { text-align: left; padding: .3rem .9rem .3rem 0; border-bottom: 1px solid var(--grid); font-weight: normal; } thead th { color: var(--quiet); } td:not(:nth-child(2)), th { white-space: nowrap; } td:nth-child(2) { min-width: 14rem; }
.key { color: var(--series); font-weight: 600; margin-right: .4rem; }
`;
