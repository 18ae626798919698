/** Draws lines on a cleared screen; the earlier content stays in the scrollback. */
export function drawOver(stream: Pick<NodeJS.WriteStream, 'rows' | 'write'>, lines: readonly string[]): void {
  stream.write(`${'\n'.repeat(Math.max(0, stream.rows - 1))}\u001b[H\u001b[J${lines.join('\n')}\n`);
}
