import type { Exercise, Language } from '../pipeline/types';

type Worth = Pick<Exercise, 'name' | 'checks'>;

const escaped = (name: string): string => name.replaceAll('$', '\\$');

/** Writes each function's points into the handout's table of functions: the last number of its row. */
export function withPoints(handout: string, exercises: readonly Worth[]): string {
  return exercises.reduce((text, { name, checks }) => {
    const points = String(checks.reduce((sum, check) => sum + check.points, 0));
    const row = new RegExp(`^(\\| *\`${escaped(name)}\\(.*\\|)( *)(\\d+(?:\\.\\d+)?)( *\\| *)$`, 'm');
    return text.replace(row, (_all, start: string, space: string, old: string, end: string) => {
      // Keep an aligned column aligned.
      const width = Math.max(points.length + Math.min(space.length, 1), space.length + old.length);
      return `${start}${points.padStart(width)}${end}`;
    });
  }, handout);
}

const remarks: Readonly<Record<Language, (points: number) => string>> = {
  en: (points) =>
    `> In this course the assignment is worth ${points} points, shared out as in the table below. Where the text shares out the points of a function, they are of 10.`,
  zh: (points) =>
    `> 在本课程中，这次作业共 ${points} 分，各函数的分数见下表。正文中谈到一个函数内部如何给分时，是以 10 分计的。`,
};

/** Adds a remark below the heading that the points are the course's, since the text may state the author's. */
export function withRemark(handout: string, exercises: readonly Worth[], language: Language): string {
  const points = exercises.flatMap(({ checks }) => checks).reduce((sum, check) => sum + check.points, 0);
  return handout.replace(/^# .*\n/m, (line) => `${line}\n${remarks[language](points)}\n`);
}
