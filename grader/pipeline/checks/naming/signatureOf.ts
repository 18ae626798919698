import type { Finding } from '../../types';

/** What is wrong and where, without the numbers that vary between cases. */
export function signatureOf(finding: Finding | undefined): string {
  if (finding === undefined) return '';
  const place = 'where' in finding ? finding.where.en : 'path' in finding ? finding.path : '';
  return `${finding.id} ${place.replace(/\d+/g, '0')}`.trim();
}
