import { javascript } from '@codemirror/lang-javascript';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { basicSetup } from 'codemirror';

/** Uses the colours of the page, which has a light and a dark scheme. */
const highlighting = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword], color: 'var(--code-keyword)' },
  { tag: [tags.string, tags.regexp], color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--code-number)' },
  { tag: [tags.comment], color: 'var(--quiet)' },
  { tag: [tags.typeName, tags.className], color: 'var(--code-type)' },
  { tag: tags.function(tags.variableName), color: 'var(--code-function)' },
]);

const theme = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--panel)', fontSize: '0.875rem', height: '100%' },
  '.cm-content': { caretColor: 'var(--ink)', fontFamily: 'ui-monospace, monospace' },
  '.cm-gutters': { color: 'var(--quiet)', backgroundColor: 'var(--soft)', borderRight: '1px solid var(--line)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--soft)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'var(--selection) !important' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-tooltip, .cm-panels': { color: 'var(--ink)', backgroundColor: 'var(--panel)' },
  '.cm-foldPlaceholder': { color: 'var(--quiet)', backgroundColor: 'var(--soft)' },
});

export interface EditorOptions {
  readonly host: HTMLElement;
  readonly text: string;
  readonly label: string;
  /** Nonce of the page's style elements, required by its policy. */
  readonly nonce: string;
  readonly onEdit: (text: string) => void;
}

/** An editor of a student's whole file. */
export class Editor {
  readonly #view: EditorView;
  /** Marks a change that is not the user's edit. */
  #isShowing = false;

  constructor({ host, text, label, nonce, onEdit }: EditorOptions) {
    const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
    this.#view = new EditorView({
      parent: host,
      state: EditorState.create({
        doc: text,
        extensions: [
          EditorState.lineSeparator.of(lineBreak),
          EditorView.cspNonce.of(nonce),
          basicSetup,
          javascript({ typescript: true }),
          syntaxHighlighting(highlighting),
          theme,
          EditorView.contentAttributes.of({ 'aria-label': label }),
          EditorView.updateListener.of(({ docChanged, state }) => {
            if (docChanged && !this.#isShowing) onEdit(state.sliceDoc());
          }),
        ],
      }),
    });
    // A scrollable region must be reachable by keyboard.
    this.#view.scrollDOM.tabIndex = 0;
  }

  get text(): string {
    return this.#view.state.sliceDoc();
  }

  /** Shows another text, and keeps the cursor as far as both texts agree. */
  show(text: string): void {
    const { state } = this.#view;
    const lines = state.toText(text);
    const [before, after] = [state.doc.toString(), lines.toString()];
    let from = 0;
    while (from < before.length && before[from] === after[from]) from += 1;
    let same = 0;
    const longest = Math.min(before.length, after.length) - from;
    while (same < longest && before.at(-1 - same) === after.at(-1 - same)) same += 1;
    this.#isShowing = true;
    this.#view.dispatch({
      changes: { from, to: before.length - same, insert: lines.slice(from, after.length - same) },
    });
    this.#isShowing = false;
  }

  /** Scrolls the editor, not the page, to a place, and puts the cursor there. */
  goTo(place: number, { focus = false } = {}): void {
    const view = this.#view;
    const anchor = Math.min(Math.max(0, place), view.state.doc.length);
    view.dispatch({ selection: { anchor } });
    view.requestMeasure({
      read: () => view.lineBlockAt(anchor).top,
      write: (top) => view.scrollDOM.scrollTo(0, top),
    });
    if (focus) view.focus();
  }

  goToLine(line: number): void {
    const { doc } = this.#view.state;
    this.goTo(doc.line(Math.min(Math.max(1, line), doc.lines)).from, { focus: true });
  }

  /** Marks a line as wrong, or none. */
  mark(line: number | undefined, message: string): void {
    const { doc } = this.#view.state;
    const diagnostics: Diagnostic[] = [];
    if (line !== undefined && line >= 1 && line <= doc.lines) {
      const { from, to } = doc.line(line);
      diagnostics.push({ from, to, severity: 'error', message });
    }
    this.#view.dispatch(setDiagnostics(this.#view.state, diagnostics));
  }

  dispose(): void {
    this.#view.destroy();
  }
}
