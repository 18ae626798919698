import type { Command } from 'commander';
import { hasSpecs, readCourse } from '../../pipeline/course';
import type { IsolationLevel } from '../../pipeline/types';
import type { Finding, Found } from '../health/finding';
import { findingLines } from '../health/findingLines';
import { lookAtBackend } from '../health/lookAtBackend';
import { lookAtNode, lookAtTfjs } from '../health/lookAtComputation';
import { lookAtCache, lookAtCourse } from '../health/lookAtCourse';
import { lookAtQueue } from '../health/lookAtQueue';
import { lookAtSandbox } from '../health/lookAtSandbox';
import { healthTexts } from '../health/texts';
import type { Installation } from '../installation';
import { addQueueOptions, placeOf, type QueueOptions } from '../queueOptions';
import { readersTexts } from '../readersTexts';
import { writeJson } from '../writeJson';

interface DoctorOptions extends QueueOptions {
  readonly json?: string;
  readonly quiet?: boolean;
}

/** `grader doctor`: what works on this machine, what doesn't, and how to fix it. */
export function addDoctor(grader: Command, installation: Installation): void {
  const command = grader
    .command('doctor')
    .description('checks Node, TensorFlow.js, precision, isolation and files, and says how to fix each problem')
    .option('--json <file>', 'write the findings as JSON; - for standard output, with nothing else on it')
    .option('--quiet', 'print nothing but problems')
    .option('--plain', 'no colours');
  // A student's copy has no queue.
  const isStaff = hasSpecs(installation.root);
  (isStaff ? addQueueOptions(command, 'check this queue and its workers as well') : command)
    .addHelpText(
      'after',
      `\nExamples:\n  grader doctor\n  grader doctor --json -${isStaff ? '\n  grader doctor --redis redis://queue.example.edu:6379' : ''}`,
    )
    .action((options: DoctorOptions & { readonly plain?: boolean }) =>
      doctor(options, options.plain === true, installation),
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
    ...(await queueFindings(options, root)).map((found) => () => found),
  ];
  const texts = healthTexts(readersTexts().language);
  const shown = findings.map((finding) => finding(texts));
  const problems = shown.filter(({ status }) => status === 'problem');
  if (json !== undefined) {
    const inEnglish = findings.map((finding) => finding(healthTexts('en')));
    await writeJson(json, { schemaVersion: 1, status: problems.length === 0 ? 'ok' : 'problem', findings: inEnglish });
  }
  if (json !== '-') {
    for (const line of findingLines(quiet === true ? problems : shown, texts, isPlain)) console.log(line);
  }
  if (problems.length > 0) throw new Error(texts.notAsNeeded(problems.map(({ topic }) => topic)));
}

async function queueFindings(options: QueueOptions, root: string): Promise<readonly Found[]> {
  const place = (options.redis ?? '') === '' ? undefined : placeOf(options, await readCourse(root));
  return place === undefined ? [] : lookAtQueue(place);
}

/**
 * The level that a batch requires; undefined in a student's copy. An unreadable course is reported by its own check.
 */
async function minimumIn(root: string): Promise<IsolationLevel | undefined> {
  if (!hasSpecs(root)) return undefined;
  return readCourse(root).then(
    ({ minimumIsolation }) => minimumIsolation,
    () => undefined,
  );
}
