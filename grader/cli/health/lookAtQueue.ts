import { openRedis, queueState, withoutPassword, type QueuePlace } from '../../class/queue';
import { note, ok, problem, type Found } from './finding';

/** Checks the Redis of a course's queue, and lists the workers that are refused. */
export async function lookAtQueue({ url, prefix }: QueuePlace): Promise<readonly Found[]> {
  const redis = await openRedis(url).catch((error: unknown) =>
    error instanceof Error ? error.message : String(error),
  );
  if (typeof redis === 'string') return [problem('queue', redis, 'until then, grade without --redis')];
  try {
    const [server, memory, persistence] = await Promise.all(
      ['server', 'memory', 'persistence'].map((part) => redis.info(part)),
    );
    const { workers } = await queueState(redis, prefix);
    return [
      lookAtRedis(withoutPassword(url), { server, memory, persistence }),
      ...workers.flatMap(({ host, pid, batches, refused }) => {
        const topic = 'worker';
        const who = `process ${pid} on ${host}`;
        if (refused.length === 0) return [ok(topic, `${who}: ${batches.length > 0 ? 'works' : 'waits for jobs'}`)];
        const why = refused.map(({ batch, differences }) => `batch ${batch}: ${differences.join('; ')}`).join(' · ');
        return [
          problem(topic, `${who} is refused for ${why}`, 'update it to the same state as the batch, and restart it'),
        ];
      }),
      ...(workers.length === 0
        ? [note('worker', 'none is running', 'start `grader worker --redis URL` on each machine')]
        : []),
    ];
  } finally {
    redis.disconnect();
  }
}

/** @param info - reply to `INFO`, by section */
export function lookAtRedis(
  place: string,
  {
    server = '',
    memory = '',
    persistence = '',
  }: Readonly<Record<'server' | 'memory' | 'persistence', string | undefined>>,
): Found {
  const field = (text: string, name: string): string => new RegExp(`^${name}:(.*?)\\s*$`, 'm').exec(text)?.[1] ?? '';
  const version = field(server, 'redis_version');
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const policy = field(memory, 'maxmemory_policy');
  const fact = `${place}, version ${version}`;
  if (major < 6 || (major === 6 && minor < 2)) return problem('queue', fact, 'update Redis to 6.2 or later');
  if (policy !== '' && policy !== 'noeviction') {
    return problem(
      'queue',
      `${fact}, which forgets jobs when it is full (${policy})`,
      'set maxmemory-policy noeviction',
    );
  }
  if (field(persistence, 'aof_enabled') !== '1') {
    const what = `${fact}, which keeps nothing on disk`;
    return note(
      'queue',
      what,
      'set appendonly yes; otherwise jobs are queued again after a restart, and some are graded twice',
    );
  }
  return ok('queue', fact);
}
