/** A 32-bit hash of a text, for seeds that need not be secret. @see Fowler, Noll and Vo, FNV-1a */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash | 0;
}
