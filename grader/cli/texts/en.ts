/** Messages of students' commands; larger rooms have texts of their own. */
export const en = {
  starting: 'starting',
  checking: (what: string): string => `checking ${what}`,
  drawing: (assignment: string): string => `drawing the cases of ${assignment}`,
  running: 'running the submission',
  noSubmission: (path: string): string =>
    `there is no folder or archive ${path}; give the folder of a submission, such as \`grader grade .\`, or its archive`,
  notSubmission: (path: string): string =>
    `${path} is neither a folder nor a .zip or .tar.gz; give the folder of a submission, such as \`grader grade .\`, or its archive`,
  noWorkingCopy: (folder: string): string => `there is no folder ${folder}; name a working copy`,
  cannotWriteTo: (folder: string, why: string): string =>
    `${folder} can't be written to (${why}); name another folder with --out`,
  whichFunction: 'which function? Give its name, such as `npm run hint -- softmaxLoss`',
  notChecked: (name: string): string => `${name} was not checked`,
  hintNotNoted: (why: string): string =>
    `could not save the next hint in .descent/hints.json (${why}): you will get this one again`,
  pageWritten: (file: string): string => `${file} shows your work as the public checks see it.`,
  cannotWatch: (why: string): string => `the files can't be watched: ${why}`,
  cannotListen: (port: number, why: string): string => `port ${port} can't be used (${why}); choose another one`,
  noPageForOthers:
    "a page for hosting is built from skeletons, which only the staff's checkout has; open play/index.html, which came with your copy",
  fileMissing: (file: string): string => `${file} is missing; get it again from the course`,
  fileDamaged: (file: string): string => `${file} is damaged; get it again from the course`,
  notEmpty: (folder: string): string => `${folder} is not empty; name a new folder`,
  siteWritten: (file: string, megabytes: string): string =>
    `${file}: ${megabytes} MB; host it anywhere, or open it from disk`,
  opened: 'opened in your browser; press Ctrl-C to stop',
  openIt: 'open this address in your browser; press Ctrl-C to stop',
  noIsolationLevel: (variable: string, value: string, levels: readonly string[]): string =>
    `${variable} is "${value}"; give one of ${levels.join(', ')}, or unset it`,
};

export type CommandTexts = typeof en;
