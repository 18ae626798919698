import { TokenRuns, type FoundRun } from './TokenRuns';
import { Words } from './Words';

const words = new Words();
/** What TokenRuns of length four finds in a text. */
function find(secrets: readonly string[], text: string, { without = '', fewestNames = 1 } = {}): FoundRun | undefined {
  const runs = new TokenRuns(words, 4);
  for (const [index, secret] of secrets.entries()) runs.add(words.learn(secret), `secret ${index}`);
  runs.remove(words.learn(without));
  return runs.find(words.read(text), fewestNames);
}

describe('TokenRuns', () => {
  it('should find the first run in a text, with its words and position', () => {
    expect(find(['a.b(c)', 'd = e;\nf = g'], 'let x = 1; d = e; /* unheard */ f')).toEqual({
      from: 'secret 1',
      words: 'd = e ;',
      at: 11,
    });
    expect(find(['a.b(c)'], 'x; a.b')).toBeUndefined();
  });

  it('should not find words that occur elsewhere in the secrets', () => {
    expect(find(['a - b + c', 'c + a - d'], 'b + a - b')).toBeUndefined();
    expect(find(['a + b + c', 'a + b - c'], 'a + b - c')).toMatchObject({ from: 'secret 1' });
  });

  it('should ignore runs that are also public, or have no or too few names', () => {
    expect(find(['a + b + c'], 'a + b + c', { without: 'a + b + c' })).toBeUndefined();
    expect(find(['1 + 2 + 3'], '1 + 2 + 3')).toBeUndefined();
    expect(find(['a + a + 1'], 'a + a + 1', { fewestNames: 2 })).toBeUndefined();
    expect(find(['a + b + 1'], 'a + b + 1', { fewestNames: 2 })).toMatchObject({ words: 'a + b +' });
  });
});

describe('Words.essential', () => {
  const essential = (text: string): string =>
    words
      .essential(words.learn(text))
      .words.map((word) => words.textOf(word))
      .join(' ');

  it('should be the same before and after a compiler drops optional tokens', () => {
    expect(essential('f((x) => { return { a, b, }; });')).toBe(essential('f(x=>{return{a,b}})'));
    expect(essential('f((x, y) => x);')).toBe('f ( ( x , y ) => x )');
  });
});
