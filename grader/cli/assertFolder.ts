import { stat } from 'node:fs/promises';
import { UsageError } from './errors';

/** @throws UsageError unless the path is a folder */
export async function assertFolder(path: string, advice: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() === true) return;
  throw new UsageError(`${found === undefined ? `there is no folder ${path}` : `${path} is not a folder`}; ${advice}`);
}
