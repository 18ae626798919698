import { findAnswer, type SecretAnswers } from './answers';
import { findHiddenNumbers, type HiddenNumbers } from './hiddenNumbers';
import { findSecretCode, type SecretCode } from './secretCode';
import { hasTestImage, type TestImages } from './testImages';
import type { Files } from '../../../student/update';
import { lineOf } from '../../lineOf';

/** Secrets that no released file may contain. */
export interface Secrets {
  readonly code: SecretCode;
  readonly answers: SecretAnswers;
  readonly numbers: HiddenNumbers;
  /** Forms of the hidden seed; empty without one. */
  readonly seeds: readonly string[];
  /** Folders of this machine. */
  readonly folders: readonly string[];
  readonly images: TestImages;
}

/** Paths that students must not get: solutions, author tools, source maps, test images. */
const staffPaths =
  /(?:^|\/)(?:solutions|node_modules|\.descent|\.git|grader\/author|grader\/course)\/|\.spec\.ts$|\.map$|CHANGELOG|^data\/.*\.test\.(?!ts$)/i;

/** Compiled files, including a course's own curriculum. */
const isBuilt = /^grader\/.*\.js$|^curriculum\/.*\.ts$|\.html$/;

/** One sentence per leak: file, and what leaked. */
export function findLeaks(files: Files, secrets: Secrets): readonly string[] {
  return [...files].flatMap(([path, content]) => {
    const found = staffPaths.test(path)
      ? ['it is a file that only staff may have']
      : leaksOf(Buffer.from(content).toString('utf8'), path, secrets);
    const all = hasTestImage(path, content, secrets.images) ? [...found, 'it has test images of the capstone'] : found;
    return all.map((what) => `${path}: ${what}`);
  });
}

function leaksOf(text: string, path: string, { code, answers, numbers, seeds, folders }: Secrets): readonly string[] {
  const run = findSecretCode(code, text, isBuilt.test(path));
  const drawn = findHiddenNumbers(text, numbers);
  const answer = findAnswer(path, text, answers);
  const lower = text.toLowerCase();
  return [
    ...(run === undefined ? [] : [`line ${lineOf(text, run.at)} has code of ${run.from}: ${run.words}`]),
    ...(answer === undefined ? [] : [answer]),
    ...(drawn === undefined ? [] : [`it has random numbers of the hidden case ${drawn.from}: ${drawn.words}`]),
    ...(seeds.some((seed) => lower.includes(seed.toLowerCase())) ? ['it has the hidden seed'] : []),
    ...(/BEGIN [A-Z ]*PRIVATE KEY/.test(text) ? ['it has a private key'] : []),
    ...folders
      .filter((folder) => text.includes(folder))
      .map((folder) => `it names a folder of this machine: ${folder}`),
    ...(/\/\/# sourceMappingURL=/.test(text) && path.startsWith('grader/') ? ['it has a source map'] : []),
  ];
}
