/** Texts of `npm run watch`. */
export const en = {
  keys: {
    hint: 'hint',
    next: 'next',
    only: 'only this',
    all: 'all',
    list: 'list',
    reset: 'reset',
    open: 'open',
    quit: 'quit',
  },
  functions: (done: number, all: number): string => `${done} of ${all} functions`,
  points: (points: number, most: number): string => `${points} of ${most} public points`,
  checking: (what: string): string => `checking ${what}`,
  running: (names: string): string => `still running: ${names}`,
  /** After each check if keys are not read. */
  waiting: (folders: string): string => `watching ${folders}; save a file to check it, Ctrl-C to end`,
  done: (names: string): string => `done: ${names}`,
  fixFirst: 'fix first:',
  alsoFailing: (names: string): string => `also to fix: ${names}`,
  next: (name: string, id: string): string => `next: ${name}, in ${id}`,
  allDone: 'all watched functions pass their public checks; hidden checks run when you hand in',
  onlyThis: (name: string): string => `checks only ${name}; a checks all again`,
  typeErrors: (count: number): string =>
    `${count === 1 ? 'one type error' : `${count} type errors`}; the checks still run:`,
  nothingOpen: 'no function is chosen: there is nothing to fix and nothing to do',
  resetAgain: (name: string): string =>
    `reset ${name} to its skeleton? Press r once more; your code is kept in .descent/`,
  wasReset: (name: string, kept: string): string =>
    `${name} was reset to its skeleton; your previous file is in ${kept}`,
  noSkeleton: (name: string): string =>
    `there is no skeleton of ${name} to go back to; get the assignment again from the course`,
  noReset: (name: string): string =>
    `${name} was not found as \`export function ${name}\` in the file, so nothing was reset`,
  noEditor: 'no editor is known: set VISUAL or EDITOR, such as EDITOR="code -g", and start again',
  editorFailed: (command: string): string => `${command} could not be started: see VISUAL and EDITOR`,
  status: { passed: 'done', todo: 'to do', unknown: 'not checked yet' },
};

export type WatchTexts = typeof en;
