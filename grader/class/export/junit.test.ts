import { inputWith, results } from './testing/fixture';
import { golden } from './testing/golden';
import { parseXml, type XmlElement } from './testing/parseXml';
import { writeClass } from './testing/writeClass';
import { junit } from './junit';

describe('junit', () => {
  const { text } = writeClass(junit, inputWith());
  const root = parseXml(text);
  const suiteOf = (name: string): XmlElement | undefined =>
    root.children.find(({ attributes }) => attributes.name === name);

  it('should match its golden file', () => {
    expect(text).toBe(golden('junit.xml', text));
  });

  it('should have a suite with correct counts for each submission and assignment', () => {
    expect(root.children.map(({ attributes }) => attributes.name)).toHaveLength(2 * results.length);
    for (const suite of [root, ...root.children]) {
      const cases = [suite, ...suite.children]
        .flatMap(({ children }) => children)
        .filter(({ name }) => name === 'testcase');
      const count = (name: string): string => String(cases.filter(({ children }) => children[0]?.name === name).length);
      const { tests, failures, errors, skipped } = suite.attributes;
      expect({ tests, failures, errors, skipped }).toEqual({
        tests: String(cases.length),
        failures: count('failure'),
        errors: count('error'),
        skipped: count('skipped'),
      });
    }
  });

  it('should distinguish failed, unwritten and stopped functions', () => {
    const kinds = (name: string): (string | undefined)[] =>
      (suiteOf(name)?.children ?? []).filter((one) => one.name === 'testcase').map(({ children }) => children[0]?.name);
    expect(kinds('b2.03-losses')).toEqual([undefined, 'failure', 'skipped']);
    expect(kinds('d4.03-losses')).toEqual(['failure', 'error', 'skipped']);
    expect(kinds('e5.03-losses')).toEqual([undefined, undefined, 'error']);
  });

  it('should escape the text of students', () => {
    const [first] = (suiteOf('d4.03-losses')?.children ?? []).filter(({ name }) => name === 'testcase');
    expect(first?.children[0]?.attributes.message).toBe(
      'softmax › did not finish <script>alert("1")</script> ]]> ��[31m� % :,',
    );
  });

  it('should be checked by a parser that refuses malformed documents', () => {
    expect(() => parseXml(text.replace('</testsuites>', ''))).toThrow();
    expect(() => parseXml(text.replace('&lt;script', '<script'))).toThrow();
  });
});
