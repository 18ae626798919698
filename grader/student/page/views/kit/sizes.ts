const gap = 24;

/** Width of each figure with this many side by side; stacked if that is too narrow. */
export function columnWidth(width: number, columns: number): number {
  const side = Math.floor((width - gap * (columns - 1)) / columns);
  return side >= 280 ? side : columns > 2 ? columnWidth(width, columns - 1) : width;
}

/** Height of a figure that fits on the screen together with its controls. */
export function heightFor(width: number): number {
  return Math.round(Math.min(width * 0.8, 420));
}

/** Size of one figure, and its description. */
export interface Slot {
  readonly width: number;
  readonly height: number;
  readonly description: string;
}
