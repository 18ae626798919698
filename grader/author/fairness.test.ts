import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { parseCourse } from '../course';
import { loadSpec } from '../course/loadSpec';
import { proveFair } from './prove';

const root = join(__dirname, '..', '..');
const { assignments } = parseCourse(readFileSync(join(root, 'assignments', 'course.json'), 'utf8'));

// Two seeds here; the author's proof runs more.
const seeds = ['1', '2'];

describe('fairness', () => {
  it.each(assignments)('should pass right answers of %s, lose points for wrong ones and name the mistake', async (id) => {
    const { spec } = await loadSpec(root, id);
    for (const seed of seeds) {
      expect(proveFair(spec, { public: `public ${seed}`, hidden: `hidden ${seed}` })).toEqual([]);
    }
  });
});
