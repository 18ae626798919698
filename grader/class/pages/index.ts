/** The pages that show results: one for staff, one for each student. */
export { classPage, type ClassPageOptions } from './class/classPage';
export { studentPage, type StudentPageOptions } from './student/studentPage';
export { writePages, type PagesOptions, type WrittenPages } from './writePages';
export { attentionOf, type Attention } from './class/attention';
