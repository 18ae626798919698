import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { parseInstant } from '../../roster';
import type { Person } from '../types';

export interface SubmissionMetadata {
  readonly submitters: readonly Person[];
  readonly submittedAt: Date | undefined;
}

/** Keys are Ruby symbols, with a leading colon. */
const submissionSchema = z.object({
  ':submitters': z.array(z.record(z.string(), z.unknown())).optional(),
  ':created_at': z.string().optional(),
});

/** The keys that are read; the others, results and earlier attempts, are a thousand times as long. */
const wantedKeys = [':submitters', ':created_at'];

/**
 * Reads submitters and times from Gradescope's `submission_metadata.yml`, line by line:
 *
 *     submission_123:
 *       :submitters:
 *       - :name: Jane Doe
 *         :sid: '42'
 *         :email: jane@example.org
 *       :created_at: 2027-02-12 21:59:00.861687000 Z
 *       :results: …
 *
 * @throws in one sentence if the file is not YAML
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
  // Values stay strings: an id of 007 is no number, and Ruby's tags have no effect.
  const document = parseDocument(text, { schema: 'failsafe', logLevel: 'silent', uniqueKeys: false });
  const [error] = document.errors;
  if (error !== undefined)
    throw new Error(
      `submission_metadata.yml can't be read: ${error.message.split('\n')[0]}; export the submissions from Gradescope again`,
    );
  const parsed = z.record(z.string(), z.unknown()).safeParse(document.toJS({ maxAliasCount: 1000 }));
  return new Map(
    Object.entries(parsed.success ? parsed.data : {}).flatMap(([key, value]) => {
      const submission = submissionSchema.safeParse(value);
      if (!submission.success) return [];
      const { ':submitters': submitters = [], ':created_at': createdAt = '' } = submission.data;
      return [[key, { submitters: submitters.map(personOf), submittedAt: parseInstant(createdAt) }] as const];
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
