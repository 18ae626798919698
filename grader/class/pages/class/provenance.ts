import type { SubmissionResult } from '../../../pipeline/report';
import { html, type Html } from '../document/html';

/** The conditions under which results were graded; with counts where they differ. */
export function provenanceSection(results: readonly SubmissionResult[]): Html {
  const values = (of: (result: SubmissionResult) => string): string => {
    const counts = new Map<string, number>();
    for (const result of results) counts.set(of(result), (counts.get(of(result)) ?? 0) + 1);
    if (counts.size === 1) return [...counts.keys()][0] ?? '';
    return [...counts].map(([value, count]) => `${value} (${count})`).join(', ');
  };
  const facts: readonly (readonly [string, string])[] = [
    ['checks', values(({ scope }) => (scope === 'full' ? 'public and hidden' : 'public only'))],
    ['seed', values(({ seedLabel }) => seedLabel)],
    ['precision', values(({ precision }) => precision)],
    ['isolation', values(({ isolation }) => isolation)],
    ['grader', values(({ graderVersion }) => graderVersion)],
    ['version of the checks', values(({ specHash }) => shortened(specHash))],
    ['Node', values(({ node }) => node)],
    ['TensorFlow.js', values(({ tfjs }) => tfjs)],
  ];
  const weak = results.some(({ isolation }) => isolation === 'process');
  return html`<h2 id="provenance">How this was graded</h2>
    <dl class="facts">
      ${facts.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div> `,
      )}
    </dl>
    ${weak && html`<p class="note">Some submissions ran in a plain process, with the permissions of the user who graded them.</p>`}`;
}

/** Shortens each assignment's hash. */
function shortened(specHash: string): string {
  return specHash
    .split('-')
    .map((part) => part.slice(0, 8))
    .join(' ');
}
