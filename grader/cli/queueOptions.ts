import { Option, type Command } from 'commander';
import { withoutPassword, type QueuePlace } from '../class/queue';
import type { Course } from '../pipeline/course';
import { UsageError } from './errors';

export interface QueueOptions {
  readonly redis?: string;
  readonly prefix?: string;
}

/** Adds the options that locate the queue. A password on the command line is visible to other users of the machine. */
export function addQueueOptions(command: Command, what: string): Command {
  return command
    .addOption(new Option('--redis <url>', what).env('DESCENT_REDIS'))
    .option('--prefix <name>', "prefix of the keys in Redis, to keep courses apart (default: the course's title)");
}

/** The queue's location; undefined if none was given. @throws QueueRefusal if the URL is invalid */
export function placeOf({ redis, prefix }: QueueOptions, course: Course): QueuePlace | undefined {
  if (redis === undefined || redis === '') return undefined;
  withoutPassword(redis);
  return { url: redis, prefix: prefix ?? `descent:${slug(course.title)}` };
}

/** @throws UsageError if no queue was given */
export function neededPlace(options: QueueOptions, course: Course): QueuePlace {
  const place = placeOf(options, course);
  if (place === undefined)
    throw new UsageError('the queue is missing; give --redis redis://HOST:6379, or set DESCENT_REDIS');
  return place;
}

function slug(title: string): string {
  return title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
}
