/** Results for other platforms. README.md describes how to import each file, and what is guaranteed. */
import { canvas } from './canvas';
import { classroom50 } from './classroom50';
import { csv } from './csv';
import { exercism } from './exercism';
import { canvasFeedback } from './feedback/canvasFeedback';
import { moodleFeedback } from './feedback/moodleFeedback';
import type { Format } from './format';
import { github } from './github/result';
import { gradescope } from './gradescope/results';
import { junit } from './junit';
import { moodle } from './moodle/gradebook';
import { moodleWorksheet } from './moodle/worksheet';

export { identityVariables } from './classroom50';
export type { AssignmentInfo, ExportInput, ExportOptions, Format } from './format';
export { annotations } from './github/annotations';
export { feedbackText } from './feedback/feedbackText';
export { githubResult, stepOutput } from './github/result';
export { worksheetColumns } from '../roster';
export { narrowGrade, narrowResult } from './narrow';
export { readSheet } from './sheet';
export { writeExports } from './writeExports';

/** All formats, in the order of the help. */
export const formats: readonly Format[] = [
  csv,
  canvas,
  canvasFeedback,
  moodle,
  moodleWorksheet,
  moodleFeedback,
  junit,
  gradescope,
  github,
  classroom50,
  exercism,
];
