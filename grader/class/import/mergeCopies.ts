import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { indexBy, type Student } from '../roster';
import type { MatchedDelivery } from './matchDeliveries';
import type { Delivery } from './types';

/** A submission with its copies, graded once. */
export interface MergedDelivery extends MatchedDelivery {
  /** Its files in the download, including those of copies. */
  readonly handedInAs: readonly HandedInFile[];
}

/** A file under the platform's name, which feedback must use too. */
export interface HandedInFile {
  readonly file: string;
  /** Ids of the students who handed it in. */
  readonly ids: readonly string[];
}

/**
 * Merges identical submissions of a team's members: Moodle before 4.1 makes a copy for each member, and members hand in
 * the same work. If contents or times differ, each member keeps their own.
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
      const { submittedAt, isLate } = delivery;
      const key = isOfTeam
        ? JSON.stringify([team, submittedAt, isLate, await contentHash(delivery, download)])
        : String(index);
      return { one, key };
    }),
  );
  const groups = indexBy(keyed, ({ key }) => [key]);
  return [...groups.values()].map((copies) => merge(copies.map(({ one }) => one)));
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
    // A team of one is Moodle's "Default group", in any language.
    team: copies.length > 1 || first.members.length > 1 ? first.team : undefined,
    handedInAs: copies.flatMap(({ delivery: { files }, members }) =>
      files.map(({ from }) => ({ file: from, ids: members.map(({ id }) => id) })),
    ),
  };
}

async function contentHash({ files }: Delivery, download: string): Promise<string> {
  const hash = createHash('sha256');
  for (const { from, path } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    hash.update(`\n${path}\n`);
    for await (const chunk of createReadStream(join(download, from))) hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}
