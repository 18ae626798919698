import { join } from 'node:path';
import { withFiles } from '../../files/testing/withFiles';
import { planCopies } from '../../testbed/madeCopies/planCopies';
import { findCopies, type FindCopiesOptions, type FoundCopies } from './findCopies';
import { courseText, describeOf } from '../../testbed/course/ofCourse';

const root = join(__dirname, '../../..');
const id = '03-losses';
const solution = courseText('solutions', id, 'losses.ts').replace(/^ {2}\/\/ (?:BEGIN|END) SOLUTION.*\n/gm, '');
const skeleton = courseText('assignments', id, 'losses.ts');
const options = (directory: string, more: Partial<FindCopiesOptions> = {}): FindCopiesOptions => ({
  directory,
  against: [],
  assignment: { id, file: 'losses.ts' },
  skeleton: join(root, 'assignments', id),
  groups: new Map(),
  ...more,
});
/** The copy merged from two has little of this one; the pair may be below the threshold. */
const tooLittle = 's0008 s0028';
const namesOf = ({ pairs }: FoundCopies): readonly string[] =>
  pairs
    .map(({ left, right }) => `${left} ${right}`)
    .filter((pair) => pair !== tooLittle)
    .toSorted();

const { works, copies } = planCopies([solution], { students: 28, perDisguise: 1, seed: 3 });
const files = Object.fromEntries(works.map(({ name, text }) => [`class/${name}/losses.ts`, text]));
const planted = copies
  .flatMap(({ copy, from }) => from.map((other) => `${other} ${copy}`))
  .filter((pair) => pair !== tooLittle)
  .toSorted();

describeOf('03-losses')('findCopies', () => {
  it('should find disguised copies and nothing else, and ignore the skeleton and members of a group', () =>
    withFiles(
      {
        ...files,
        // Two unchanged skeletons, and two with the same short line.
        'class/t1/losses.ts': skeleton,
        'class/t2/losses.ts': skeleton,
        'class/u1/losses.ts': 'export const softmax = (s) => s.exp().div(s.exp().sum(1, true));',
        'class/u2/losses.ts': 'export const softmax = (t) => t.exp().div(t.exp().sum(1, true));',
        'class/v1/losses.ts': 'export function (',
      },
      async (folder) => {
        const found = await findCopies(options(join(folder, 'class')));
        expect(namesOf(found)).toEqual(planted);
        expect(found.compared).toBe(32);
        expect(found.unread).toEqual(['v1']);
        const [first] = copies;
        const partners = new Map([
          [first?.copy ?? '', 'group 1'],
          [first?.from[0] ?? '', 'group 1'],
        ]);
        const grouped = await findCopies(options(join(folder, 'class'), { groups: partners }));
        expect(namesOf(grouped)).toEqual(planted.filter((pair) => !pair.endsWith(first?.copy ?? '')));
      },
    ));

  it('should find identical submissions of a small class', () =>
    withFiles(
      Object.fromEntries(['a', 'b', 'c'].map((name) => [`class/${name}/losses.ts`, solution])),
      async (folder) => {
        const found = await findCopies(options(join(folder, 'class')));
        expect(namesOf(found)).toEqual(['a b', 'a c', 'b c']);
        expect(found.pairs.map(({ similarity }) => similarity)).toEqual([1, 1, 1]);
      },
    ));

  it('should mark the shared lines', () =>
    withFiles(files, async (folder) => {
      const { pairs } = await findCopies(options(join(folder, 'class')));
      const verbatim = pairs.find(({ right }) => right === copies[0]?.copy);
      const [left, right] = [verbatim?.leftFiles[0], verbatim?.rightFiles[0]];
      // Lines of code, without docstrings and imports.
      expect(left?.marks.size).toBeGreaterThan(40);
      expect(left?.marks.has(1)).toBe(false);
      // The copy differs only by a leading comment line.
      expect([...(right?.marks.keys() ?? [])].map((line) => line - 1)).toEqual([...(left?.marks.keys() ?? [])]);
    }));

  it('should compare with earlier years, but not those with each other', () =>
    withFiles(
      {
        ...files,
        ...Object.fromEntries(['a', 'b'].map((name) => [`before/${name}/losses.ts`, works[9]?.text ?? ''])),
      },
      async (folder) => {
        const before = join(folder, 'before');
        const found = await findCopies(options(join(folder, 'class'), { against: [before] }));
        const own = works[9]?.name ?? '';
        expect(namesOf(found)).toEqual([...planted, `${own} ${before}/a`, `${own} ${before}/b`].toSorted());
      },
    ));
});
