import { chmod } from 'node:fs/promises';

/** The user without rights of most systems. */
const unprivileged = 65534;

/** For tests: runs `use` without root's right to read everything; what must be readable must be so for all. */
export async function asOrdinaryUser<T>(folder: string, use: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return use();
  await chmod(folder, 0o755);
  process.seteuid?.(unprivileged);
  try {
    return await use();
  } finally {
    process.seteuid?.(0);
  }
}
