import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import type { Person } from '../types';

export interface SubmissionMetadata {
  readonly submitters: readonly Person[];
  readonly submittedAt: Date | undefined;
}

/** Keys are Ruby's symbols, with a colon in front; of all the rest nothing is read. */
const submissionSchema = z.object({
  ':submitters': z.array(z.record(z.string(), z.unknown())).optional(),
  ':created_at': z.string().optional(),
});

/**
 * Keys of a submission that are read; what a platform keeps beside them, results and earlier attempts, is a thousand
 * times as long.
 */
const wantedKeys = [':submitters', ':created_at'];

/**
 * Reads who handed in what, and when, from Gradescope's `submission_metadata.yml`, line by line:
 *
 *     submission_123:
 *       :submitters:
 *       - :name: Jane Doe
 *         :sid: '42'
 *         :email: jane@example.org
 *       :created_at: 2027-02-12 21:59:00.861687000 Z
 *       :results: …
 *
 * @throws in one sentence if it is no YAML
 */
export async function readGradescopeMetadata(file: string): Promise<ReadonlyMap<string, SubmissionMetadata>> {
  const found = new Map<string, SubmissionMetadata>();
  let own: string[] = [];
  let isWanted = false;
  const finish = (): void => {
    for (const [key, metadata] of parseSubmissions(own.join('\n'))) found.set(key, metadata);
    own = [];
  };
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    const [, indent = '', key] = /^( *)(?!- |-$)("[^"]*"|'[^']*'|[^\s"'#][^:\s]*|:[^:\s]+):(?=\s|$)/.exec(line) ?? [];
    if (key !== undefined && indent.length === 0) {
      finish();
      isWanted = true;
    } else if (key !== undefined && indent.length === 2)
      isWanted = wantedKeys.includes(key.replace(/^["']|["']$/g, ''));
    if (isWanted) own.push(line);
  }
  finish();
  return found;
}

function parseSubmissions(text: string): ReadonlyMap<string, SubmissionMetadata> {
  // All values as they are written: an id of 007 is no number, and tags of Ruby make nothing.
  const document = parseDocument(text, { schema: 'failsafe', logLevel: 'silent', uniqueKeys: false });
  const [error] = document.errors;
  if (error !== undefined) {
    throw new Error(
      `submission_metadata.yml can't be read: ${error.message.split('\n')[0]}; export the submissions from Gradescope again`,
    );
  }
  const parsed = z.record(z.string(), z.unknown()).safeParse(document.toJS({ maxAliasCount: 1000 }));
  return new Map(
    Object.entries(parsed.success ? parsed.data : {}).flatMap(([key, value]) => {
      const submission = submissionSchema.safeParse(value);
      if (!submission.success) return [];
      const { ':submitters': submitters = [], ':created_at': createdAt = '' } = submission.data;
      return [[key, { submitters: submitters.map(personOf), submittedAt: instant(createdAt) }] as const];
    }),
  );
}

function personOf(fields: Readonly<Record<string, unknown>>): Person {
  const text = (name: string): string | undefined => {
    const value = fields[`:${name}`];
    return typeof value === 'string' && value !== '' && value !== '~' && value !== 'null' ? value : undefined;
  };
  return { name: text('name') ?? '', id: text('sid'), email: text('email') };
}

/** Of a time without a zone no one knows when it was. */
function instant(text: string): Date | undefined {
  const [, day, time, fraction = '', zone = ''] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(\.\d+)?\s*(Z|UTC|[+-]\d\d:?\d\d)$/.exec(text) ?? [];
  if (day === undefined || time === undefined) return undefined;
  const offset = /^(?:Z|UTC)$/.test(zone) ? 'Z' : zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
  const date = new Date(`${day}T${time}${fraction.slice(0, 4)}${offset}`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
