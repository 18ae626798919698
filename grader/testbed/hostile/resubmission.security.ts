/** Simulates repeated submissions: no byte that a spy's student sees depends on the numbers of hidden cases. */
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBundles } from '../../bundling/bundles';
import { feedbackText, formats, type ExportInput } from '../../class/export';
import { studentPage } from '../../class/pages';
import { gradeSubmission } from '../../pipeline/gradeSubmission';
import { textsFor, toJson, type SubmissionResult } from '../../pipeline/report';
import { chooseIsolation, Sandbox } from '../../pipeline/sandbox';
import { readSubmission } from '../../pipeline/submission';
import { isolationLevels, type Assignment, type Language } from '../../pipeline/types';
import { describeOf } from '../course/ofCourse';
import { hostileCourse, spies, type Spy } from '.';

const root = join(__dirname, '../../..');
const childCommand = [process.execPath, join(root, 'grader', 'bundling', 'runBundle.js'), ensureBundles(root).child];
const { command } = chooseIsolation(childCommand);

/** The same for both seeds: their labels differ, but reveal no numbers of cases. */
const provenance = {
  submission: 'spy',
  scope: 'full',
  seedLabel: '00000000',
  isolation: isolationLevels[0],
  graderVersion: '0',
  specHash: '0',
  node: '0',
  tfjs: '0',
} as const;

const identity = {
  classroom: 'c',
  assignment: 'a',
  owner: 'o',
  submission: 'submit/s',
  commit: 'https://example.org/c',
  release: 'https://example.org/r',
  review: 'https://example.org/v',
  datetime: '2027-02-01T12:00:00Z',
};
const input: ExportInput = {
  results: [],
  grades: [],
  hasRoster: false,
  students: [],
  pending: [],
  assignments: [{ id: '03-losses', title: 'Losses', file: 'losses.ts' }],
  options: { isNamed: false, columns: new Map(), scale: false, identity },
};

async function resultOf({ source }: Spy, assignment: Assignment, language: Language): Promise<SubmissionResult> {
  const folder = await mkdtemp(join(tmpdir(), 'descent-spy-'));
  const sandbox = new Sandbox({ command, secondsPerExercise: 5 });
  try {
    await mkdir(join(folder, assignment.id));
    await writeFile(join(folder, assignment.id, 'losses.js'), source);
    const score = await gradeSubmission([assignment], await readSubmission(folder, [assignment]), sandbox);
    return toJson(score, provenance, textsFor(language));
  } finally {
    sandbox.close();
    await rm(folder, { recursive: true });
  }
}

/** All student-visible parts of a result, by output. */
function visibleOf(result: SubmissionResult): Record<string, string> {
  const files = formats.flatMap((format) =>
    format.of === 'submission' ? [[format.name, format.write(result, { ...input, results: [result] }).text]] : [],
  );
  const messages = result.assignments.flatMap(({ exercises }) =>
    exercises.map(({ status, score, studentMessage, checks }) => [
      status,
      score,
      studentMessage,
      checks.map((check) => [check.status, check.points, check.studentMessage, check.picture]),
    ]),
  );
  return {
    page: studentPage(result),
    comments: feedbackText(result, undefined),
    messages: JSON.stringify(messages),
    ...(Object.fromEntries(files) as Record<string, string>),
  };
}

it('should know all formats of a single submission', () => {
  expect(formats.filter(({ of }) => of === 'submission').length).toBeGreaterThanOrEqual(4);
});

describeOf('03-losses')('the output that a spy’s student sees', () => {
  let courses: readonly Assignment[];
  beforeAll(async () => {
    courses = [await hostileCourse(root, 'one hidden seed'), await hostileCourse(root, 'quite another')];
  });

  it.each(spies)('should not depend on the hidden seed: $id', async (spy) => {
    const [one, other] = await Promise.all(courses.map((course) => resultOf(spy, course, 'en')));
    if (one === undefined || other === undefined) throw new Error('there are two courses');
    expect(visibleOf(one)).toEqual(visibleOf(other));
  });
});
