'use strict';
/** Plain JavaScript, since `npm test` needs it before anything is compiled. */
const { closest, distance } = require('fastest-levenshtein');

/**
 * The known name that a mistyped name most likely means: one that contains it, otherwise one within a typo or two;
 * undefined if none is close.
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

/** More names don't help on one line: a class has hundreds. */
const maxListed = 12;

/**
 * As many names as fit on a line, and the number of omitted ones.
 *
 * @param {readonly string[]} known
 */
function firstOf(known) {
  const isLong = known.length > maxListed + 1;
  return { names: isLong ? known.slice(0, maxListed) : known, leftOut: isLong ? known.length - maxListed : 0 };
}

/**
 * `did you mean 03-losses?`, or the list of known names if none is close.
 *
 * @param {string} word
 * @param {readonly string[]} known
 * @returns {string}
 */
function didYouMean(word, known) {
  const near = nearest(word, known);
  if (near !== undefined) return `did you mean ${near}?`;
  const { names, leftOut } = firstOf(known);
  return `known: ${names.join(', ')}${leftOut === 0 ? '' : ` and ${leftOut} more`}`;
}

module.exports = { didYouMean, firstOf, nearest };
