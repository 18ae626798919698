import { renameSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { md5Of } from './checksum';
import { codeOf, DataError, reasonOf } from './DataError';
import { fetchRest } from './fetchRest';
import { fileSize, megabytes } from './fileSize';
import { inLanguage, type Said } from './inLanguage';

export interface Download {
  readonly url: string;
  /** Path of the complete file. Until then, the partial file is `PATH.part`. */
  readonly path: string;
  /** Size of the whole file. */
  readonly bytes: number;
  readonly md5: string;
  /** Called repeatedly with the number of received bytes. */
  readonly onProgress?: ((bytes: number) => void) | undefined;
  /** Number of consecutive failed attempts before giving up; an attempt that received bytes isn't a failure. */
  readonly attempts?: number;
  /** Seconds to wait before a retry, multiplied by the number of failed attempts. */
  readonly pause?: number;
  /** Seconds without a byte after which a connection counts as broken. */
  readonly patience?: number;
}

/**
 * Downloads a large file with known content. Resumes interrupted downloads, within a call and in the next.
 *
 * @throws DataError if the server is unreachable, the file system fails, or the content is wrong
 */
export async function download(options: Download): Promise<void> {
  const { path, bytes } = options;
  const part = `${path}.part`;
  if (fileSize(path) === undefined) {
    if ((fileSize(part) ?? 0) > bytes) rmSync(part);
    await fetchAll(part, options);
    await verify(part, options);
    renameSync(part, path);
  } else {
    await verify(path, options);
  }
}

async function fetchAll(part: string, options: Download): Promise<void> {
  const { attempts = 3, pause = 1, patience = 60 } = options;
  for (let failures = 0; ;) {
    const before = fileSize(part) ?? 0;
    if (before === options.bytes) return;
    const failure = await fetchRest({ ...options, part, patience });
    if (failure === undefined) continue;
    failures = (fileSize(part) ?? 0) > before ? 0 : failures + 1;
    if (failures >= attempts) throw new DataError(describe(failure, part, options));
    await wait(failures * pause * 1000);
  }
}

/** Our own damaged files are removed, since resuming them would always fail. */
async function verify(file: string, { url, path, bytes, md5 }: Download): Promise<void> {
  const size = fileSize(file) ?? 0;
  const found = await md5Of(file);
  if (size === bytes && found === md5) return;
  const claim = `is not the expected file: ${size} bytes with MD5 ${found}, not ${bytes} bytes with MD5 ${md5}.`;
  const claimInChinese = `不是应有的文件：它有 ${size} 字节，MD5 是 ${found}；应为 ${bytes} 字节，MD5 是 ${md5}。`;
  if (file === path)
    throw new DataError({
      en: `${path} ${claim} Delete it and try again.`,
      zh: `${path} ${claimInChinese}请删除它再试。`,
    });
  rmSync(file);
  throw new DataError({
    en: `The download from ${url} ${claim} It has been deleted. Try again; if this happens twice, the file at its source has changed.`,
    zh: `从 ${url} 下载的${claimInChinese}它已被删除。请再试一次；如果又是这样，说明源文件已经变了。`,
  });
}

function describe(failure: unknown, part: string, { url, bytes }: Download): Said {
  const kept = fileSize(part) ?? 0;
  const isKept = kept > 0;
  const resume = isKept ? ` ${megabytes(kept)} of ${megabytes(bytes)} are kept; the next attempt resumes there.` : '';
  const resumeInChinese = isKept ? `已保留 ${megabytes(bytes)} 中的 ${megabytes(kept)}，下次从那里继续。` : '';
  const why = explain(failure);
  return {
    en: `Could not download ${url}: ${why}.${resume}`,
    zh: `无法下载 ${url}：${why}。${resumeInChinese}`,
  };
}

const notFound: Said = {
  en: 'the server was not found; is this computer offline, or behind a proxy?',
  zh: '找不到服务器；这台电脑是不是没有联网，或者要经过代理？',
};

const explanations: Readonly<Record<string, Said>> = {
  ENOTFOUND: notFound,
  EAI_AGAIN: notFound,
  ENETUNREACH: { en: 'there is no network; is this computer offline?', zh: '没有网络；这台电脑是不是没有联网？' },
  EHOSTUNREACH: {
    en: 'there is no way to the server; is this computer offline?',
    zh: '连不到服务器；这台电脑是不是没有联网？',
  },
  ECONNREFUSED: { en: 'the server refuses connections', zh: '服务器拒绝连接' },
  ECONNRESET: { en: 'the connection broke off', zh: '连接中断' },
  ETIMEDOUT: {
    en: 'the server does not answer; is a firewall in between?',
    zh: '服务器没有回应；中间是不是有防火墙？',
  },
};

function explain(failure: unknown): string {
  const code = codeOf(failure);
  const known = explanations[code ?? ''];
  return known === undefined ? reasonOf(failure) : `${inLanguage(known)} (${code})`;
}
