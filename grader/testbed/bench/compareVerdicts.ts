/**
 * Differences between the verdicts of two states of the grader: score, status and mistake of each exercise.
 *
 *     npm run bench -- compareVerdicts BEFORE AFTER
 *
 * Both are files of `verdicts`, or the result folders of two batches of the same class.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const assignmentsSchema = z.array(
  z.object({
    id: z.string(),
    exercises: z.array(
      z.object({
        name: z.string(),
        score: z.number().nullable(),
        status: z.string(),
        mistake: z.string().nullish(),
      }),
    ),
  }),
);

type Verdict = z.infer<typeof assignmentsSchema>[number]['exercises'][number];

/** All verdicts by submission, assignment and exercise. */
function verdictsIn(path: string): ReadonlyMap<string, Verdict> {
  const answers = statSync(path).isDirectory()
    ? readdirSync(path).map((file): [string, unknown] => [
        file,
        z.object({ assignments: z.unknown() }).parse(JSON.parse(readFileSync(join(path, file), 'utf8'))).assignments,
      ])
    : Object.entries(z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(path, 'utf8'))));
  return new Map(
    answers.flatMap(([answer, assignments]) =>
      assignmentsSchema
        .parse(assignments)
        .flatMap(({ id, exercises }) =>
          exercises.map((one): [string, Verdict] => [`${answer} › ${id} ${one.name}`, one]),
        ),
    ),
  );
}

const fields = ['score', 'status', 'mistake'] as const;

function main([before = '', after = '']: readonly string[]): void {
  const [old, now] = [verdictsIn(before), verdictsIn(after)];
  const counts = new Map<string, number>();
  for (const [key, verdict] of old) {
    const other = now.get(key);
    const differs = other && fields.filter((field) => (verdict[field] ?? null) !== (other[field] ?? null));
    const kind = differs === undefined ? 'gone' : differs.length === 0 ? 'same' : differs.join(' and ');
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (kind !== 'same') console.log(`${key}: ${textOf(verdict)} → ${other === undefined ? 'gone' : textOf(other)}`);
  }
  const fresh = [...now.keys()].filter((key) => !old.has(key)).length;
  console.log(`${old.size} before: ${[...counts].map(([kind, count]) => `${count} ${kind}`).join(', ')}; ${fresh} new`);
}

function textOf({ score, status, mistake }: Verdict): string {
  return `${score ?? 'no score'} ${status}${mistake == null ? '' : ` (${mistake})`}`;
}

main(process.argv.slice(2));
