'use strict';
const { patternOf } = require('./testNames');

/** Interprets `npm test -- …`. Plain JavaScript, since it runs before anything is compiled. */

/**
 * @typedef {import('./summaryTexts').SummaryTexts} SummaryTexts
 * @typedef {{ readonly id: string, readonly exercises: readonly string[] }} Assignment
 * @typedef {{ readonly status: 'chosen', readonly args: readonly string[] }
 *   | { readonly status: 'unknown', readonly message: string }} Choice
 */

/**
 * Jest's arguments, in which a function's name matches only itself, not all names that contain it, and only its
 * assignment is loaded.
 *
 * @param {readonly string[]} args - as they were written after `npm test --`
 * @param {readonly Assignment[]} assignments
 * @param {SummaryTexts} texts
 * @param {boolean} isStaff - whether there are other tests, which `-t` may refer to
 * @returns {Choice}
 */
function chooseTests(args, assignments, texts, isStaff) {
  const ids = assignments.map(({ id }) => id);
  const unknownId = args.find((one) => isId(one) && !ids.some((id) => id.startsWith(one)));
  if (unknownId !== undefined) return { status: 'unknown', message: texts.noAssignment(unknownId, ids) };
  const isNamed = args.some(isId);
  const among = isNamed
    ? assignments.filter(({ id }) => args.some((one) => isId(one) && id.startsWith(one)))
    : assignments;
  const chosen = [];
  for (const [index, one] of args.entries()) {
    const isPattern = index > 0 && isPatternFlag(args[index - 1] ?? '');
    const owners = among.filter(({ exercises }) => exercises.includes(one));
    if (owners.length > 0 && (isPattern || !one.startsWith('-'))) {
      if (!isPattern) chosen.push('-t');
      chosen.push(patternOf(one));
      if (!isNamed) chosen.push(...owners.map(({ id }) => id));
    } else if (isPattern && /^[\w$]+$/.test(one) && (!isStaff || isNamed)) {
      const known = among.flatMap(({ exercises }) => exercises);
      return { status: 'unknown', message: texts.noFunction(one, known) };
    } else chosen.push(one);
  }
  return { status: 'chosen', args: chosen };
}

/** @param {string} argument */
function isId(argument) {
  return /^\d{1,2}-/.test(argument);
}

/** @param {string} argument */
function isPatternFlag(argument) {
  return argument === '-t' || argument === '--testNamePattern';
}

module.exports = { chooseTests };
