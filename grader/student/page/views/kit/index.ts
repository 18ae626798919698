export { button, choice, fileInput, optionsOf, slider, toggle, toggles, type Control, type Option } from './control';
export { defineView, type DefinedView } from './defineView';
export type { Call, Figure, Handle, Picture, ViewDefinition, ViewTexts } from './definition';
export { kitTexts } from './kitTexts';
export { drawingFile } from './save';
export { columnWidth, heightFor, slotFor, type Slot } from './sizes';
export { valueOf } from './valueOf';
