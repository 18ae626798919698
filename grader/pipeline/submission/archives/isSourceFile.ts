/** Endings of source code, alone or with those that browsers, mail and editors put behind them. */
export const codeEnding = /\.[cm]?[jt]sx?(?:\.(?:txt|download|bak|orig|[jt]s))?$|\.txt$/i;

/** What is called a text may be code; what is longer is data. */
const maxTextBytes = 200_000;

/** Where students answer questions: `answers.yaml`. */
export const answersFile = /(?:^|\/)answers\.ya?ml$/i;

/** What became of it on its way: `Jane_answers.yaml`, `answers (1).yml`, `answers.yaml.txt`. */
export const answersLike = /(?:^|[^a-z])answers(?![a-z])[^/]*\.(?:ya?ml(?:\.txt)?|txt)$/i;

/** What a submission may be graded from: its sources, and not what tools and systems put beside them. */
export function isSourceFile(path: string, bytes = 0): boolean {
  const isSource = codeEnding.test(path)
    ? !/\.txt$/i.test(path) || bytes <= maxTextBytes
    : /\.json$/i.test(path) || answersLike.test(path);
  return isSource && !isOfTools(path);
}

/**
 * Whether it lies where tools and systems keep things of their own: `node_modules`, `__MACOSX`, `.git`, `._losses.ts`.
 */
export function isOfTools(path: string): boolean {
  return path.split('/').some((part) => part === 'node_modules' || part === '__MACOSX' || /^\.(?!\.?$)/.test(part));
}
