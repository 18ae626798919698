import { printLines, printNote } from './printLines';

describe('printLines', () => {
  it('should sanitize text from files and people, and keep layout and length', () => {
    const log = jest.spyOn(console, 'log').mockImplementation();
    const long = 'x'.repeat(2_000);
    printLines('Unmatched (1):', `  \u001b[2Jmallory\u202egnp.zip\u0007\r: ${long}`, 'a\nb');
    expect(log.mock.calls).toEqual([[`Unmatched (1):\n  mallory�gnp.zip� : ${long}\na\nb`]]);
  });

  it("should prefix a note with the program's name", () => {
    const error = jest.spyOn(console, 'error').mockImplementation();
    printNote('\u001b]0;title\u0007 is no folder');
    expect(error.mock.calls).toEqual([['grader: �]0;title� is no folder']]);
  });
});
