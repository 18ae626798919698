import type { Redis } from 'ioredis';
import { QueueRefusal } from './QueueRefusal';

/** The location of a course's queue. */
export interface QueuePlace {
  /** `redis://`, or `rediss://` with TLS; with user and password where Redis requires them. */
  readonly url: string;
  /** Prefix of every key, so that courses can share a Redis. */
  readonly prefix: string;
}

export interface RedisOptions {
  /** Called with the reason when Redis stops responding, and with undefined when it responds again. */
  readonly onTrouble?: (reason: string | undefined) => void;
}

const connectTimeoutMs = 5_000;
const maxRetryDelayMs = 1_000;

/**
 * Opens a connection that reconnects whenever Redis is gone.
 *
 * @throws QueueRefusal if the URL is invalid. @throws Error if the first connection fails, with the fix
 */
export async function openRedis(url: string, { onTrouble = () => undefined }: RedisOptions = {}): Promise<Redis> {
  const shown = withoutPassword(url);
  const { Redis } = await import('ioredis');
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: connectTimeoutMs,
    // Required by BullMQ: a command waits until Redis is back.
    maxRetriesPerRequest: null,
    enableAutoPipelining: true,
    retryStrategy: (times) => Math.min(100 * times, maxRetryDelayMs),
  });
  let reason = 'it does not answer';
  let [isOpen, isInTrouble] = [false, false];
  redis.on('error', (error: NodeJS.ErrnoException) => {
    reason = reasonOf(error);
    if (isOpen && !isInTrouble) onTrouble(`Redis at ${shown} is gone (${reason}); waiting for it to come back`);
    isInTrouble = isOpen;
  });
  redis.on('ready', () => {
    if (isInTrouble) onTrouble(undefined);
    isInTrouble = false;
  });
  try {
    await withinTime(redis.connect().then(() => redis.ping()));
  } catch (error) {
    redis.disconnect();
    const why =
      error instanceof Error && /^(?:NOAUTH|WRONGPASS|NOPERM|ERR)\b/.test(error.message) ? error.message : reason;
    throw new Error(`Redis at ${shown} can't be used (${why}); ${adviceFor(why)}`, { cause: error });
  }
  isOpen = true;
  return redis;
}

/** @throws QueueRefusal if the URL is not a Redis URL */
export function withoutPassword(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !['redis:', 'rediss:'].includes(parsed.protocol) || parsed.hostname === '') {
    throw new QueueRefusal(
      '--redis takes a URL such as redis://localhost:6379, or rediss://user:password@host:6380 where it is encrypted',
    );
  }
  return `${parsed.protocol}//${parsed.host}${parsed.pathname === '/' ? '' : parsed.pathname}`;
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  return message !== '' ? message : (code ?? 'it does not answer');
}

function adviceFor(reason: string): string {
  if (/NOAUTH|WRONGPASS|NOPERM/.test(reason)) return 'give user and password as in redis://user:password@host';
  if (/certificate/i.test(reason)) return 'name its certificate authority in NODE_EXTRA_CA_CERTS';
  return 'see that it runs and that this machine may reach it';
}

/** Fails if Redis accepts the connection but does not answer. */
async function withinTime<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('it does not answer')), connectTimeoutMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
