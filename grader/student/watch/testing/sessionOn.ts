import pc from 'picocolors';
import { textsFor } from '../../../pipeline/report';
import type { ScoredAssignment } from '../../../pipeline/score';
import type { Assignment, Exercise, FileProblem } from '../../../pipeline/types';
import { Board } from '../Board';
import { noLink } from '../layout';
import { watchTexts } from '../texts';
import { WatchSession } from '../WatchSession';
import { assignmentOf, checkedAs, type Answers } from './checked';

interface TestSession {
  readonly session: WatchSession;
  readonly screens: readonly string[];
  /** The last of the screens. */
  readonly screen: () => string;
  /** Names of the exercises of each check. */
  readonly asked: readonly (readonly string[])[];
  readonly opened: readonly object[];
  /** Lets the next check run until it is interrupted. */
  readonly hang: () => void;
}

/** A session on two assignments with the files of `saved`. */
export function sessionOn(
  saved: Record<string, Answers | FileProblem>,
  { columns = 80, language = 'en', root = '/copy' }: { columns?: number; language?: 'en' | 'zh'; root?: string } = {},
): TestSession {
  const assignments = [
    assignmentOf('03-losses', ['softmax', 'hingeLoss']),
    assignmentOf('08-training', ['accuracy', 'trainClassifier'], ['trainClassifier']),
  ];
  const screens: string[] = [];
  const asked: string[][] = [];
  const opened: object[] = [];
  let waiting: (() => void) | undefined;
  let isSlow = false;
  const checker = {
    check: async (
      id: string,
      isAsked: (one: Exercise) => boolean = () => true,
    ): Promise<ScoredAssignment | undefined> => {
      const assignment = assignments.find((one) => one.id === id) as Assignment;
      asked.push(assignment.exercises.filter(isAsked).map(({ name }) => name));
      if (isSlow) {
        isSlow = false;
        await new Promise<void>((resolve) => (waiting = resolve));
        return undefined;
      }
      return checkedAs(assignment, saved[id] ?? {}, isAsked);
    },
    interrupt: (): void => waiting?.(),
  };
  const session = new WatchSession({
    board: new Board(assignments),
    checker,
    terminal: () => ({
      root,
      columns,
      colors: pc.createColors(false),
      link: noLink,
      hasKeys: true,
      texts: textsFor(language),
      own: watchTexts(language),
    }),
    draw: (lines) => screens.push(lines.join('\n')),
    open: (place) => {
      opened.push(place);
      return Promise.resolve(undefined);
    },
    now: () => new Date('2026-01-02T03:04:05Z'),
  });
  const screen = (): string => screens.at(-1) ?? '';
  return { session, screens, screen, asked, opened, hang: () => (isSlow = true) };
}
