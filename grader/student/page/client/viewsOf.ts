import { namesOf, type CourseOnPage } from '../document/settings';
import { views, type View } from '../views';

/** The views that have something to show in a course: it has a function that they run, whatever that is called by now. */
export function viewsOf({ assignments }: CourseOnPage): readonly View[] {
  const names = new Set(assignments.flatMap((one) => one.exercises.flatMap((exercise) => namesOf(one, exercise))));
  return views.filter(({ exercises }) => exercises.some((name) => names.has(name)));
}
