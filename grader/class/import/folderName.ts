/** An id as a folder name that is valid on every system; most ids stay the same. */
export function folderName(id: string, taken: ReadonlySet<string>): string {
  const safe = id
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}._@+ -]/gu, '_')
    .replace(/^[. ]+|[. ]+$/g, (ends) => '_'.repeat(ends.length))
    .slice(0, 100);
  const name = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(safe) || safe === '' ? `_${safe}` : safe;
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name}-${number}`;
  return free;
}
