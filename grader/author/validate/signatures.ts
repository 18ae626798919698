import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { sourceFolder, type CourseFolders } from '../../pipeline/course';
import type { AssignmentSpec } from '../../pipeline/course/spec';
import { readRegions } from '../skeleton/readRegions';
import { failing, type Failure } from './claims';

/**
 * Compares the spec with the solution's text: all functions that students write are graded, with their parameters in
 * order.
 */
export async function proveSignatures(checkout: CourseFolders, spec: AssignmentSpec): Promise<readonly Failure[]> {
  const file = `solutions/${spec.id}/${spec.file}`;
  const text = await readFile(join(sourceFolder(checkout, spec.id), spec.file), 'utf8').catch(() => undefined);
  // A missing or wrongly marked file is reported with the skeleton.
  return text === undefined ? [] : signatureFailures(spec, text, file);
}

function signatureFailures({ id, exercises }: AssignmentSpec, text: string, file: string): readonly Failure[] {
  const regions = regionsOf(text, file);
  const { statements } = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  return statements.filter(ts.isFunctionDeclaration).flatMap((declaration): readonly Failure[] => {
    const { name, parameters } = declaration;
    if (name === undefined) return [];
    const exercise = exercises.find((one) => one.name === name.text);
    if (exercise === undefined) {
      const isTodo = regions.some(({ start, end }) => start >= declaration.getStart() && end <= declaration.getEnd());
      const what = `students are to write ${name.text}, and no exercise of that name grades it`;
      const repair = `write solutions/${id}/${name.text}.spec.ts and name it among the exercises, or take the markers out of ${file}`;
      return isTodo ? [failing('counts')(what, repair)] : [];
    }
    const names = parameters.map((parameter) => parameter.name.getText());
    if (names.join() === exercise.arguments.join()) return [];
    const what = `its arguments are ${exercise.arguments.join(', ')}, the solution's parameters ${names.join(', ')}`;
    return [failing('prepares', name.text)(what, 'give them the same names in the same order')];
  });
}

function regionsOf(text: string, file: string): ReturnType<typeof readRegions> {
  try {
    return readRegions(text, file);
  } catch {
    return [];
  }
}
