import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLines } from '../../../data/digits/readLines';
import { curriculum } from '../../curriculum';
import { Bans, guardTfjs } from '../../execution/guard';
import { readPublicFile } from '../../pipeline/course';
import { compileSpec, loadSpec } from '../../pipeline/course/loadSpec';
import type { Assignment, Exercise } from '../../pipeline/types';
import * as tf from '../../precision/tfjs';
import { checkAssignment, runExercise, type Realm } from '../checking';
import { solved } from './testing/students';
import { startPageRealm, type PageRealm } from './testing/pageRealm';
import { describeResult } from './worker/describeResult';

const root = join(__dirname, '../../..');
const read = (...path: readonly string[]): string => readFileSync(join(root, ...path), 'utf8');
const publicFile = (id: string): string => read('assignments', id, 'public.json');
const ids = (JSON.parse(read('assignments', 'course.json')) as { assignments: { id: string }[] }).assignments.map(
  ({ id }) => id,
);

/** Results of `npm test` for functions in this realm. */
class HereRealm {
  readonly #bans = new Bans();
  readonly #assignments = new Map<string, Assignment>();

  constructor() {
    guardTfjs(tf, this.#bans);
  }

  assignment(id: string): Assignment {
    const known = this.#assignments.get(id) ?? readPublicFile(publicFile(id), id, curriculum);
    this.#assignments.set(id, known);
    return known;
  }

  check(id: string, exercises: readonly Exercise[], functions: Readonly<Record<string, unknown>>): string {
    const realm: Realm = {
      bans: this.#bans,
      within: (_seconds, run) => {
        run();
        return true;
      },
      locate: () => undefined,
    };
    const results = checkAssignment({ exercises }, (one) => runExercise(one, functions, undefined, realm));
    return JSON.stringify(results.map((result) => describeResult(result, id, 'en')));
  }
}

/** Places differ, since files are compiled differently here than in the page. */
const withoutPlaces = (said: string): unknown =>
  JSON.parse(said.replace(/\(?(?:[\w./-]+\.ts:)?\d+:\d+\)?/g, ''), (key, value: unknown) =>
    key === 'line' ? undefined : value,
  );

describe('the page', () => {
  const here = new HereRealm();
  let page: PageRealm;
  beforeAll(async () => {
    page = await startPageRealm(publicFile, readLines('train') ?? []);
  });

  describe.each(ids)('%s', (id) => {
    const assignment = here.assignment(id);
    // The capstone takes as long as all other exercises together.
    const exercises = assignment.exercises.filter(({ name }) => name !== 'trainClassifier');
    const names = exercises.map(({ name }) => name);

    it('should report the same as npm test for the solution', async () => {
      const text = read('solutions', id, assignment.file);
      expect(await page.load(id, { status: 'text', file: assignment.file, text })).toEqual([]);
      const said = withoutPlaces(await page.check(id, names, 'en'));
      expect(said).toEqual(withoutPlaces(here.check(id, exercises, solved(id)[id] ?? {})));
      expect(said).toEqual(names.map((name) => expect.objectContaining({ name, status: 'passed' }) as unknown));
    });

    it('should report the skeleton as todo', async () => {
      const text = read('assignments', id, assignment.file);
      expect(await page.load(id, { status: 'text', file: assignment.file, text })).toEqual([]);
      const said = JSON.parse(await page.check(id, names, 'zh')) as unknown;
      expect(said).toEqual(names.map((name) => expect.objectContaining({ name, status: 'todo' }) as unknown));
    });

    it('should report the same as npm test for each known mistake', async () => {
      const known = page.loadMistakes(await compileSpec(root, join(root, 'solutions', id, 'spec.ts')));
      const { spec } = await loadSpec({ root, engine: root, curriculum }, id);
      let failed = 0;
      for (const { name, mistakes } of spec.exercises.filter((one) => names.includes(one.name))) {
        const exercise = exercises.filter((one) => one.name === name);
        expect(known[name]).toEqual(mistakes.map((mistake) => mistake.id));
        for (const mistake of mistakes) {
          await page.choose(id, name, mistake.id);
          const said = withoutPlaces(await page.check(id, [name], 'en'));
          expect([mistake.id, said]).toEqual([
            mistake.id,
            withoutPlaces(here.check(id, exercise, { [name]: mistake.make() })),
          ]);
          failed += JSON.stringify(said).includes('"passed","checks"') ? 0 : 1;
        }
      }
      expect(failed).toBeGreaterThan(names.length);
    });
  });
});
