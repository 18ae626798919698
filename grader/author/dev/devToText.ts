import type { Colors } from 'picocolors/types';
import { sentence } from '../validate';
import type { DevReport } from './DevSession';
import type { StudentView } from './studentViews';

export interface DevTextOptions {
  readonly id: string;
  readonly root: string;
  readonly colors: Colors;
  readonly seconds: number;
  /** Views that were already shown, by `keyOf`. */
  readonly shown: ReadonlyMap<string, string>;
}

/** Identifies a view. */
export function keyOf({ exercise, mistake }: StudentView): string {
  return `${exercise} › ${mistake}`;
}

/** Describes a save: files, failed claims, and what a student reads about each mistake, in full if it is new. */
export function devToText(report: DevReport, options: DevTextOptions): readonly string[] {
  const { id, root, colors, seconds } = options;
  const took = `${seconds.toFixed(1)} s`;
  if (report.status === 'unusable') return [`${id}: ${colors.red('can not be used yet')}, ${took}`, report.message];
  const { exercises, written, failures, views } = report;
  const verdict = failures.length > 0 ? colors.red('not proven') : colors.green('holds so far (draft)');
  const looked = exercises.length === 0 ? 'no exercise changed' : exercises.join(', ');
  return [
    `${id}: ${verdict}, ${took}; ${looked}`,
    ...written.map((file) => `written     ${file}`),
    ...failures.map((failure) => `${colors.red('not proven')}  ${sentence(failure, id, root)}`),
    ...views.flatMap((view) => viewLines(view, options)),
  ];
}

function viewLines(view: StudentView, { colors, shown }: DevTextOptions): readonly string[] {
  const { score, maxScore, message } = view;
  const key = keyOf(view);
  const head = `mistake     ${key}: ${score} of ${maxScore} points`;
  const before = shown.get(key);
  if (before === message) return [];
  const lines = message.split('\n');
  return [head, ...(before === undefined ? lines.slice(0, 1) : lines).map((line) => colors.dim(`  ${line}`))];
}
