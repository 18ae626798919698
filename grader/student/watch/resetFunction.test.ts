import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withFiles } from '../../files/testing/withFiles';
import { resetFunction } from './resetFunction';

const skeleton = [
  "import * as tf from '@tensorflow/tfjs';",
  "import { NotImplementedError, type ScoresLoss } from 'descent';",
  '',
  'export function softmax() {',
  "  throw new NotImplementedError('softmax');",
  '}',
  '',
].join('\n');
const begin = "export function softmax() {\n  throw new NotImplementedError('softmax');\n}\n";

const resetIn = (text: string): Promise<string> =>
  withFiles({ 'assignments/a/a.ts': text, 'grader/skeletons/a.ts.txt': skeleton }, async (root) => {
    expect(await resetFunction(root, { id: 'a', file: 'a.ts', name: 'softmax' }, 'now')).toMatchObject({
      status: 'reset',
    });
    return readFile(join(root, 'assignments/a/a.ts'), 'utf8');
  });

describe('resetFunction', () => {
  it('should restore imports that the skeleton of the function needs', async () => {
    expect(await resetIn('export function softmax() {}\n')).toBe(
      `import { NotImplementedError } from 'descent';\n${begin}`,
    );
    const others = "import { seededRandom } from 'descent';\n";
    expect(await resetIn(`${others}export function softmax() {}\n`)).toBe(
      `import { NotImplementedError } from 'descent';\n${others}${begin}`,
    );
  });

  it('should import nothing twice', async () => {
    const own = "import { NotImplementedError } from 'descent';\n";
    expect(await resetIn(`${own}export function softmax() {}\n`)).toBe(own + begin);
  });
});
