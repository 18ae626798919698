'use strict';
/** Messages about an unknown name, in the reader's language. Plain JavaScript, since `npm test` needs it too. */
const { didYouMean, firstOf, nearest } = require('./didYouMean');

/**
 * @typedef {object} UnknownNames
 * @property {(name: string, known: readonly string[]) => string} noAssignment
 * @property {(name: string, known: readonly string[]) => string} noFunction
 */

/** @type {UnknownNames} */
const en = {
  noAssignment: (name, known) => `there is no assignment ${name}; ${didYouMean(name, known)}`,
  noFunction: (name, known) => `there is no function ${name}; ${didYouMean(name, known)}`,
};

/**
 * @param {string} name
 * @param {readonly string[]} known
 */
function meant(name, known) {
  const near = nearest(name, known);
  if (near !== undefined) return `是不是指 ${near}？`;
  const { names, leftOut } = firstOf(known);
  return `有 ${names.join('、')}${leftOut === 0 ? '' : `，另有 ${leftOut} 个`}`;
}

/** @type {UnknownNames} */
const zh = {
  noAssignment: (name, known) => `没有作业 ${name}：${meant(name, known)}`,
  noFunction: (name, known) => `没有函数 ${name}：${meant(name, known)}`,
};

module.exports = { unknownNames: { en, zh } };
