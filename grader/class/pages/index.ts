/** The result pages: one for staff, one for each student. */
export { studentPage } from './student/studentPage';
export { writePages } from './writePages';
export { attentionOf, type Attention } from './class/attention';
