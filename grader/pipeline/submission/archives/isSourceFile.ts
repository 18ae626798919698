/** Extensions of source code, optionally with a suffix that browsers, mail programs and editors append. */
export const codeEnding = /\.[cm]?[jt]sx?(?:\.(?:txt|download|bak|orig|[jt]s))?$|\.txt$/i;

/** A short text file can be code; a longer one is data. */
const maxTextBytes = 200_000;

/** An archive inside a submission is not unpacked; it may contain anything. */
export const innerArchive = /\.(?:zip|tar|tgz|tar\.gz|rar|7z)$/i;

/** Students' answers to questions: `answers.yaml`. */
export const answersFile = /(?:^|\/)answers\.ya?ml$/i;

/** A renamed answers file: `Jane_answers.yaml`, `answers (1).yml`, `answers.yaml.txt`. */
export const answersLike = /(?:^|[^a-z])answers(?![a-z])[^/]*\.(?:ya?ml(?:\.txt)?|txt)$/i;

/** Whether a file can be graded: sources, but not files that tools and systems add. */
export function isSourceFile(path: string, bytes = 0): boolean {
  const isSource = codeEnding.test(path)
    ? !/\.txt$/i.test(path) || bytes <= maxTextBytes
    : /\.json$/i.test(path) || answersLike.test(path);
  return isSource && !isOfTools(path);
}

/** Whether it belongs to a tool or the system: `node_modules`, `__MACOSX`, `.git`, `._losses.ts`. */
export function isOfTools(path: string): boolean {
  return path.split('/').some((part) => part === 'node_modules' || part === '__MACOSX' || /^\.(?!\.?$)/.test(part));
}
