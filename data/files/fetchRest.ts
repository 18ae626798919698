import { rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { open } from 'node:fs/promises';
import { codeOf, DataError, reasonOf } from './DataError';
import { fileSize } from './fileSize';
import { inLanguage, type Said } from './inLanguage';
import { request } from './request';

export interface Rest {
  readonly url: string;
  /** Partial file, possibly missing, that gets the rest. */
  readonly part: string;
  /** Size of the whole file. */
  readonly bytes: number;
  readonly onProgress?: ((bytes: number) => void) | undefined;
  readonly patience: number;
}

/**
 * Fetches the rest of a partial file, in one connection.
 *
 * @returns why the connection failed, if a retry may help; undefined if the file is complete
 * @throws DataError if a retry can't help
 */
export async function fetchRest(rest: Rest): Promise<unknown> {
  const { url, part, patience } = rest;
  const from = fileSize(part) ?? 0;
  let response: IncomingMessage | undefined;
  try {
    response = await request({ url, from, patience });
    await append(response, startOf(response, rest, from), rest);
  } catch (error) {
    if (error instanceof DataError) throw error;
    return error;
  } finally {
    response?.destroy();
  }
  const size = fileSize(part) ?? 0;
  if (size === rest.bytes) return undefined;
  // A complete response without a length.
  if (response.statusCode === 200) throw notTheFile(rest, ofBytes(size));
  return new Error(inLanguage({ en: 'the server sent less than requested', zh: '服务器发来的数据不够' }));
}

/**
 * The first byte of a response.
 *
 * @throws DataError if a retry would give the same response; an Error otherwise
 */
function startOf({ statusCode = 0, headers }: IncomingMessage, rest: Rest, from: number): number {
  const { url, bytes } = rest;
  if (statusCode === 206) {
    const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers['content-range'] ?? '');
    if (range === null || Number(range[1]) !== from)
      throw new DataError({
        en: `${url}: the server sends another part than requested.`,
        zh: `${url}：服务器发来的不是所要的那一段。`,
      });
    requireLength(range[2] === '*' ? undefined : range[2], rest);
    return from;
  }
  if (statusCode === 200) {
    requireLength(headers['content-length'], rest);
    return 0;
  }
  if (statusCode === 429 || statusCode >= 500)
    throw new Error(
      inLanguage({
        en: `the server answers ${statusCode}; it may be busy`,
        zh: `服务器回应 ${statusCode}，可能正忙`,
      }),
    );
  if (statusCode === 416)
    throw new DataError({
      en: `${url}: the file there is shorter than the expected ${bytes} bytes.`,
      zh: `${url}：那里的文件不足 ${bytes} 字节。`,
    });
  throw new DataError({
    en: `${url}: the server answers ${statusCode} instead of sending the file.`,
    zh: `${url}：服务器回应 ${statusCode}，没有发来文件。`,
  });
}

function requireLength(announced: string | undefined, rest: Rest): void {
  if (announced !== undefined && Number(announced) !== rest.bytes) throw notTheFile(rest, ofBytes(announced));
}

const ofBytes = (bytes: number | string): Said => ({
  en: `something of ${bytes} bytes`,
  zh: ` ${bytes} 字节的内容`,
});

/** Removes the partial file, so a captive portal's login page is not resumed. */
function notTheFile({ url, part, bytes }: Rest, what: Said): DataError {
  rmSync(part, { force: true });
  return new DataError({
    en: `${url}: the server sends ${what.en}, and the file has ${bytes}. Is there a login page in between?`,
    zh: `${url}：服务器发来${what.zh}，而文件有 ${bytes} 字节。中间是不是有登录页面？`,
  });
}

async function append(response: IncomingMessage, start: number, rest: Rest): Promise<void> {
  const { part, bytes, onProgress } = rest;
  const file = await onDisk(part, () => open(part, start === 0 ? 'w' : 'a'));
  try {
    let length = start;
    // Each chunk is written before the next is read, so the file's length is the resume position.
    for await (const chunk of response as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      if (length > bytes) throw notTheFile(rest, { en: `more than ${bytes} bytes`, zh: `超过 ${bytes} 字节的内容` });
      await onDisk(part, () => file.writeFile(chunk));
      onProgress?.(length);
    }
  } finally {
    await file.close();
  }
}

/** A retry doesn't help with a full disk. */
async function onDisk<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    const isFull = codeOf(error) === 'ENOSPC';
    throw new DataError({
      en: `Could not write ${path}: ${isFull ? 'the disk is full' : reasonOf(error)}.`,
      zh: `无法写入 ${path}：${isFull ? '磁盘已满' : reasonOf(error)}。`,
    });
  }
}
