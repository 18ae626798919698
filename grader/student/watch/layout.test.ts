import { columnsOf, linkFor, noLink, wrap } from './layout';

const place = { path: '/copy/assignments/03-losses/losses.ts', line: 12, column: 5 };

describe('wrap', () => {
  it.each<[string, string, number, readonly string[]]>([
    ['short lines as they are', '  a b', 10, ['  a b']],
    ['at spaces, with the same indent', '  one two three', 9, ['  one two', '  three']],
    ['no word that is longer than a line', 'a losses.ts:12:5', 8, ['a', 'losses.ts:12:5']],
    // Each character takes two columns.
    ['Chinese between characters', '  先改正这个', 8, ['  先改正', '  这个']],
  ])('should break %s', (_what, line, columns, lines) => {
    expect(wrap(line, columns)).toEqual(lines);
  });

  it('should count columns as terminals do', () => {
    expect(['softmax', '提示', 'e\u0301'].map(columnsOf)).toEqual([7, 4, 1]);
  });
});

describe('linkFor', () => {
  it.each<[Readonly<Record<string, string>>, string]>([
    [{ TERM_PROGRAM: 'vscode' }, 'vscode://file/copy/assignments/03-losses/losses.ts:12:5'],
    [{ VTE_VERSION: '7600' }, 'file:///copy/assignments/03-losses/losses.ts'],
    [{ TERM: 'xterm-kitty' }, 'file:///copy/assignments/03-losses/losses.ts'],
  ])('should lead where the terminal of %j can open it', (environment, url) => {
    expect(linkFor(environment)('losses.ts:12:5', place)).toBe(
      `\u001b]8;;${url}\u001b\\losses.ts:12:5\u001b]8;;\u001b\\`,
    );
  });

  it('should be plain text if the terminal is not known to support links', () => {
    expect([{}, { TERM: 'dumb' }, { VTE_VERSION: '4999' }].map(linkFor)).toEqual([noLink, noLink, noLink]);
  });
});
