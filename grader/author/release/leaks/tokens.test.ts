import { essentialTokens, tokensOf } from './tokens';

const words = (text: string): string =>
  tokensOf(text)
    .map((token) => token.text)
    .join(' ');
const essential = (text: string): string =>
  essentialTokens(tokensOf(text))
    .map((token) => token.text)
    .join(' ');

describe('tokensOf', () => {
  it('should read code alike whether it is code, commented, quoted, or JSON', () => {
    const code = 'const a = tf.sub(b, 0.5);\nreturn a;';
    const expected = 'const a = tf . sub ( b , 0.5 ) ; return a ;';
    expect(words(code)).toBe(expected);
    expect(words(code.replaceAll(/^/gm, '// '))).toBe(expected);
    expect(words(`/* ${code} */`)).toBe(expected);
    expect(words(JSON.stringify(code))).toBe(expected);
    expect(words(`\`${code}\``)).toBe(expected);
  });

  it('should read on after a character that stands for bytes of no encoding', () => {
    expect(words("const bad = '\uFFFD'; return a;")).toBe('const bad = ; return a ;');
  });

  it('should read numbers alike however they are written', () => {
    expect(words('1e-3 .001 0.0010 1_000')).toBe('0.001 0.001 0.001 1000');
  });

  it('should say where a token begins', () => {
    expect(tokensOf("x 'y'").map(({ at }) => at)).toEqual([0, 3]);
  });
});

describe('essentialTokens', () => {
  it('should be the same before and after a compiler has left out what it may', () => {
    expect(essential('f((x) => { return { a, b, }; });')).toBe(essential('f(x=>{return{a,b}})'));
    expect(essential('f((x, y) => x);')).toBe('f ( ( x , y ) => x )');
  });
});
