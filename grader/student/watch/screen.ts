import { join } from 'node:path';
import type { Colors } from 'picocolors/types';
import { firstMessageOf, type Texts } from '../../pipeline/report';
import { adviceFor } from '../hints';
import type { Board, Place } from './Board';
import { columnsOf, wrap, type Link } from './layout';
import type { WatchTexts } from './texts';

/** Content of the screen. */
export interface View {
  readonly board: Board;
  /** The current assignment. */
  readonly id: string;
  readonly focus: Place | undefined;
  /** Latest event or result of a key, shown above the function to fix. */
  readonly notes: readonly string[];
  /** A requested hint, instead of the message. */
  readonly advice: string | undefined;
  readonly typeErrors: readonly string[];
  readonly showsList: boolean;
}

/** Terminal settings. */
export interface Terminal {
  /** Folder of the working copy. */
  readonly root: string;
  readonly columns: number;
  readonly colors: Colors;
  readonly link: Link;
  /** Whether keys are read, and listed at the end. */
  readonly hasKeys: boolean;
  readonly texts: Texts;
  readonly own: WatchTexts;
}

const maxTypeErrors = 3;

/** The lines of the screen: progress, latest event, what to fix first, type errors, keys. */
export function screenOf(view: View, terminal: Terminal): readonly string[] {
  const { columns } = terminal;
  const wrapped = (lines: readonly string[]): readonly string[] => lines.flatMap((line) => wrap(line, columns));
  const body = bodyOf(view, terminal);
  const sections = [
    [progress(view, terminal)],
    wrapped(view.notes),
    view.showsList ? wrapped(listOf(view, terminal)) : [],
    wrapped(body.lines).map((line, index) => (index === 0 && body.isWrong ? terminal.colors.red(line) : line)),
    wrapped(typesOf(view, terminal)),
    terminal.hasKeys ? wrap(keysOf(terminal), columns).map(terminal.colors.dim) : [],
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]))
    .map((line) => withLinks(line, view.id, terminal));
}

/** `03-losses  ████░░░░  2 of 5 functions · 20 of 50 public points`, truncated to the available width. */
function progress({ board, id }: View, { columns, colors, own }: Terminal): string {
  const { done, all, points, maxPoints } = board.countsOf(id);
  const words = [own.functions(done, all), own.points(points, maxPoints)];
  const room = (text: string): number => columns - columnsOf(id) - columnsOf(text) - 4;
  const shown = [words.join(' · '), words[0] ?? ''].find((text) => room(text) >= 5) ?? `${done}/${all}`;
  const length = Math.max(0, Math.min(20, room(shown)));
  const full = all === 0 ? 0 : Math.floor((length * done) / all);
  const bar = colors.green('█'.repeat(full)) + '░'.repeat(length - full);
  return `${colors.bold(id)}  ${bar}${length === 0 ? '' : '  '}${shown}`;
}

function bodyOf(
  { board, id, focus, advice }: View,
  { texts, own }: Terminal,
): { readonly lines: readonly string[]; readonly isWrong: boolean } {
  const problem = board.problemOf(id);
  if (problem !== undefined) {
    const [claim, ...details] = texts.file(problem);
    return { lines: [`${id} › ${claim}`, ...details.map((line) => `  ${line}`)], isWrong: true };
  }
  const result = focus && board.resultOf(focus);
  if (focus === undefined || result === undefined) return { lines: [own.allDone], isWrong: false };
  const { file = '' } = board.assignments.find((assignment) => assignment.id === focus.id) ?? {};
  if (result.status === 'todo' || result.status === 'passed') {
    const told = adviceFor(result, { assignment: focus.id, file, texts });
    const lines = told.status === 'text' ? told.text.split('\n') : [];
    return { lines: [own.next(focus.name, focus.id), ...lines], isWrong: false };
  }
  const message = advice ?? firstMessageOf(result, { reader: 'student', assignment: focus.id, hint: 0, texts });
  const others = board.failing(focus.id).filter(({ name }) => name !== focus.name);
  return {
    lines: [
      own.fixFirst,
      ...message.split('\n').map((line) => `  ${line}`),
      ...(others.length === 0 ? [] : ['', own.alsoFailing(others.map(({ name }) => name).join(', '))]),
    ],
    isWrong: true,
  };
}

function listOf({ board, focus }: View, { texts, own }: Terminal): readonly string[] {
  return board.assignments.flatMap(({ id, exercises }) => {
    const { done, all } = board.countsOf(id);
    return [
      `${id}   ${own.functions(done, all)}`,
      ...exercises.map(({ name }) => {
        const status = board.resultOf({ id, name })?.status;
        const word =
          status === undefined
            ? own.status.unknown
            : status === 'passed' || status === 'todo'
              ? own.status[status]
              : texts.status[status];
        const isOpen = status === undefined || status === 'todo' || status === 'answered';
        const mark = status === 'passed' ? '✓' : isOpen ? '·' : '✗';
        return `${focus?.id === id && focus.name === name ? '›' : ' '} ${mark} ${name}   ${word}`;
      }),
    ];
  });
}

function typesOf({ typeErrors }: View, { own }: Terminal): readonly string[] {
  if (typeErrors.length === 0) return [];
  const more = typeErrors.length > maxTypeErrors ? ['  …'] : [];
  return [own.typeErrors(typeErrors.length), ...typeErrors.slice(0, maxTypeErrors).map((line) => `  ${line}`), ...more];
}

function keysOf({ own: { keys } }: Terminal): string {
  return (
    [
      ['h', keys.hint],
      ['n', keys.next],
      ['t', keys.only],
      ['a', keys.all],
      ['l', keys.list],
      ['r', keys.reset],
      ['o', keys.open],
      ['q', keys.quit],
    ] as const
  )
    .map(([key, word]) => `${key} ${word}`)
    .join(' · ');
}

/** Expands `losses.ts:12:5` to a path that a terminal can open, as a link if supported. */
function withLinks(line: string, id: string, { root, link }: Terminal): string {
  return line.replace(
    /(^|[\s(])([\w-]+\.[jt]s):(\d+)(?::(\d+))?/g,
    (whole, before: string, file: string, row: string, column = '1') => {
      const path = join(root, 'assignments', id, file);
      return before + link(whole.slice(before.length), { path, line: Number(row), column: Number(column) });
    },
  );
}
