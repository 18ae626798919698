/** Plain JavaScript for the browser: the slider, and links of the graph that open their pair. */
export const copiesScript = `'use strict';
(() => {
  const slider = document.getElementById('slider');
  if (slider === null) return;
  slider.hidden = false;
  const input = slider.querySelector('input');
  const output = slider.querySelector('output');
  const pairs = [...document.querySelectorAll('details[data-similarity]')];
  const edges = [...document.querySelectorAll('.edge')];
  const nodes = [...document.querySelectorAll('.node')];
  const none = document.getElementById('none');
  const show = () => {
    const threshold = Number(input.value);
    output.textContent = threshold + ' %';
    const shown = new Set();
    for (const pair of pairs) pair.hidden = Number(pair.dataset.similarity) < threshold;
    for (const edge of edges) {
      const isShown = Number(edge.dataset.similarity) >= threshold;
      edge.classList.toggle('gone', !isShown);
      if (isShown) shown.add(edge.dataset.left).add(edge.dataset.right);
    }
    for (const node of nodes) node.classList.toggle('gone', !shown.has(node.dataset.name));
    none.hidden = shown.size > 0;
  };
  input.addEventListener('input', show);
  show();
  const open = () => {
    const pair = document.getElementById(location.hash.slice(1));
    if (pair instanceof HTMLDetailsElement) pair.open = true;
  };
  addEventListener('hashchange', open);
  open();
})();
`;
