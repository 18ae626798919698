export { choice, slider, seriesToggles, toggle, type Control } from './control';
export { defineView, type DefinedView } from './defineView';
export { chartFigure } from './chartFigure';
export type { Call, Figure, Scene, Sentence, ViewTexts } from './definition';
export { pictureOf, type Picture } from './pictureOf';
export type { Slot } from './sizes';
export { limited, numbered, valueOf, valuesOf } from './values';
