import type { Texts } from '../../pipeline/report';
import { columnsOf } from '../watch/layout';
import type { HandIn } from './prepareHandIn';

/** Describes one assignment's zip to the student: its files, and what is still to do. */
export function handInLines(handIn: HandIn, zipName: string, texts: Texts): readonly string[] {
  const { handIn: says } = texts;
  const rows: (readonly [label: string, text: string])[] = [
    [says.files, handIn.files.map(({ path, bytes }) => `${path} (${says.bytes(bytes)})`).join(', ')],
    [says.missing, handIn.missing.join(', ')],
    [says.begun, handIn.started.join(', ')],
    [says.todo, handIn.todo.join(', ')],
    [says.notExported, handIn.notExported.join(', ')],
    ...refusals(handIn, texts).map((refusal, index) => [index === 0 ? says.earnsNothing : '', refusal] as const),
    [says.remark, handIn.remarks.map(texts.fileRemark).join('; ')],
    ['SHA-256', handIn.checksum],
  ];
  const shown = rows.filter(([, text]) => text !== '');
  const width = Math.max(...shown.map(([label]) => columnsOf(label)));
  return [
    `${handIn.assignment} → ${zipName}`,
    ...shown.map(([label, text]) => `  ${label}${' '.repeat(width - columnsOf(label))}  ${text}`),
    ...(handIn.problem === undefined ? [] : stateOf(handIn, texts).map((line) => `  ${line}`)),
  ];
}

/** The receipt's text, which proves later which files were packed, and when. */
export function receipt(
  handIn: HandIn,
  { zipName, time, version }: { zipName: string; time: Date; version: string },
  texts: Texts,
): string {
  const { handIn: says } = texts;
  return [
    says.receiptOf(handIn.assignment, time.toISOString(), version),
    '',
    `SHA-256  ${handIn.checksum}  ${zipName}`,
    ...handIn.files.map(({ path, bytes, checksum }) => `SHA-256  ${checksum}  ${path}  (${says.bytes(bytes)})`),
    '',
    ...handIn.remarks.map((remark) => `${says.remark}: ${texts.fileRemark(remark)}`),
    ...stateOf(handIn, texts),
    '',
  ].join('\n');
}

function stateOf(handIn: HandIn, texts: Texts): readonly string[] {
  const { problem, todo, notExported } = handIn;
  const { handIn: says } = texts;
  if (problem !== undefined) return [says.doesNotLoad, ...texts.file(problem)];
  const missing = notExported.length === 0 ? [] : [`${says.notExported}: ${notExported.join(', ')}`];
  const refused = refusals(handIn, texts).map((refusal) => `${says.earnsNothing}: ${refusal}`);
  return [todo.length === 0 ? says.nothingToDo : `${says.todo}: ${todo.join(', ')}`, ...missing, ...refused];
}

function refusals({ refused }: HandIn, texts: Texts): readonly string[] {
  return refused.map(({ name, problem }) => `${name} ${texts.problem(problem)[0]}`);
}
