import type { Language } from '../../../pipeline/types';
import { tf } from '../../../precision';
import type { StudentFunctions } from '../computations';
import { runComputation } from '../computations/runComputation';
import type { Picture, ViewDefinition, ViewTexts } from '../views/kit';

/** A view's picture with a student's functions, without a browser. */
export async function pictureFor<State, Data, Texts extends ViewTexts>(
  view: ViewDefinition<State, Data, Texts>,
  student: StudentFunctions,
  state: State = view.initial,
  language: Language = 'en',
): Promise<Picture<State>> {
  const data = await view.compute(state, (computation, parameters) =>
    Promise.resolve(runComputation(computation, student, tf, parameters)),
  );
  return view.draw(data, state, view.texts[language], 900);
}
