import { parse } from 'acorn';
import { tokensOf } from './tokensOf';

const tokens = (code: string): readonly (readonly string[])[] =>
  tokensOf({ program: parse(code, { ecmaVersion: 'latest' }) }).map((unit) => unit.tokens);

describe('tokensOf', () => {
  it('should not depend on names, literals, comments, layout and which loop it is', () => {
    const one = 'function f(a) { for (const x of a) { a.push(x + 1); } return "x"; }';
    const other =
      'function g(values) {\n  // mine\n  for (const value in values) { (values.push(value + 2)); }\n  return 7;\n}';
    expect(tokens(one)).toEqual(tokens(other));
  });

  it('should depend on what is called and computed', () => {
    expect(tokens('a.exp()')).not.toEqual(tokens('a.log()'));
    expect(tokens('a + b')).not.toEqual(tokens('a - b'));
    // A function of one's own can be called anything.
    expect(tokens('mine(a)')).toEqual(tokens('yours(b)'));
  });

  it('should take each statement for itself, with where its tokens begin', () => {
    const code = 'f(1); g(1);';
    expect(tokens(code)).toHaveLength(2);
    const [, second] = tokensOf({ program: parse(code, { ecmaVersion: 'latest' }) });
    expect(second?.starts[0]).toBe(6);
  });
});
