import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { readCourse } from '../pipeline/course';
import { addToCourse } from './addToCourse';
import { newCourse } from './newCourse';

const engine = resolve(__dirname, '../..');

describe('newCourse', () => {
  let folder: string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'new-course-')));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const packageOf = (root: string): unknown => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

  it('should create a course that depends on the engine, and can get assignments', async () => {
    const root = join(folder, 'Deep Learning');
    const { written, mustInstall } = await newCourse(engine, root);
    expect(written.every((file) => existsSync(join(root, file)))).toBe(true);
    expect(mustInstall).toBe(true);
    expect(packageOf(root)).toMatchObject({
      name: 'deep-learning',
      private: true,
      dependencies: { descent: `file:${relative(root, engine).replaceAll('\\', '/')}` },
    });
    await addToCourse(root, '01-mine');
    expect(await readCourse(root)).toMatchObject({ title: 'Deep Learning', assignments: ['01-mine'] });
  });

  it('should keep existing files, and depend on the engine like its own package', async () => {
    const installed = join(folder, 'node_modules', 'descent');
    mkdirSync(join(installed, 'grader', 'author'), { recursive: true });
    const content = {
      name: 'mine',
      scripts: { test: 'echo "Error: no test specified" && exit 1', lint: 'eslint .' },
      dependencies: { descent: 'file:../descent-0.1.0.tgz', other: '1.0.0' },
    };
    writeFileSync(join(folder, 'package.json'), JSON.stringify(content));
    writeFileSync(join(folder, 'README.md'), 'mine');
    await newCourse(engine, folder);
    expect(packageOf(folder)).toEqual({
      ...content,
      scripts: {
        'check:course': 'tsc --noEmit && grader validate --draft --changed',
        lint: 'eslint .',
        test: 'node node_modules/descent/grader/student/jest/cli.js',
      },
    });
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe('mine');
  });

  it('should write nothing if there is already a course', async () => {
    await newCourse(engine, folder);
    rmSync(join(folder, 'tsconfig.json'));
    await expect(newCourse(engine, folder)).rejects.toThrow('has a course already: assignments/course.json is there');
    expect(existsSync(join(folder, 'tsconfig.json'))).toBe(false);
  });
});
