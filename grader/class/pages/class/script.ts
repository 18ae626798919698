import { plainLetters } from '../../roster';

/**
 * Sorts tables by a click on a column's name, and searches the table of students. Plain JavaScript for the browser. The
 * script creates its own controls, so that without it there are none.
 */
export const classScript = `'use strict';
(() => {
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  const number = (text) => (/^[<>]?\\s*-?[\\d.,]+\\s*%?$/.test(text) ? Number(text.replace(/[^\\d.-]/g, '')) : text === '–' || text === '' ? -Infinity : NaN);

  for (const table of document.querySelectorAll('table[data-sortable]')) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const name = head.textContent;
      if (!head.hasAttribute('aria-sort')) head.setAttribute('aria-sort', 'none');
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = name;
      head.replaceChildren(button);
      button.addEventListener('click', () => {
        const numeric = head.classList.contains('n');
        const before = head.getAttribute('aria-sort');
        // Numbers start descending, names ascending.
        const descending = before === 'none' ? numeric : before === 'ascending';
        const body = table.tBodies[0];
        const keyed = [...body.rows].map((row) => {
          const text = row.cells[column].textContent.trim();
          return { row, key: numeric ? number(text) : text };
        });
        const compare = numeric ? (a, b) => a.key - b.key : (a, b) => collator.compare(a.key, b.key);
        keyed.sort(descending ? (a, b) => compare(b, a) : compare);
        for (const other of heads) other.setAttribute('aria-sort', 'none');
        head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
        body.append(...keyed.map(({ row }) => row));
      });
    });
  }

  // Match names with diacritics as people type them.
  const plain = ${JSON.stringify(plainLetters)};
  const fold = (text) => text.normalize('NFKD').replace(/\\p{M}/gu, '').toLowerCase().replace(/[${Object.keys(plainLetters).join('')}]/g, (letter) => plain[letter]);

  const students = document.getElementById('students-table');
  if (students === null) return;
  const rows = [...students.tBodies[0].rows].map((row) => ({ row, text: fold(row.textContent + ' ' + (row.dataset.also ?? '')) }));
  const form = document.createElement('div');
  form.className = 'search';
  form.innerHTML = '<label for="search">Search names, emails, partners, statuses, mistakes</label><input id="search" type="search" autocomplete="off" spellcheck="false"><span role="status" class="quiet"></span>';
  students.closest('.scroll').before(form);
  const input = form.querySelector('input');
  const found = form.querySelector('[role=status]');
  const search = () => {
    const words = fold(input.value).split(/\\s+/).filter((word) => word !== '');
    let count = 0;
    for (const { row, text } of rows) {
      const matches = words.every((word) => text.includes(word));
      if (row.hidden === matches) row.hidden = !matches;
      if (matches) count += 1;
    }
    found.textContent = words.length === 0 ? '' : count + ' of ' + rows.length + (rows.length === 1 ? ' student' : ' students');
  };
  input.addEventListener('input', search);
  for (const link of document.querySelectorAll('a[data-search]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      input.value = link.dataset.search;
      search();
      document.getElementById('students').scrollIntoView();
      input.focus({ preventScroll: true });
    });
  }
})();
`;
