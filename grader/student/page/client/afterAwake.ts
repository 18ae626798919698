/** Milliseconds between two looks at the time. */
const tick = 250;

/**
 * Calls once the page has been awake for that long. Counts ticks rather than time, which passes while the computer
 * sleeps and nothing runs.
 *
 * @returns cancels it
 */
export function afterAwake(seconds: number, call: () => void): () => void {
  let left = (seconds * 1000) / tick;
  const timer = setInterval(() => {
    left -= 1;
    if (left > 0) return;
    clearInterval(timer);
    call();
  }, tick);
  return () => clearInterval(timer);
}
