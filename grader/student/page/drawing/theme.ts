/** Colours by role; each is at least 3:1 against the paper, text 4.5:1. */
const light = `--paper: #ffffff; --ink: #1c2128; --quiet: #58606b; --grid: #eceae6; --rule: #a9a59d; --contour: #8f8a80;
  --series-1: #1f6fb2; --series-2: #c04f08; --series-3: #1f7d4a; --series-4: #7a4fb5; --series-5: #b3283c; --series-6: #0b7682; --series-7: #85590f; --series-8: #59606b;`;

const dark = `--paper: #1c2026; --ink: #e7e6e2; --quiet: #a9afb8; --grid: #2b3038; --rule: #6a727e; --contour: #7d8590;
  --series-1: #74b4ee; --series-2: #f79a55; --series-3: #6cc894; --series-4: #bda2f2; --series-5: #f28d9a; --series-6: #5cc5ce; --series-7: #dbb56c; --series-8: #b0b6bf;`;

/** The same, for pages that have additional colours. */
export const drawingColors = { light, dark } as const;

export type Scheme = 'light' | 'dark' | 'both';

/** The colours as custom properties of one element. */
export function colorsFor(selector: string, scheme: Scheme = 'both'): string {
  if (scheme !== 'both') return `${selector} { ${scheme === 'light' ? light : dark} }`;
  return `${selector} { ${light} }\n@media (prefers-color-scheme: dark) { ${selector} { ${dark} } }`;
}

const series = Array.from({ length: 8 }, (_, index) => `.series-${index + 1} { --series: var(--series-${index + 1}); }`).join(' '); // prettier-ignore

/** Styles of marks, in a page and in a standalone file. */
export const drawingStyle = `
${series}
.drawing { display: block; max-width: 100%; height: auto; font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; font-size: 12px; }
.drawing text { fill: var(--quiet); font-size: 12px; font-variant-numeric: tabular-nums; }
.drawing .paper { fill: var(--paper); }
.drawing .grid { stroke: var(--grid); } .drawing .axis { stroke: var(--rule); fill: none; }
.drawing .heading { fill: var(--ink); font-size: 14px; font-weight: 600; }
.drawing .label { fill: var(--ink); paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; }
.drawing .label[class*="series-"], .drawing [class*="series-"] > .label { fill: var(--series); font-weight: 600; }
.drawing .line { fill: none; stroke: var(--series, var(--ink)); stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
.drawing .thin { stroke-width: 1; opacity: .45; } .drawing .thick { stroke-width: 3.5; }
.drawing .dashed { stroke-dasharray: 6 5; } .drawing .dotted { stroke-dasharray: 1 5; }
.drawing .rule { stroke: var(--rule); stroke-width: 1.25; fill: none; stroke-dasharray: 4 4; } .drawing .rule.strong { stroke: var(--ink); stroke-dasharray: none; }
.drawing .dots path { fill: var(--series); stroke: var(--paper); stroke-width: 1.25; } .drawing .dots.hollow path { fill: var(--paper); stroke: var(--series); stroke-width: 1.75; }
.drawing .dots.ringed path { stroke: var(--ink); stroke-width: 1.75; }
.drawing .contours path { fill: none; stroke: var(--contour); stroke-width: 1; opacity: .6; }
.drawing .regions { opacity: .2; } .drawing .region { fill: var(--series); shape-rendering: crispEdges; }
.drawing .bar { fill: var(--series, var(--quiet)); } .drawing .area { fill: var(--series); opacity: .18; stroke: none; }
.drawing .target { stroke: var(--ink); stroke-width: 1.75; fill: none; }
`;
