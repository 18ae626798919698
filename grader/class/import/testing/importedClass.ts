import { student } from '../../roster/testing/samples';
import type { ZipEntry } from '../../../pipeline/submission/archives/testing/madeZip';
import type { Platform } from '../types';
import { importFiles, type Imported } from './importFiles';

export const course = new Map([
  ['losses.ts', '03-losses'],
  ['optimizers.ts', '06-optimizers'],
]);

export const jane = student('s1', { name: 'Jane Marie Doe', email: 'jane@example.org' });

export const bob = student('s2', { name: 'Bob Stone', email: 'bob@example.org' });

export const wang = student('s3', { name: '王小明' });

export const class3 = [jane, bob, wang];

export function imported(platform: Platform, entries: readonly ZipEntry[], students = class3): Promise<Imported> {
  return importFiles(entries, { platform, students, course });
}
