import { forEachToken } from './tokens';

function tokensOf(text: string): readonly { readonly word: string; readonly at: number; readonly isName: boolean }[] {
  const tokens: { word: string; at: number; isName: boolean }[] = [];
  forEachToken(text, (word, at, isName) => tokens.push({ word, at, isName }));
  return tokens;
}
const words = (text: string): string =>
  tokensOf(text)
    .map(({ word }) => word)
    .join(' ');

describe('forEachToken', () => {
  it('should read the same tokens in code, comments, quotes and JSON', () => {
    const code = 'const a = tf.sub(b, 0.5);\nreturn a;';
    const expected = 'const a = tf . sub ( b , 0.5 ) ; return a ;';
    expect(words(code)).toBe(expected);
    expect(words(code.replaceAll(/^/gm, '// '))).toBe(expected);
    expect(words(`/* ${code} */`)).toBe(expected);
    expect(words(JSON.stringify(code))).toBe(expected);
    expect(words(`\`${code}\``)).toBe(expected);
  });

  it('should continue after a replacement character', () => {
    expect(words("const bad = '\uFFFD'; return a;")).toBe('const bad = ; return a ;');
  });

  it('should normalize numbers', () => {
    expect(words('1e-3 .001 0.0010 1_000')).toBe('0.001 0.001 0.001 1000');
  });

  it('should report positions of tokens, and which are names', () => {
    expect(tokensOf("x 'y' if").map(({ at, isName }) => [at, isName])).toEqual([
      [0, true],
      [3, true],
      [6, false],
    ]);
  });
});
