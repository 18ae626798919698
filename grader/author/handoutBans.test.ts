import { textsFor } from '../pipeline/report';
import { describeBans, withBans } from './handoutBans';

const en = textsFor('en');
const softmax = { name: 'softmax', forbidden: ['tf.softmax', 'tf.losses.*', 'tf.engine'] } as const;
const loss = { name: 'loss', forbidden: softmax.forbidden };
const begin = '<!-- off limits: written by `grader generate` -->';
const end = '<!-- end of off limits -->';

describe('what is off limits', () => {
  it('should use the texts of the message for a call, with answers separate from internals', () => {
    const [answers = '', internals = '', , whatCounts] = describeBans([softmax, loss], en).split('\n');
    expect([answers, internals]).toEqual([
      '- **Off limits** is what the course has you write yourself: `tf.softmax`, `tf.losses.*`.',
      '- **Off limits** is what is inside tfjs and no part of any exercise: `tf.engine`.',
    ]);
    expect(whatCounts).toMatch(/^Only calls count/);
    const claim = (call: string): string =>
      en.problem({ status: 'forbidden-call', call, place: undefined, through: [] })[0];
    expect(claim('tf.softmax')).toBe('calls tf.softmax, which the course has you write yourself');
    expect(claim('tf.engine')).toBe('calls tf.engine, which is inside tfjs and no part of any exercise');
  });

  it('should be listed once per group of functions, the largest first', () => {
    const free = { name: 'capstone', forbidden: [] };
    const own = { name: 'norm', forbidden: ['tf.norm'] } as const;
    const paragraphs = describeBans([free, own, softmax, loss], en).split('\n\n');
    expect(paragraphs[0]).toContain('`tf.softmax`');
    expect(paragraphs.slice(2)).toEqual([
      'In `capstone`, nothing is off limits.',
      'In `norm`:',
      '- **Off limits** is what the course has you write yourself: `tf.norm`.',
    ]);
  });

  it('should be in Chinese in a Chinese handout', () => {
    expect(describeBans([softmax], textsFor('zh'))).toContain(
      '**不能调用**这门课要你自己写的：`tf.softmax`、`tf.losses.*`。',
    );
  });
});

describe('withBans', () => {
  it('should replace only the text between the markers', () => {
    const handout = `# A\n\n${begin}\n\nold\n\n${end}\n\nrest\n`;
    const written = withBans(handout, 'README.md', [softmax], en);
    expect(written).toBe(`# A\n\n${begin}\n\n${describeBans([softmax], en)}\n\n${end}\n\nrest\n`);
    expect(withBans(written, 'README.md', [softmax], en)).toBe(written);
  });

  it('should need no markers if nothing is off limits', () => {
    expect(withBans('# A\n', 'README.md', [{ name: 'free', forbidden: [] }], en)).toBe('# A\n');
  });

  it('should add markers at the end if there are none', () => {
    const written = withBans('# A\n', 'README.md', [softmax], en);
    expect(written).toBe(`# A\n\n${begin}\n\n${describeBans([softmax], en)}\n\n${end}\n`);
  });

  it.each([`# A\n${begin}\n`, `${end}\n${begin}\n`])('should report what is missing in %j', (handout) => {
    expect(() => withBans(handout, 'assignments/03-losses/README.md', [softmax], en)).toThrow(
      `assignments/03-losses/README.md has no place for what is off limits: put the lines \`${begin}\` and \`${end}\` where it is to stand`,
    );
  });
});
