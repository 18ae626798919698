import type { Command } from 'commander';
import pc from 'picocolors';
import { hasSpecs, readCourse } from '../../pipeline/course';
import type { IsolationLevel } from '../../pipeline/types';
import type { Finding } from '../health/finding';
import { lookAtBackend } from '../health/lookAtBackend';
import { lookAtNode, lookAtTfjs } from '../health/lookAtComputation';
import { lookAtCache, lookAtCourse } from '../health/lookAtCourse';
import { lookAtQueue } from '../health/lookAtQueue';
import { lookAtSandbox } from '../health/lookAtSandbox';
import type { Installation } from '../installation';
import { addQueueOptions, placeOf, type QueueOptions } from '../queueOptions';
import { writeJson } from '../writeJson';
import { asUsage } from '../asUsage';

interface DoctorOptions extends QueueOptions {
  readonly json?: string;
  readonly quiet?: boolean;
}

/** `grader doctor`: what works here, what does not, and what to do about each. */
export function addDoctor(grader: Command, installation: Installation): void {
  const command = grader
    .command('doctor')
    .description('looks at Node, TensorFlow.js, precision, isolation and files, and says what to do about each')
    .option('--json <file>', 'write the findings as JSON; - for standard output, with nothing else on it')
    .option('--quiet', 'print nothing but problems')
    .option('--plain', 'no colours');
  // A student's copy has no queue.
  const isStaff = hasSpecs(installation.root);
  (isStaff ? addQueueOptions(command, 'look at this queue and its workers as well') : command)
    .addHelpText(
      'after',
      `\nExamples:\n  grader doctor\n  grader doctor --json -${isStaff ? '\n  grader doctor --redis redis://queue.example.edu:6379' : ''}`,
    )
    .action((options: DoctorOptions & { readonly plain?: boolean }) =>
      asUsage(() => doctor(options, options.plain === true, installation)),
    );
}

async function doctor(options: DoctorOptions, isPlain: boolean, installation: Installation): Promise<void> {
  const { json, quiet } = options;
  const { root, childCommand, trainingCommand } = installation;
  const findings: readonly Finding[] = [
    lookAtNode(),
    ...(await lookAtTfjs()),
    ...(await lookAtSandbox(childCommand, await minimumIn(root))),
    await lookAtBackend(trainingCommand, root),
    ...(await lookAtCourse(installation)),
    await lookAtCache(installation),
    ...(await queueFindings(options, root)),
  ];
  const problems = findings.filter(({ status }) => status === 'problem');
  if (json !== undefined) {
    await writeJson(json, { schemaVersion: 1, status: problems.length === 0 ? 'ok' : 'problem', findings });
  }
  if (json !== '-') {
    for (const finding of quiet === true ? problems : findings) console.log(linesOf(finding, isPlain));
  }
  if (problems.length > 0)
    throw new Error(`${problems.map(({ topic }) => topic).join(', ')}: not as needed; see what to do above`);
}

async function queueFindings(options: QueueOptions, root: string): Promise<readonly Finding[]> {
  const place = (options.redis ?? '') === '' ? undefined : placeOf(options, await readCourse(root));
  return place === undefined ? [] : lookAtQueue(place);
}

/** What a batch demands; a student's copy grades no class, and a course that can't be read is a finding of its own. */
async function minimumIn(root: string): Promise<IsolationLevel | undefined> {
  if (!hasSpecs(root)) return undefined;
  return readCourse(root).then(
    ({ minimumIsolation }) => minimumIsolation,
    () => undefined,
  );
}

const longestTopic = "submission's process".length;

function linesOf({ topic, status, fact, advice }: Finding, isPlain: boolean): string {
  const paint = { ok: pc.green, note: pc.yellow, problem: pc.red }[status];
  const word = status.padEnd('problem'.length);
  const first = `${isPlain ? word : paint(word)}  ${topic.padEnd(longestTopic)}  ${fact}`;
  return advice === '' ? first : `${first}\n${' '.repeat('problem'.length + 2 + longestTopic + 2)}→ ${advice}`;
}
