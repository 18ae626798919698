/** What a submission may be graded from: its sources, and not what tools and systems put beside them. */
export function isSourceFile(path: string): boolean {
  return /\.(?:ts|js|json)$/i.test(path) && !isOfTools(path);
}

/** Whether it lies where tools and systems keep things of their own: `node_modules`, `__MACOSX`, `.git`, `._losses.ts`. */
export function isOfTools(path: string): boolean {
  return path.split('/').some((part) => part === 'node_modules' || part === '__MACOSX' || /^\.(?!\.?$)/.test(part));
}
