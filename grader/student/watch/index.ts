/** What `npm run watch` checks when. */
export { assignmentOf } from './assignmentOf';
export { CheckQueue } from './CheckQueue';
export { runPublicChecks, type PublicRun } from './runPublicChecks';
