import { colorsFor, drawingStyle } from '../../drawing';

/** Styles of views, which the page adds to its stylesheet. */
export const viewStyle = `
${colorsFor(':root')}
${drawingStyle}
.view { display: flex; flex-wrap: wrap; gap: 1rem 2rem; align-items: flex-start; color: var(--ink); line-height: 1.5; }
.view .lead { flex: 0 0 100%; box-sizing: border-box; padding-right: max(0px, 100% - 46rem); margin: 0; color: var(--quiet); }
/* Side by side if there is room, else stacked. */
.view .stage { flex: 999 1 36rem; min-width: 0; }
.view .figures-row { display: flex; flex-wrap: wrap; gap: 1rem 24px; }
.view figure { margin: 0; min-width: 0; max-width: 100%; } .view .overlay { position: relative; touch-action: pan-y; } .view .image.pressable { cursor: crosshair; }
.view .sentences { margin: 1rem 0 0; max-width: 46rem; min-height: 4.5em; font-variant-numeric: tabular-nums; }
.view .notes { margin: .75rem 0 0; padding: 0; list-style: none; } .view .notes:empty { display: none; }
.view .notes li { border-left: 4px solid var(--rule); padding: .3rem .8rem; margin-top: .4rem; color: var(--quiet); overflow-wrap: anywhere; }
.view .side { flex: 1 1 16rem; min-width: 0; display: grid; gap: 1rem; align-content: start; font-size: .925rem; }
.view .controls { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: .9rem 1.5rem; }
.view fieldset { border: 0; padding: 0; margin: 0; min-width: 0; display: flex; flex-wrap: wrap; gap: .2rem .9rem; } .view legend { padding: 0; margin-bottom: .15rem; color: var(--quiet); font-size: .85rem; }
.view fieldset label { display: inline-flex; align-items: center; gap: .4rem; min-height: 1.75rem; cursor: pointer; } .view fieldset input { margin: 0; width: 1rem; height: 1rem; accent-color: var(--series-1); }
.view label.unavailable { color: var(--quiet); } .view label.unavailable .swatch { opacity: .35; } .view label small { font-size: .8rem; }
.view .swatch { width: .8rem; height: .8rem; border-radius: 3px; background: var(--series); flex: none; }
.view .slider { display: grid; grid-template-columns: 1fr auto; gap: .1rem .5rem; } .view .slider input { grid-column: 1 / -1; width: 100%; margin: 0; height: 1.5rem; accent-color: var(--series-1); }
.view output { font-variant-numeric: tabular-nums; }
.view .file { display: grid; grid-template-columns: minmax(0, 1fr); gap: .25rem; } .view input[type="file"] { font: inherit; width: 100%; min-width: 0; }
.view .buttons { display: flex; flex-wrap: wrap; gap: .5rem; }
.view .side button { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--rule); border-radius: 8px; padding: .35rem .9rem; cursor: pointer; }
.view .side button.primary { background: var(--series-1); border-color: var(--series-1); color: var(--paper); }
.view figcaption { display: flex; justify-content: space-between; align-items: baseline; gap: .5rem; margin: 0 0 .25rem; font-weight: 600; font-size: .95rem; } .view .saving { display: flex; flex: none; } .view .save { font: inherit; font-size: .8rem; color: var(--quiet); background: none; border: 0; padding: .25rem .5rem; min-width: 2rem; min-height: 1.5rem; cursor: pointer; border-radius: 6px; } .view .save:hover { color: var(--ink); background: var(--grid); }
.view .handle { position: absolute; width: 28px; height: 28px; margin: -14px 0 0 -14px; padding: 0; border-radius: 50%; border: 2.5px solid var(--ink); background: color-mix(in srgb, var(--paper) 55%, transparent); cursor: grab; touch-action: none; }
.view .handle:active { cursor: grabbing; } .view .handle.small { width: 24px; height: 24px; margin: -12px 0 0 -12px; border-width: 1.5px; background: none; }
.view :focus-visible { outline: 3px solid var(--series-1); outline-offset: 2px; }
`;
