import { parse } from 'acorn';
import { tokensOf } from './tokensOf';

const tokens = (code: string): readonly (readonly string[])[] =>
  tokensOf({ program: parse(code, { ecmaVersion: 'latest' }) }).map((unit) => unit.tokens);

describe('tokensOf', () => {
  it('should ignore names, literals, comments, layout and the kind of loop', () => {
    const one = 'function f(a) { for (const x of a) { a.push(x + 1); } return "x"; }';
    const other =
      'function g(values) {\n  // mine\n  for (const value in values) { (values.push(value + 2)); }\n  return 7;\n}';
    expect(tokens(one)).toEqual(tokens(other));
  });

  it('should distinguish methods and operators', () => {
    expect(tokens('a.exp()')).not.toEqual(tokens('a.log()'));
    expect(tokens('a + b')).not.toEqual(tokens('a - b'));
    // The student's own functions can have any name.
    expect(tokens('mine(a)')).toEqual(tokens('yours(b)'));
  });

  it('should return the tokens and positions of each statement', () => {
    const code = 'f(1); g(1);';
    expect(tokens(code)).toHaveLength(2);
    const [, second] = tokensOf({ program: parse(code, { ecmaVersion: 'latest' }) });
    expect(second?.starts[0]).toBe(6);
  });
});
