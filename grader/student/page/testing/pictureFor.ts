import type { Language } from '../../../pipeline/types';
import { tf } from '../../../precision';
import type { StudentFunctions } from '../computations';
import { runComputation } from '../computations/runComputation';
import { pictureOf, type DefinedView, type Picture, type ViewTexts } from '../views/kit';

/** A view's picture with a student's functions, without a browser. */
export async function pictureFor<State, Data, Texts extends ViewTexts>(
  view: DefinedView<State, Data, Texts>,
  student: StudentFunctions,
  state: State = view.initial,
  language: Language = 'en',
): Promise<Picture<State>> {
  const data = await view.compute(state, (computation, parameters) =>
    Promise.resolve(runComputation(computation, student, tf, parameters)),
  );
  return pictureOf(view, { data, state, texts: view.texts[language] }, 900);
}
