import { html, type Html } from './html';

/** A message as in the terminal, except that a line that wraps is indented further, so that its start stays visible. */
export function messageBox(text: string): Html {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  return html`<pre class="message">${lines.map((line) => html`<span>${line}</span>`)}</pre> `;
}
