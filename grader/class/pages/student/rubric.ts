import type { Language } from '../../../pipeline/types';
import type { Grade } from '../../roster';
import { html, type Html } from '../document/html';
import { table } from '../document/table';
import type { PageTexts } from '../texts';

/** The rubric's criteria with points and comments; undefined without a rubric. */
export function rubricSection({ assignments }: Grade, language: Language, texts: PageTexts): Html | undefined {
  const judged = assignments.filter(({ rubric = [] }) => rubric.length > 0);
  if (judged.length === 0) return undefined;
  const { heading, columns, notYet } = texts.rubric;
  return html`<h2>${heading}</h2>
    ${judged.map(({ id, rubric = [] }) =>
      table({
        id: `rubric-${id}`,
        caption: id,
        columns: columns.map((name, place) => (place === 2 ? { numeric: name } : name)),
        rows: rubric.map(
          ({ criterion, says, points, max, comment }) =>
            html`<tr>
              <th scope="row">${criterion}</th>
              <td class="long">${says[language] ?? says.en}</td>
              <td class="n">${points === null ? notYet(max) : texts.pointsOf(points, max)}</td>
              <td class="long">${comment}</td>
            </tr> `,
        ),
      }),
    )}`;
}
