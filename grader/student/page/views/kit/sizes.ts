const gap = 24;

/** Width of each figure with two side by side; stacked if that is too narrow. */
export function columnWidth(width: number): number {
  const side = Math.floor((width - gap) / 2);
  return side >= 280 ? side : width;
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
