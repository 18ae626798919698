import type { Student } from '../../roster';
import { student } from '../../roster/testing/samples';
import type { ImportOptions } from '../importDownload';
import { importFiles, type Imported } from './importFiles';

export const course = new Map([['losses.ts', '03-losses']]);

const assignments = [{ id: '03-losses', file: 'losses.ts', exercises: [{ name: 'softmax' }] }];

export const answer = 'export function softmax(): void {}\n';

export const jane = student('123', { name: 'Jane Doe', email: 'jane@x.org' });

export const bob = student('124', { name: 'Bob Stone', email: 'bob@x.org' });

export function imported(
  source: Parameters<typeof importFiles>[0],
  students: readonly Student[],
  options: Partial<ImportOptions> & Pick<ImportOptions, 'platform'>,
): Promise<Imported> {
  return importFiles(source, { students, course, assignments, ...options });
}
