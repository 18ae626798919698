'use strict';
/** Plain JavaScript, since `npm test` reads a student's file with it before anything is compiled. */
const { Buffer } = require('node:buffer');
const { TextDecoder } = require('node:util');

/**
 * A source file's text, and its encoding if that is not UTF-8.
 *
 * @typedef {{ readonly status: 'text', readonly text: string, readonly encoding: string | undefined }} Decoded
 */

/**
 * Decodes the text of a source file. Editors on Windows save UTF-16, recognised by its byte order mark, or the local
 * encoding. The latter is accepted only if it affects comments and strings but no names.
 *
 * @param {Uint8Array} bytes
 * @returns {Decoded | undefined} undefined if it is not text, or can't be decoded without guessing
 */
function decodeSource(bytes) {
  const mark = Buffer.from(bytes.subarray(0, 2)).toString('hex');
  if (mark === 'fffe' || mark === 'feff')
    return withEncoding(decode(bytes, mark === 'fffe' ? 'utf-16le' : 'utf-16be'), 'UTF-16');
  if (bytes.includes(0)) return undefined;
  const text = decode(bytes, 'utf-8');
  if (text !== undefined) return { status: 'text', text, encoding: undefined };
  const { label, name } = likelyEncoding(bytes);
  const guess = decode(bytes, label);
  return guess !== undefined && hasPlainNames(guess) ? { status: 'text', text: guess, encoding: name } : undefined;
}

/**
 * Guesses by the grouping of bytes above 127: in pairs for Chinese, as Japanese syllables, or alone between letters.
 *
 * @param {Uint8Array} bytes
 * @returns {{ readonly label: string, readonly name: string }}
 */
function likelyEncoding(bytes) {
  if (/[\u3041-\u30fa]/.test(decode(bytes, 'shift_jis') ?? '')) return { label: 'shift_jis', name: 'Shift-JIS' };
  const runs =
    Buffer.from(bytes)
      .toString('latin1')
      .match(/[\x80-\xff]+/g) ?? [];
  const isPaired = runs.every((run) => run.length % 2 === 0) && decode(bytes, 'gb18030') !== undefined;
  return isPaired ? { label: 'gb18030', name: 'GBK' } : { label: 'windows-1252', name: 'Latin-1' };
}

/**
 * @param {Uint8Array} bytes
 * @param {string} label
 */
function decode(bytes, label) {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * @param {string | undefined} text
 * @param {string} encoding
 * @returns {Decoded | undefined}
 */
function withEncoding(text, encoding) {
  return text === undefined || text.includes('\0') ? undefined : { status: 'text', text, encoding };
}

/**
 * Whether all names in the code are ASCII; esbuild drops its comments.
 *
 * @param {string} text
 */
function hasPlainNames(text) {
  // Few files need them, and `npm test` should start immediately.
  const { tokenizer } = require('acorn');
  const { transformSync } = require('esbuild');
  try {
    const { code } = transformSync(text, {
      loader: 'ts',
      tsconfigRaw: '{}',
      charset: 'utf8',
      legalComments: 'none',
      logLevel: 'silent',
    });
    const tokens = tokenizer(code, { ecmaVersion: 'latest', sourceType: 'module' });
    return [...tokens].every(
      ({ type, start, end }) => !/name|privateId/.test(type.label) || !/[^\0-\x7f]/.test(code.slice(start, end)),
    );
  } catch {
    return false;
  }
}

module.exports = { decodeSource };
