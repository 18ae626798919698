import { namesOf, type CourseOnPage } from '../document/settings';
import { views, type View } from '../views';

/** The views that run at least one function of the course, under its current or a former name. */
export function viewsOf({ assignments }: CourseOnPage): readonly View[] {
  const names = new Set(assignments.flatMap((one) => one.exercises.flatMap((exercise) => namesOf(one, exercise))));
  return views.filter(({ exercises }) => exercises.some((name) => names.has(name)));
}
