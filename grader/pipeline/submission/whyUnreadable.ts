/** Why a file or folder of a submission could not be read, as a sentence without its name. */
export function whyUnreadable(error: unknown): string {
  // File system errors are not `instanceof Error` inside Jest.
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return 'it is a link that leads nowhere';
  if (code === 'ELOOP') return 'it is a link that leads back to itself';
  if (code === 'EACCES' || code === 'EPERM') return 'reading it is not permitted';
  return `it could not be read${code === '' ? '' : ` (${code})`}`;
}
