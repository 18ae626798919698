export { choice, slider, toggle, toggles, type Control } from './control';
export { defineView, type DefinedView } from './defineView';
export type { Call, Figure, Picture, ViewDefinition, ViewTexts } from './definition';
export { columnWidth, heightFor, slotFor, type Slot } from './sizes';
export { valueOf } from './valueOf';
