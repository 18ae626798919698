/**
 * What to do without a file: for a path with nothing there, the value; any other error is thrown, since unread is not
 * absent.
 */
export function ifAbsent<Value>(value: Value): (error: unknown) => Value {
  return (error) => {
    if (isAbsence(error)) return value;
    throw error;
  };
}

/** Whether the error says that nothing is there, rather than that it can't be read. */
export function isAbsence(error: unknown): boolean {
  // File system errors are not `instanceof Error` inside Jest.
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
