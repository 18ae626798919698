import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TrainingResults } from '../../student/training';
import { root, runGrader, withFolder, type Run } from './runGrader';

export const skeleton = (name: string): string =>
  `import { NotImplementedError } from 'descent';\nexport function ${name}() { throw new NotImplementedError('${name}'); }\n`;
const solution = (id: string, file: string): string => readFileSync(join(root, 'solutions', id, file), 'utf8');

/** A submission of the solutions with these files changed; undefined removes one. */
export function submission(change: Readonly<Record<string, string | undefined>> = {}): Record<string, string> {
  const all: Record<string, string | undefined> = {
    '03-losses/losses.ts': solution('03-losses', 'losses.ts'),
    '06-optimizers/optimizers.ts': solution('06-optimizers', 'optimizers.ts'),
    '08-training/training.ts': solution('08-training', 'training.ts'),
    '02-linear-classifier/linear-classifier.ts': solution('02-linear-classifier', 'linear-classifier.ts'),
    ...change,
  };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

interface Training extends Run {
  readonly results: TrainingResults | undefined;
  readonly page: string | undefined;
}

export function train(
  files: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Training {
  return withFolder(files, (folder) => {
    const out = join(folder, 'results.json');
    const run = runGrader(
      ['train', '08-training', '--from', folder, '--epochs', '5', '--out', out, ...args],
      environment,
    );
    return {
      ...run,
      results: existsSync(out) ? (JSON.parse(readFileSync(out, 'utf8')) as TrainingResults) : undefined,
      page: existsSync(out) ? readFileSync(join(folder, 'results.html'), 'utf8') : undefined,
    };
  });
}
