import { get as getPlain, type IncomingMessage } from 'node:http';
import { get as getSecure } from 'node:https';
import { DataError } from './DataError';
import { inLanguage } from './inLanguage';

const maxRedirects = 5;

export interface Request {
  readonly url: string;
  /** The first byte to request: a server without range support starts at 0, and answers 200 instead of 206. */
  readonly from: number;
  /** Seconds without a byte after which the connection counts as broken. */
  readonly patience: number;
}

/**
 * Requests a file and resolves with the response as soon as the headers arrive. Follows redirects.
 *
 * Not `fetch`, which would unpack a .tar.gz that a server declares to be "encoded" with gzip.
 *
 * @throws network errors, with their `code`; DataError for an invalid redirect
 */
export async function request({ url, from, patience }: Request): Promise<IncomingMessage> {
  let place = new URL(url);
  for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
    const response = await requestOnce(place, from, patience);
    const { location } = response.headers;
    if (!isRedirect(response.statusCode) || location === undefined) return response;
    response.destroy();
    place = new URL(location, place);
  }
  throw new DataError({
    en: `${url} redirects more than ${maxRedirects} times.`,
    zh: `${url} 重定向超过 ${maxRedirects} 次。`,
  });
}

function requestOnce(place: URL, from: number, patience: number): Promise<IncomingMessage> {
  if (place.protocol !== 'https:' && place.protocol !== 'http:') {
    return Promise.reject(
      new DataError({
        en: `${place.href} is not a web address: it must begin with https: or http:.`,
        zh: `${place.href} 不是网址：应以 https: 或 http: 开头。`,
      }),
    );
  }
  const get = place.protocol === 'https:' ? getSecure : getPlain;
  const headers = { 'Accept-Encoding': 'identity', ...(from > 0 ? { Range: `bytes=${from}-` } : {}) };
  return new Promise((fulfil, reject) => {
    const asked = get(place, { headers, agent: false, timeout: patience * 1000 }, fulfil);
    asked.on('error', reject);
    const silent = { en: `nothing was received for ${patience} seconds`, zh: `${patience} 秒内没有收到任何数据` };
    asked.on('timeout', () => asked.destroy(new Error(inLanguage(silent))));
  });
}

function isRedirect(status: number | undefined): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}
