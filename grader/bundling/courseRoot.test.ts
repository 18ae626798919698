import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { courseRoot } from './courseRoot';

describe('courseRoot', () => {
  let folder: string;
  const makeCourse = (...path: readonly string[]): string => {
    const root = join(folder, ...path);
    mkdirSync(join(root, 'assignments'), { recursive: true });
    writeFileSync(join(root, 'assignments', 'course.json'), '{}');
    return root;
  };
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'course-root-')));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("should be the course that the engine is installed in, called as npm's scripts do or by its own path", () => {
    const course = makeCourse('mine');
    const engine = makeCourse('mine', 'node_modules', 'descent');
    expect(courseRoot(engine, join(course, 'node_modules', '.bin', 'grader'), {})).toBe(course);
    expect(courseRoot(engine, join(engine, 'grader', 'cli', 'bin.js'), {})).toBe(course);
  });

  it('should be the course whose link to an external engine was called', () => {
    const course = makeCourse('mine');
    const engine = makeCourse('engine');
    mkdirSync(join(course, 'node_modules'));
    symlinkSync(engine, join(course, 'node_modules', 'descent'), 'junction');
    expect(courseRoot(engine, join(course, 'node_modules', 'descent', 'grader', 'cli', 'bin.js'), {})).toBe(course);
  });

  it("should be the engine's own in a checkout, and if it is not installed in a course", () => {
    const checkout = makeCourse('outer', 'checkout');
    makeCourse('outer');
    expect(courseRoot(checkout, join(checkout, 'grader', 'cli', 'bin.js'), {})).toBe(checkout);
    const engine = makeCourse('other', 'node_modules', 'descent');
    expect(courseRoot(engine, join(engine, 'grader', 'cli', 'bin.js'), {})).toBe(engine);
  });

  it("should not be another course whose packages are linked to, as Jest's workers are started from there", () => {
    const copy = makeCourse('copy');
    const other = makeCourse('other');
    mkdirSync(join(other, 'node_modules', 'jest-worker'), { recursive: true });
    expect(courseRoot(copy, join(other, 'node_modules', 'jest-worker', 'processChild.js'), {})).toBe(copy);
  });

  it('should not be the current folder, which may be a submission', () => {
    const before = process.cwd();
    const engine = makeCourse('engine');
    process.chdir(makeCourse('submission'));
    try {
      expect(courseRoot(engine, join(engine, 'grader', 'cli', 'bin.js'), {})).toBe(engine);
    } finally {
      process.chdir(before);
    }
  });

  it('should be the course that DESCENT_COURSE names', () => {
    const engine = makeCourse('engine');
    const course = makeCourse('mine');
    expect(courseRoot(engine, undefined, { DESCENT_COURSE: course })).toBe(course);
    expect(() => courseRoot(engine, undefined, { DESCENT_COURSE: folder })).toThrow(
      `DESCENT_COURSE is ${folder}, where there is no assignments/course.json`,
    );
  });
});
