import { basename } from 'node:path';

/** How an editor opens a file at a line. */
export interface EditorCommand {
  readonly program: string;
  readonly args: readonly string[];
  /** Whether it uses the terminal until it is closed. */
  readonly ownsTerminal: boolean;
}

const inTerminal = /^(vi|vim|nvim|nano|pico|emacs|micro|helix|hx|kak|joe|ne|mcedit|ed)$/;

/** The command in VISUAL or EDITOR; undefined if both are unset. */
export function editorCommand(
  { VISUAL, EDITOR }: Readonly<Record<string, string | undefined>>,
  place: { readonly path: string; readonly line: number },
): EditorCommand | undefined {
  const [program, ...given] = (VISUAL || EDITOR || '').split(' ').filter((part) => part !== '');
  if (program === undefined) return undefined;
  const name = basename(program).replace(/\.(exe|cmd)$/i, '');
  const { path, line } = place;
  const ownsTerminal = inTerminal.test(name) && !given.some((arg) => arg === '-g' || arg === '--gui');
  // Each editor has its own syntax for a line.
  if (/^(code|code-insiders|codium|cursor|windsurf)$/.test(name))
    return { program, args: [...given.filter((arg) => arg !== '-g'), '-g', `${path}:${line}`], ownsTerminal: false };
  if (/^(subl|zed|hx|helix|micro)$/.test(name)) return { program, args: [...given, `${path}:${line}`], ownsTerminal };
  if (/^(vi|vim|nvim|nano|pico|emacs|emacsclient|kak|joe|gedit|kate)$/.test(name) && name !== 'kate')
    return { program, args: [...given, `+${line}`, path], ownsTerminal };
  return { program, args: [...given, path], ownsTerminal };
}
