import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Student } from '../roster';
import type { MatchedDelivery } from './matchDeliveries';
import type { Delivery } from './types';

/** A hand-in that is graded once, whoever delivered copies of it. */
export interface MergedDelivery extends MatchedDelivery {
  /** Its files in the download, those of its copies too. */
  readonly handedInAs: readonly HandedInFile[];
}

/** A file as the platform called it, by which it takes feedback back. */
export interface HandedInFile {
  readonly file: string;
  /** Ids of those who delivered it. */
  readonly ids: readonly string[];
}

/**
 * Joins what the members of a team handed in where all of it is the same: Moodle before 4.1 gives each member a copy,
 * and members send their work in more than once. Where copies differ, or came at other times, each member keeps their
 * own.
 *
 * @param download - folder of the unpacked download
 */
export async function mergeCopies(
  matched: readonly MatchedDelivery[],
  download: string,
): Promise<readonly MergedDelivery[]> {
  const keyed = await Promise.all(
    matched.map(async (one, index) => {
      const { team, delivery } = one;
      const isOfTeam = team !== undefined && delivery.files.length > 0;
      return { one, key: isOfTeam ? JSON.stringify([team, ...(await sameness(delivery, download))]) : String(index) };
    }),
  );
  const groups = new Map<string, MatchedDelivery[]>();
  for (const { one, key } of keyed) groups.set(key, [...(groups.get(key) ?? []), one]);
  return [...groups.values()].map(merge);
}

function merge(copies: readonly MatchedDelivery[]): MergedDelivery {
  const [first] = copies;
  if (first === undefined) throw new Error('no copy at all');
  const deliveries = copies.map(({ delivery }) => delivery);
  return {
    delivery: {
      ...first.delivery,
      label: deliveries.map(({ label }) => label).join(' and '),
    },
    members: [...new Set(copies.flatMap<Student>(({ members }) => members))],
    // One alone under the name of a team is in none: "Default group", in whatever language.
    team: copies.length > 1 || first.members.length > 1 ? first.team : undefined,
    handedInAs: copies.flatMap(({ delivery: { files }, members }) =>
      files.map(({ from }) => ({ file: from, ids: members.map(({ id }) => id) })),
    ),
  };
}

/** What must be equal for two to be one: a time or a mark of one member is not another's. */
async function sameness(delivery: Delivery, download: string): Promise<readonly unknown[]> {
  return [delivery.submittedAt, delivery.isLate, await contentOf(delivery, download)];
}

async function contentOf({ files }: Delivery, download: string): Promise<string> {
  const hash = createHash('sha256');
  for (const { from, path } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    hash.update(`\n${path}\n`);
    for await (const chunk of createReadStream(join(download, from))) hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}
