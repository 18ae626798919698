import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { studentCommands } from '../../../bundling/staffOnly';

const workflow = readFileSync(join(__dirname, 'autograding.yml'), 'utf8');
const lines = workflow.split('\n').filter((line) => !line.trim().startsWith('#'));

describe("the workflow of a student's repository", () => {
  it("should only use commands of a student's copy", () => {
    const called = lines.flatMap((line) => /npx grader ([\w-]+)/.exec(line)?.[1] ?? []);
    expect(called).toEqual(['grade', 'export']);
    for (const command of called)
      expect(Object.values(studentCommands).map((call) => call.split(' ')[0])).toContain(command);
  });

  it('should get no secrets', () => {
    expect(lines.join('\n')).toContain('permissions:\n  contents: read\n');
    expect(workflow).not.toMatch(/secrets\.|pull_request_target|DESCENT_HIDDEN_SEED/);
  });

  it('should read the file that it wrote', () => {
    expect(lines.filter((line) => line.includes('result.json'))).toHaveLength(2);
    expect(lines.filter((line) => line.includes('autograding.json'))).toHaveLength(2);
  });
});

describe('the Dockerfile', () => {
  const root = join(__dirname, '../../../..');
  const read = (name: string): string => readFileSync(join(root, name), 'utf8');

  it("should only copy named files into the image: no hidden seed, no history, no student's work", () => {
    const [all, ...named] = read('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(all).toBe('*');
    expect(named.every((line) => /^![a-z][\w.-]*$/.test(line))).toBe(true);
    expect(named).not.toContain('!node_modules');
  });

  it('should install from the lockfile, and not run as root', () => {
    expect(read('Dockerfile')).toMatch(/npm ci [\s\S]*USER node\nENTRYPOINT/);
    for (const [, path = ''] of read('Dockerfile').matchAll(/node (grader\/\S+\.js)/g))
      expect(existsSync(join(root, path))).toBe(true);
  });
});
