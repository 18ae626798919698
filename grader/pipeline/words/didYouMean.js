'use strict';
/** Plain JavaScript, since `npm test` needs it before anything is compiled. */
const { closest, distance } = require('fastest-levenshtein');

/**
 * The one of the known names that a mistyped name is likely meant as: one that holds it, else one within a typing error
 * or two; undefined where none is near.
 *
 * @param {string} word
 * @param {Iterable<string>} known
 * @returns {string | undefined}
 */
function nearest(word, known) {
  const names = [...known].filter((name) => name !== '');
  const small = word.toLowerCase();
  const holding = small.length > 1 ? names.find((name) => name.toLowerCase().includes(small)) : undefined;
  if (holding !== undefined || names.length === 0) return holding;
  const lower = names.map((name) => name.toLowerCase());
  const near = lower.indexOf(closest(small, lower));
  const name = names[near] ?? '';
  return distance(small, name.toLowerCase()) <= Math.min(Math.max(2, name.length / 3), name.length - 1)
    ? name
    : undefined;
}

/**
 * `did you mean 03-losses?`, or the list of what there is where none is near.
 *
 * @param {string} word
 * @param {readonly string[]} known
 * @returns {string}
 */
function didYouMean(word, known) {
  const near = nearest(word, known);
  return near === undefined ? `known: ${known.join(', ')}` : `did you mean ${near}?`;
}

module.exports = { didYouMean, nearest };
