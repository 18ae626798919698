import type { GradeBook } from '../../roster';
import type { SubmissionResult } from '../../../pipeline/report';
import { html, type Html } from '../document/html';
import { page } from '../document/page';
import { attentionOf } from './attention';
import { attentionSection } from './attentionSection';
import { membersOf } from '../members';
import { type CodeIndex } from './links';
import { peopleSection } from './people';
import { exercisesSection } from './exercises';
import { itemsSection } from './items';
import { mistakesSection } from './mistakes';
import { provenanceSection } from './provenance';
import { scoresSection } from './scores';
import { classScript } from './script';
import { slowestSection } from './slowest';
import { median, short } from './statistics';
import { studentsSection } from './students';

export interface ClassPageOptions {
  readonly courseTitle?: string;
  /** The roster's students, and manual changes to grades. */
  readonly book?: GradeBook | undefined;
  /** The submissions that have a code page. */
  readonly code?: CodeIndex;
}

const sections = [
  ['attention', 'Needs a person first'],
  ['people', 'People'],
  ['scores', 'Scores'],
  ['exercises', 'Exercises'],
  ['mistakes', 'Known mistakes'],
  ['items', 'Items that strong students fail'],
  ['slowest', 'Slowest'],
  ['students', 'All students'],
  ['provenance', 'How this was graded'],
] as const;

/** The class report for staff. What needs a person comes first. */
export function classPage(
  results: readonly SubmissionResult[],
  { courseTitle = '', book, code = new Map() }: ClassPageOptions = {},
): string {
  const hasPeople =
    book !== undefined &&
    (book.students.length > 0 ||
      book.grades.some(
        ({ override, assignments }) => (override ?? 0) !== 0 || assignments.some(({ rubric }) => rubric !== undefined),
      ));
  // A group's submission counts once for each member.
  const { people } = membersOf(results, book);
  const each = people.map(({ page: submission, result }) => ({ ...result, submission }));
  return page({
    language: 'en',
    title: courseTitle === '' ? 'Class report' : `Class report: ${courseTitle}`,
    skip: 'Skip to what needs a person first',
    head: html`${courseTitle !== '' && html`<p class="over">${courseTitle}</p>`}
      <h1>Class report</h1>
      ${figures(results, each, book)}
      <nav aria-label="Sections">
        <ul>
          ${sections.filter(([id]) => id !== 'people' || hasPeople).map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}
        </ul>
      </nav>`,
    main: [
      attentionSection(results, book, code),
      ...(hasPeople ? [peopleSection(book)] : []),
      scoresSection(each),
      exercisesSection(each),
      mistakesSection(each),
      itemsSection(each),
      slowestSection(results),
      studentsSection(people, { book: hasPeople ? book : undefined, code }),
      provenanceSection(results),
    ],
    foot: html`<p>
      For staff: this page names all students. Each page in <code>students/</code> shows one student, without numbers of
      hidden cases, and may be given to that student.
    </p>`,
    wide: true,
    script: classScript,
  });
}

function figures(
  results: readonly SubmissionResult[],
  each: readonly SubmissionResult[],
  book: GradeBook | undefined,
): Html {
  const scores = each.flatMap(({ score }) => (score === null ? [] : [score]));
  const maximum = Math.max(0, ...results.map(({ maxScore }) => maxScore));
  const people = new Set(attentionOf(results, book).map(({ submission, who }) => submission ?? who)).size;
  const students = book?.students.length ?? 0;
  const absent = book?.match.absent.length ?? 0;
  return html`<dl class="figures">
    <div>
      <dt>students</dt>
      <dd>${students === 0 ? each.length : html`${students} <span>${students - absent} handed in</span>`}</dd>
    </div>
    <div>
      <dt>median score</dt>
      <dd>${short(median(scores))} <span>of ${maximum}</span></dd>
    </div>
    <div>
      <dt>need a person first</dt>
      <dd>${people}</dd>
    </div>
    <div>
      <dt>without a score</dt>
      <dd>${each.length - scores.length}</dd>
    </div>
  </dl>`;
}
