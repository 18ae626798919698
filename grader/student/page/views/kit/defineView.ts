import type { View } from '../View';
import { mountView } from './mountView';
import type { ViewDefinition, ViewTexts } from './definition';

/** A view and its definition: for the page, and for drawing without a page. */
export interface DefinedView<State, Data, Texts extends ViewTexts> extends View, ViewDefinition<State, Data, Texts> {}

export function defineView<State, Data, Texts extends ViewTexts>(
  definition: ViewDefinition<State, Data, Texts>,
): DefinedView<State, Data, Texts> {
  return {
    ...definition,
    title: (language) => definition.texts[language].title,
    mount: (host, context) => mountView(definition, host, context),
  };
}
