const gap = 24;

/** Pixels of each figure, where so many are to stand side by side; one below the other where that is too narrow. */
export function columnWidth(width: number, columns: number): number {
  const side = Math.floor((width - gap * (columns - 1)) / columns);
  return side >= 280 ? side : columns > 2 ? columnWidth(width, columns - 1) : width;
}

/** A pleasant height for a figure, which stays on the screen with what moves it. */
export function heightFor(width: number): number {
  return Math.round(Math.min(width * 0.8, 420));
}

/** Room for one figure, and the words that stand for it. */
export interface Slot {
  readonly width: number;
  readonly height: number;
  readonly description: string;
}

/** One of so many beside each other, which the view's sentences describe. */
export function slotFor(width: number, columns: number, sentences: readonly string[]): Slot {
  const side = columnWidth(width, columns);
  return { width: side, height: heightFor(side), description: sentences.join(' ') };
}
