import { writeFile } from 'node:fs/promises';

/** Writes what `--json FILE` asks for; `-` is standard output. @throws in one sentence if the file can't be written */
export async function writeJson(file: string, content: unknown): Promise<void> {
  const text = `${JSON.stringify(content, undefined, 2)}\n`;
  if (file === '-') {
    process.stdout.write(text);
    return;
  }
  await writeFile(file, text).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`the result could not be written to ${file}: ${reasons[error.code ?? ''] ?? error.message}; name another file`);
  });
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder is a file',
  EISDIR: 'it is a folder',
  EACCES: 'writing there is not permitted',
  EPERM: 'writing there is not permitted',
  EROFS: 'nothing can be written on that disk',
  ENOSPC: 'the disk is full',
};
