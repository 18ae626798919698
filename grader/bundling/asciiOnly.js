'use strict';

/**
 * The same program in ASCII alone, which V8 takes as it lies, where it would decode all of a bundle for a single other
 * letter. In strings, templates, regular expressions and names an escape is the letter; that one which is escaped
 * already, by itself, is no other.
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
