import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Checkout } from '../../pipeline/course';
import type { AssignmentSpec } from '../../pipeline/course/spec';
import {
  findAnswer,
  findSecretCode,
  secretAnswers,
  secretCode,
  staffFiles,
  type SecretCode,
  type StaffFile,
} from '../release/leaks';
import { failing, type Failure } from './claims';
import { lineOf } from '../lineOf';

/** Leaks for which `release` would refuse this assignment: an answer in a handout, a docstring or the public checks. */
export async function proveNoLeaks(
  checkout: Checkout,
  { id, file, questions = {} }: AssignmentSpec,
): Promise<readonly Failure[]> {
  const files = await staffFiles(checkout, id, file).catch(() => []);
  const secrets = readSecrets(files);
  if (secrets === undefined) return [];
  const answers = secretAnswers(questions, id);
  const folder = join(checkout.root, 'assignments', id);
  const found = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const failures = found
    .filter((one) => one.isFile())
    .map(async ({ name }): Promise<readonly Failure[]> => {
      const text = await readFile(join(folder, name), 'utf8');
      const run = findSecretCode(secrets, text, false);
      const answer = findAnswer(name, text, answers);
      const leak = failing('leaks', undefined, `assignments/${id}/${name}`);
      if (answer !== undefined) return [leak(answer, 'say it in other words, and leave answers to students')];
      if (run === undefined) return [];
      const what = `line ${lineOf(text, run.at)} has code of ${run.from}, which students would get`;
      return [leak(what, 'say it in words or as a formula, also in a docstring', run.words)];
    });
  return (await Promise.all(failures)).flat();
}

// A missing or wrongly marked file is reported with the skeleton.
function readSecrets(files: readonly StaffFile[]): SecretCode | undefined {
  try {
    return secretCode(files, undefined);
  } catch {
    return undefined;
  }
}
