import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { courseText } from '../../testbed/course/ofCourse';

/** The graded file of `begunWork`. */
export const lossesPath = 'assignments/03-losses/losses.ts';
export const lossesSkeleton = courseText(lossesPath);

/** A student's copy of 03-losses with softmax in a separate file, the rest to do, and files that are not graded. */
export const begunWork: Readonly<Record<string, string>> = {
  [lossesPath]: lossesSkeleton.replace(/export function softmax\([\s\S]*?\n}\n/, `export * from './parts/softmax';\n`),
  'assignments/03-losses/parts/softmax.ts': `import * as tf from '@tensorflow/tfjs';\nexport const softmax = (scores: tf.Tensor2D) => tf.exp(scores);\n`,
  'assignments/03-losses/notes.ts': 'export const notImported = 1;\n',
  'assignments/03-losses/README.md': 'not graded',
};

export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
