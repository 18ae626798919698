export const layout = `
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.55;
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
body > header, main, body > footer { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
body.wide > header, body.wide > main, body.wide > footer { max-width: 84rem; }
@media (min-width: 60rem) { body.wide > header, body.wide > main, body.wide > footer { padding-left: 2.5rem; padding-right: 2.5rem; } }
body > header { padding-top: 2.25rem; }
body > footer { padding-top: 1.5rem; padding-bottom: 3rem; color: var(--quiet); font-size: .875rem; }
main:focus { outline: none; }
h1, h2, h3, p, figure, dl, ul, ol { margin: 0; }
h1 { font-size: clamp(1.6rem, 4vw, 2.2rem); line-height: 1.2; font-weight: 650; overflow-wrap: anywhere; letter-spacing: -.01em; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 3rem 0 .4rem; font-weight: 650; overflow-wrap: anywhere; }
h3 { font-size: 1rem; font-weight: 600; }
p { max-width: 46rem; overflow-wrap: anywhere; }
p + p { margin-top: .5rem; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
code, pre, .code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; font-size: .875em; }
.quiet { color: var(--quiet); } .small { font-size: .875rem; }
.over { font-size: .875rem; color: var(--quiet); margin-bottom: .25rem; }
.skip { position: absolute; left: -999rem; top: 0; background: var(--panel); padding: .75rem 1rem; z-index: 2; }
.skip:focus { left: .5rem; top: .5rem; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin-top: 1.25rem; }
nav a { display: inline-block; padding: .25rem 0; }

.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .75rem; margin-top: 1.25rem; }
.figures > div { background: var(--panel); border: 1px solid var(--line); border-radius: 10px; padding: .8rem 1rem; }
.figures dt { color: var(--quiet); font-size: .875rem; }
.figures dd { margin: 0; font-size: 1.45rem; line-height: 1.3; font-weight: 650; font-variant-numeric: tabular-nums; }
.figures dd span { font-size: 1rem; font-weight: 400; color: var(--quiet); }

.scroll { overflow-x: auto; margin-top: .9rem; background: var(--panel); border: 1px solid var(--line); border-radius: 10px; }
.long { min-width: 14rem; }
table { border-collapse: collapse; width: 100%; font-size: .925rem; }
caption { text-align: left; padding: .65rem .9rem; color: var(--quiet); font-size: .875rem; border-bottom: 1px solid var(--line); }
caption span { position: sticky; left: .9rem; display: inline-block; max-width: calc(100vw - 4.5rem); }
th, td { text-align: left; padding: .42rem .9rem; vertical-align: top; font-weight: 400; }
/* Long tables are laid out when they become visible, with an estimated height of 5000 pixels. */
.scroll:has(> #students-table tr:nth-child(130)) { content-visibility: auto; contain-intrinsic-size: auto 5000px; }
thead th { color: var(--quiet); font-size: .825rem; font-weight: 600; border-bottom: 1px solid var(--rule); vertical-align: bottom; white-space: nowrap; }
tbody tr + tr > * { border-top: 1px solid var(--line); }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead button { all: unset; cursor: pointer; display: inline-flex; gap: .3em; align-items: baseline; }
thead button:hover { color: var(--ink); text-decoration: underline; text-underline-offset: .2em; }
thead button:focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; border-radius: 3px; }
thead button::after { content: "↕"; opacity: .55; } [aria-sort="ascending"] button::after { content: "▲"; opacity: 1; } [aria-sort="descending"] button::after { content: "▼"; opacity: 1; }
.search { display: flex; flex-wrap: wrap; gap: .4rem .9rem; align-items: center; margin-top: .9rem; }
.search input { font: inherit; color: inherit; background: var(--panel); border: 1px solid var(--rule); border-radius: 8px; padding: .45rem .7rem; width: min(24rem, 100%); }
.bar { width: 5rem; height: .55rem; margin-left: .7rem; vertical-align: baseline; } .bar .track { fill: var(--track); } .bar .fill { fill: var(--bar); }

img { max-width: 100%; }
.passed, .failed, .skipped, .todo, .answered, .error, .timeout, .memory, .forbidden, .crashed, .infrastructure, .unreadable { display: inline-block; border-radius: 999px; padding: .04rem .65rem;
  font-size: .825rem; font-weight: 600; white-space: nowrap; background: var(--bad-soft); color: var(--bad); }
.passed { background: var(--good-soft); color: var(--good); } .skipped, .todo, .answered { background: var(--idle-soft); color: var(--idle); } .infrastructure { background: var(--warn-soft); color: var(--warn); }
.passed::before { content: "✓ " / ""; } .failed::before { content: "✗ " / ""; } .skipped::before { content: "– " / ""; } .todo::before { content: "○ " / ""; } .timeout::before { content: "◷ " / ""; }
.memory::before { content: "▣ " / ""; } .forbidden::before { content: "⊘ " / ""; } .error::before, .crashed::before, .unreadable::before { content: "! " / ""; } .infrastructure::before { content: "? " / ""; }
.scope { margin-top: 1rem; color: var(--quiet); }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: .6rem 1.5rem; margin-top: .9rem; }
.facts dt { color: var(--quiet); font-size: .875rem; } .facts dd { margin: 0; overflow-wrap: anywhere; }
.note { border-left: 4px solid var(--rule); background: var(--soft); padding: .7rem 1rem; border-radius: 0 8px 8px 0; margin-top: 1rem; max-width: 46rem; }
.first { padding-left: 1.25rem; margin-top: .5rem; } .first li { margin-top: .35rem; }

.exercises { background: var(--panel); border: 1px solid var(--line); border-radius: 10px; margin-top: .9rem; }
.exercise + .exercise { border-top: 1px solid var(--line); }
.exercise > summary { display: flex; flex-wrap: wrap; gap: .3rem .75rem; align-items: center; padding: .7rem 1rem; cursor: pointer; list-style: none; border-radius: 10px; }
.exercise > summary::-webkit-details-marker { display: none; }
.exercise > summary::before { content: "▸"; color: var(--quiet); width: .8em; transition: transform .12s; } .exercise[open] > summary::before { transform: rotate(90deg); }
.exercise > summary h3 { flex: 1 0 auto; max-width: calc(100% - 2rem); overflow-wrap: anywhere; } .exercise > summary .n { margin-left: auto; }
.exercise > summary:hover h3 { text-decoration: underline; text-underline-offset: .2em; }
.body { padding: 0 1rem 1.1rem; } .body > * + * { margin-top: 1rem; }
.message { white-space: pre-wrap; overflow-wrap: anywhere; margin: .35rem 0 0; font-size: .825rem; line-height: 1.5; background: var(--soft); border-radius: 8px; padding: .6rem .8rem; }
.message > span { display: block; padding-left: 4ch; text-indent: -4ch; }
.checks { list-style: none; padding: 0; } .checks > li { display: grid; grid-template-columns: 6rem minmax(0, 1fr) auto; gap: .2rem .75rem; align-items: baseline; border-top: 1px solid var(--line); padding: .55rem 0; }
.checks > li > b { justify-self: start; } .checks > li > span { overflow-wrap: anywhere; } .checks > li > :is(pre, p, figure) { grid-column: 1 / -1; }
.hints { border: 1px solid var(--line); border-radius: 8px; } .hints > summary { padding: .5rem .8rem; cursor: pointer; border-radius: 8px; } .hints > p { padding: 0 .8rem .7rem; }
.hints + .hints { margin-top: .4rem; }
.hints > .hints { margin: 0 .8rem .8rem; }
.lines { margin: 0; padding: .6rem .9rem; line-height: 1.5; counter-reset: line; tab-size: 2; }
.lines span::before { counter-increment: line; content: counter(line); display: inline-block; width: 3.2em; margin-right: 1em; text-align: right; color: var(--quiet); user-select: none; }
.lines span:target { background: var(--warn-soft); }

.beside { display: flex; flex-wrap: wrap; gap: .5rem 2.5rem; align-items: center; } .beside figcaption { flex: 1 1 18rem; margin: 0; }
figure { margin-top: .8rem; } figure svg { display: block; max-width: 100%; height: auto; }
figcaption { margin: .5rem 0; font-size: .925rem; max-width: 46rem; overflow-wrap: anywhere; }
.key { display: flex; flex-wrap: wrap; gap: .2rem 1.25rem; padding: 0; margin: .5rem 0 0; list-style: none; font-size: .875rem; color: var(--quiet); }
.key svg { display: inline-block; vertical-align: -.15em; margin-right: .4em; }
svg text { fill: var(--quiet); font-size: 12px; font-family: inherit; font-variant-numeric: tabular-nums; } svg text.strong { fill: var(--ink); }
.histogram rect { fill: var(--bar); } .axis { stroke: var(--rule); stroke-width: 1; fill: none; }
.cell { stroke: var(--panel); stroke-width: 1.5; fill: var(--same); }
.less-1 .cell { fill: var(--less-1); } .less-2 .cell { fill: var(--less-2); } .less-3 .cell { fill: var(--less-3); } .less-4 .cell { fill: var(--less-4); }
.more-1 .cell { fill: var(--more-1); } .more-2 .cell { fill: var(--more-2); } .more-3 .cell { fill: var(--more-3); } .more-4 .cell { fill: var(--more-4); }
.broken .cell { fill: var(--broken); }
svg .less-1 text, svg .less-2 text, svg .more-1 text, svg .more-2 text { fill: var(--on-pale); }
svg .less-3 text, svg .less-4 text, svg .more-3 text, svg .more-4 text, svg .broken text { fill: var(--on-strong); }
svg text.halo { paint-order: stroke; stroke: var(--panel); stroke-width: 4px; stroke-linejoin: round; }

[hidden], .gone { display: none; }
.sides { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem; } .sides .scroll { max-height: 34rem; overflow: auto; }
.same { display: inline-block; min-width: 100%; background: var(--less-1); box-shadow: inset 4px 0 var(--bar); } .same b { margin-left: 1.5rem; font-size: .75rem; color: var(--quiet); }
.s2 { background: var(--more-1); box-shadow: inset 4px 0 var(--theirs); } .s3 { background: var(--good-soft); box-shadow: inset 4px 0 var(--good); } .s4 { background: var(--warn-soft); box-shadow: inset 4px 0 var(--warn); }
.s5 { background: var(--idle-soft); box-shadow: inset 4px 0 var(--idle); } .s6 { background: var(--bad-soft); box-shadow: inset 4px 0 var(--bad); }
.copies { overflow-x: auto; } .edge line { stroke: var(--bar); } .edge:hover line, .edge:focus line { stroke: var(--theirs); } .node circle { fill: var(--panel); stroke: var(--ink); stroke-width: 2; }

@media (max-width: 40rem) {
  .sides { grid-template-columns: minmax(0, 1fr); }
  body > header, main, body > footer { padding-left: 1rem; padding-right: 1rem; }
  table { font-size: .875rem; } th, td { padding-left: .5rem; padding-right: .5rem; } thead th, thead th.n { white-space: normal; } .exercise > summary h3 { flex-basis: calc(100% - 2rem); } .exercise > summary b { margin-left: 1.55rem; } .bar { width: 3rem; } .histogram text { font-size: 15px; } .path text { font-size: 17px; }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
@media print {
  body { font-size: 10pt; background: none; } .skip, nav, .search, thead button::after { display: none; }
  .scroll { overflow: visible; border: none; } .exercise { break-inside: avoid-page; } thead { display: table-header-group; } tr, figure { break-inside: avoid; }
  .scroll:has(> #students-table) { content-visibility: visible; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
`;
