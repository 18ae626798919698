import { lineId, studentPath } from '../class/links';
import { html, trusted, type Html } from '../document/html';
import { page } from '../document/page';
import type { Attachment } from './attachments';
import type { HandedInCode } from './codeReader';

export interface CodePageOptions {
  readonly courseTitle?: string;
  /** The students' names; empty if unknown. */
  readonly who: string;
}

/** Keeps pages responsive; ordinary submissions are far shorter. */
const maxCharacters = 400_000;

/** The submitted code line by line, for staff; messages on the class page link to lines. */
export function codePage(
  submission: string,
  { files, attachments = [], isGraded }: HandedInCode,
  { courseTitle = '', who }: CodePageOptions,
): string {
  return page({
    language: 'en',
    title: `Code of ${submission}`,
    skip: 'Skip to the code',
    head: html`${courseTitle !== '' && html`<p class="over">${courseTitle}</p>`}
      <h1>Code of <bdi>${submission}</bdi></h1>
      ${who !== '' && html`<p class="quiet"><bdi>${who}</bdi></p>`}
      <nav aria-label="Pages">
        <ul>
          <li><a href="../index.html">Class report</a></li>
          <li>
            <a href="../${studentPath(submission)}">Results of <bdi>${submission}</bdi></a>
          </li>
        </ul>
      </nav>`,
    main: [
      !isGraded &&
        html`<p class="note">
          The submission has changed since it was graded: the results are of an earlier version.
        </p>`,
      attachments.map((one) => attachmentSection(submission, one)),
      files.length === 0 && html`<p>The submission has no code files.</p>`,
      shortened(files).map(({ file, text }, index) => fileSection(file, text, index)),
    ],
    foot: html`<p>For staff: this is the submission as handed in, including comments and names.</p>`,
    wide: true,
  });
}

/** The path of a PDF, relative to `report/`. The name is the requested one, not the submitted one. */
export function attachmentPath(submission: string, { assignment, name }: Attachment): string {
  return `attachments/${submission}/${assignment}-${name}`;
}

function attachmentSection(submission: string, attachment: Attachment): Html {
  const { assignment, name, status } = attachment;
  const title = `${assignment} › ${name}`;
  return html`<section>
    <h2>${title}</h2>
    ${status === 'missing' && html`<p class="note">Not submitted. / 没有提交。</p>`}
    ${status === 'refused' && html`<p class="note">Not shown / 不予显示: ${attachment.why}.</p>`}
    ${
      status === 'image' &&
      html`<p>
        <img alt="${title}" src="data:${attachment.type};base64,${Buffer.from(attachment.bytes).toString('base64')}" />
      </p>`
    }
    ${
      status === 'pdf' &&
      html`<p>
        <a href="../${attachmentPath(submission, attachment).split('/').map(encodeURIComponent).join('/')}"
          >Open ${name} / 打开</a
        >
      </p>`
    }
  </section> `;
}

function shortened(files: HandedInCode['files']): HandedInCode['files'] {
  let left = maxCharacters;
  return files.map(({ file, text }) => {
    const shown = text.slice(0, Math.max(0, left));
    left -= text.length;
    return { file, text: shown === text ? text : `${shown}\n… too long to be shown in full` };
  });
}

function fileSection(file: string, text: string, index: number): Html {
  // Normalize line ends.
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  const marked = lines.map((line, number) => html`<span id="${lineId(index, number + 1)}">${line}</span>`.text);
  return html`<section aria-labelledby="f${index}">
    <h2 id="f${index}"><bdi>${file}</bdi></h2>
    <div class="scroll" role="group" aria-labelledby="f${index}" tabindex="0">
      ${trusted(`<pre class="lines">${marked.join('\n')}</pre>`)}
    </div>
  </section> `;
}
