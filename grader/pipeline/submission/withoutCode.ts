import type { Compiled } from './types';

/** A file with answers to questions: nothing to run. */
export function withoutCode(file: string, text: string): Compiled {
  const program: Compiled['program'] = { type: 'Program', start: 0, end: 0, body: [], sourceType: 'script' };
  return { status: 'compiled', code: '', program, sourceMap: '', file, sources: new Map([[file, text]]), remarks: [] };
}
