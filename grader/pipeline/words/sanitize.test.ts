import { printableLine, sanitize } from './sanitize';

describe('sanitize', () => {
  it.each([
    ['plain text', 'loss = 3·λ „ok“', 'loss = 3·λ „ok“'],
    ['colours', '\u001b[31mred\u001b[0m', 'red'],
    ['cursor movements', 'a\u001b[2J\u001b[1;1Hb', 'ab'],
    ['a window title', '\u001b]0;owned\u0007', '�]0;owned�'],
    ['an 8-bit control', 'a\u009bb', 'a�b'],
    ['line breaks and tabs', ' a\r\n\tb ', 'a b'],
    ['a backspace', 'a\bb', 'a�b'],
    ['a null', 'a\u0000b', 'a�b'],
    ['text turned around', 'a\u202eb\u2066c\u061cd', 'a�b�c�d'],
    ['invisible characters', 'a\u200bb\u00adc\u2060d', 'a�b�c�d'],
    ['blank letters', 'a\u3164b\u2800c\uffa0d\u115fe', 'a�b�c�d�e'],
    ['a tower of marks', `a${'\u0301\u0489'.repeat(50)}b`, 'a\u0301\u0489\u0301b'],
    ['marks of a language, and of an emoji', 'ấ กำลัง हिन्दी ❤\ufe0f', 'ấ กำลัง हिन्दी ❤\ufe0f'],
    ['half a character', 'a\ud83d', 'a�'],
    ['a whole one', 'a😀', 'a😀'],
  ])('should make %s harmless', (_what, text, clean) => {
    expect(sanitize(text)).toBe(clean);
  });

  it('should truncate after 300 characters, never within one', () => {
    expect(sanitize('x'.repeat(300))).toBe('x'.repeat(300));
    expect(sanitize('x'.repeat(301))).toBe(`${'x'.repeat(299)}…`);
    expect(sanitize('😀'.repeat(301))).toBe(`${'😀'.repeat(299)}…`);
    expect(Array.from(sanitize('y'.repeat(5_000_000)))).toHaveLength(300);
  });
});

describe('printableLine', () => {
  it("should keep a line's layout and remove everything that controls a terminal", () => {
    expect(printableLine('  smallest case   x = [1]')).toBe('  smallest case   x = [1]');
    expect(printableLine('a\u001b[2Jb\u001b]0;owned\u0007c\nd\te\u202ef')).toBe('ab�]0;owned�c d e�f');
    expect(printableLine(`a${'\u0301'.repeat(50)}\u3164`)).toBe('a\u0301\u0301\u0301�');
    expect(printableLine('x'.repeat(1e6))).toBe(`${'x'.repeat(599)}…`);
  });
});
