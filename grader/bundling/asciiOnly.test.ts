import { asciiOnly } from './asciiOnly';

/** The value of an expression after conversion to ASCII. */
function worth(expression: string): unknown {
  const code = asciiOnly(expression);
  expect(code).toMatch(/^[\0-\x7f]*$/);
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the test's own code
  return (new Function(`return ${code}`) as () => unknown)();
}

describe('asciiOnly', () => {
  it.each([
    ['a string', "'é – 没有 😀'", 'é – 没有 😀'],
    ['a template', '`${1}›${2}`', '1›2'],
    ['a tagged template', '((parts) => parts.join("|"))`–${0}没`', '–|没'],
    ['a regular expression', "/^[−-]?[=＝]$/.test('−＝')", true],
    ['a regular expression of whole letters', "/^[😀-😂]$/u.test('😁')", true],
    ['a letter that is escaped', "'a\\–b' + /^\\›$/.test('›')", 'a–btrue'],
    ['a letter behind a backslash', "'\\\\é'", '\\é'],
    ['a name', '(() => { const größe = 3; return größe; })()', 3],
  ])('should keep %s as it is', (_what, expression, value) => {
    expect(worth(expression)).toBe(value);
  });
});
