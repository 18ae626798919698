import { readLabels } from './labelsFile';

const file = 'solutions/03-losses/labels.zh.yaml';

describe('readLabels', () => {
  it('should read the labels of cases and checks, if any', () => {
    const text = 'cases:\n  all labels are 0: 所有标签为 0\nchecks:\n  ties: 并列\n';
    expect(readLabels(text, file)).toEqual({ cases: { 'all labels are 0': '所有标签为 0' }, checks: { ties: '并列' } });
    expect(readLabels('', file)).toEqual({ cases: {}, checks: {} });
  });

  it.each([
    ['cases:\n  all labels are 0:\n', `${file}:2: cases, all labels are 0: give its words in this language`],
    ['labels: {}\n', `${file}:1: give \`cases\`, by their English labels, and \`checks\`, by their ids`],
  ])('should name file, line and label: %j', (text, message) => {
    expect(() => readLabels(text, file)).toThrow(message);
  });
});
