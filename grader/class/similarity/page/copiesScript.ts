/** The slider, and links of the graph that open their pair. Plain JavaScript for the browser. */
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
    const least = Number(input.value);
    output.textContent = least + ' %';
    const there = new Set();
    for (const pair of pairs) pair.hidden = Number(pair.dataset.similarity) < least;
    for (const edge of edges) {
      const isShown = Number(edge.dataset.similarity) >= least;
      edge.classList.toggle('gone', !isShown);
      if (isShown) there.add(edge.dataset.left).add(edge.dataset.right);
    }
    for (const node of nodes) node.classList.toggle('gone', !there.has(node.dataset.name));
    none.hidden = there.size > 0;
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
