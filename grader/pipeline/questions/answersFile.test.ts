import { readAnswers, withAnswer } from './answersFile';

describe('withAnswer', () => {
  const text = '# Yours\n\n# Which?\n#   a. This\nwhich: # b was wrong\n\n# How many?\nmany:\n\n# 为什么？\nwhy:\n';

  it('should write one answer, and leave all else as it is', () => {
    expect(withAnswer(text, 'many', '32')).toBe(text.replace('many:', 'many: "32"'));
    expect(withAnswer(text.replace('many:', 'many: 31'), 'many', '')).toBe(text);
    expect(withAnswer(text, 'why', '因为: "L2"')).toBe(text.replace('why:', 'why: \'因为: "L2"\''));
    expect(withAnswer(text.replace('why:', 'why: "L1"'), 'why', 'L2')).toBe(text.replace('why:', 'why: L2'));
    expect(withAnswer(text, 'new', 'x')).toBe(`${text}new: x\n`);
    expect(withAnswer('# nothing yet\n', 'why', 'x')).toBe('# nothing yet\n\nwhy: x\n');
  });

  it('should read back what it wrote', () => {
    for (const answer of ['b', '0.5', 'weight decay: "L2"', '- x', '# no', 'a '.repeat(90).trim(), '是']) {
      const read = readAnswers({ status: 'text', file: 'answers.yaml', text: withAnswer(text, 'why', answer) ?? '' });
      expect(read).toMatchObject({ status: 'given', answers: new Map([['why', answer]]) });
    }
  });

  it('should write nothing over what can not be read', () => {
    expect(withAnswer('which: [a\n', 'which', 'b')).toBeUndefined();
    expect(withAnswer('- a\n', 'which', 'b')).toBeUndefined();
  });
});
