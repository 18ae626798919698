import { wholeAssignment, type Grade } from '../../roster';
import { html, type Html } from '../document/html';
import type { PageTexts } from '../texts';

/** Changes between points and grade: lateness and manual decisions, with reasons. Empty if there are none. */
export function adjustments({ assignments, raw, final, max, override, penalty }: Grade, texts: PageTexts): Html {
  const judged = assignments.flatMap(({ id, rubric = [] }) =>
    rubric.length === 0
      ? []
      : [
          texts.rubric.gives(
            id,
            rubric.reduce((sum, { points }) => sum + (points ?? 0), 0),
          ),
        ],
  );
  const isChanged = (override ?? 0) !== 0 || (penalty ?? 0) !== 0 || judged.length > 0;
  if (raw === null || final === null || !isChanged) return html``;
  const decided = assignments.flatMap(({ overrides }) =>
    overrides.map(({ exercise, points, reason }) =>
      exercise === wholeAssignment ? texts.besideChecks(points, reason) : texts.overridden(exercise, points, reason),
    ),
  );
  const late = assignments.flatMap(({ id, daysLate, penalty: lost }) =>
    daysLate > 0 ? [texts.late(id, daysLate, lost ?? 0)] : [],
  );
  return html`<h2>${texts.grade}</h2>
    <p><strong>${texts.finalOf(final, max)}</strong> ${texts.fromChecks(raw)}</p>
    <ul>
      ${[...decided, ...judged, ...late].map((line) => html`<li>${line}</li>`)}
    </ul>`;
}
