import { runInNewContext } from 'node:vm';
import { madeClass } from '../testing/madeClass';
import { classPage } from './classPage';
import { studentPath } from './links';
import { classScript } from './script';

const evil = '</script><img src=x onerror=alert(1)>\u202e=1+1"';

describe('classPage', () => {
  const results = madeClass(40, 3);
  const page = classPage(results, { courseTitle: 'Losses & co' });

  it('should begin with what needs a person', () => {
    const order = [...page.matchAll(/<h2 id="(\w+)"/g)].map(([, id]) => id);
    expect(order).toEqual([
      'attention',
      'scores',
      'exercises',
      'mistakes',
      'items',
      'slowest',
      'students',
      'provenance',
    ]);
  });

  it('should link every student to their page', () => {
    for (const { submission } of results)
      expect(page).toContain(`<a href="students/${encodeURIComponent(submission)}.html"><bdi>${submission}</bdi></a>`);
  });

  it('should load nothing, and run only its own script', () => {
    expect(page).not.toMatch(/(?:src|href)="(?!#|students\/|data:,")/);
    expect(page).not.toContain('@import');
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).toMatch(/default-src 'none'; style-src 'sha256-[\w+/=]+'; script-src 'sha256-[\w+/=]+'/);
    expect(page).not.toMatch(/ style="| on\w+="/);
  });

  it('should show untrusted text only as text', () => {
    const [first] = results;
    if (first === undefined) throw new Error('an empty class');
    const text = classPage([{ ...first, submission: evil, assignments: first.assignments.map((one) => ({ ...one, status: 'unreadable', message: evil })) }]); // prettier-ignore
    expect(text).not.toContain('<img');
    expect(text).not.toContain('\u202e');
    expect(text.match(/<\/script>/g)).toHaveLength(1);
  });

  it('should report that an empty class has no scores', () => {
    expect(classPage([])).toContain('No one has a score yet.');
  });

  it('should be the same for the same results', () => {
    expect(classPage(madeClass(40, 3), { courseTitle: 'Losses & co' })).toBe(page);
  });

  it('should contain a script that browsers can parse', () => {
    const document = { querySelectorAll: () => [], getElementById: () => null };
    expect(() => runInNewContext(classScript, { document, Intl }) as unknown).not.toThrow();
  });
});

describe('studentPath', () => {
  it('should encode any name', () => {
    expect(studentPath('a b#c?d%e')).toBe('students/a%20b%23c%3Fd%25e.html');
  });
});
