/** Possible encodings of a hidden seed in a file. */
export function seedForms(hidden: string): readonly string[] {
  const bytes = Buffer.from(hidden);
  return [
    hidden,
    JSON.stringify(hidden).slice(1, -1),
    bytes.toString('hex'),
    bytes.toString('base64').replace(/=+$/, ''),
  ];
}
