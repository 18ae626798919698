'use strict';

/**
 * Converts a program to ASCII, which V8 uses without decoding, while a single other character makes it decode the whole
 * bundle. In strings, templates, regular expressions and names an escape is equivalent to the character.
 *
 * @param {string} code - JavaScript that reads no template's raw text
 */
function asciiOnly(code) {
  return code.replace(/(\\*)([^\0-\x7f])/g, (_, before, letter) => {
    const escape = `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
    return (before.length % 2 === 0 ? before : before.slice(1)) + escape;
  });
}

module.exports = { asciiOnly };
