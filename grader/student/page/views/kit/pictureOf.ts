import type { Figure, Scene, ViewDefinition, ViewTexts } from './definition';
import { columnWidth, heightFor } from './sizes';

export interface Picture<State> {
  readonly figures: readonly Figure<State>[];
  readonly sentences: readonly string[];
}

/** Draws a view. @param width - pixels for the figures side by side */
export function pictureOf<State, Data, Texts extends ViewTexts>(
  { figures, sentences }: Pick<ViewDefinition<State, Data, Texts>, 'figures' | 'sentences'>,
  scene: Scene<State, Data, Texts>,
  width: number,
): Picture<State> {
  const said = sentences(scene).filter((one) => typeof one === 'string');
  const side = columnWidth(width);
  const slot = { width: side, height: heightFor(side), description: said.join(' ') };
  return { figures: figures.map((draw) => draw(scene, slot)), sentences: said };
}
