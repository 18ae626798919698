import * as tf from '../precision/tfjs';
import { capture } from './capture';

describe('capture', () => {
  it('should read what the getters of a class return, whatever holds the data', () => {
    class Base {
      constructor(private readonly numbers: Map<string, number>) {}
      get loss(): number {
        return this.numbers.get('loss') ?? NaN;
      }
    }
    class Result extends Base {
      readonly #rate = 3;
      get rate(): number {
        return this.#rate;
      }
      get broken(): number {
        throw new RangeError('not asked for');
      }
      twice(): number {
        return 2 * this.#rate;
      }
    }
    // `numbers` is an own field too: a Map, which has none itself.
    expect(capture(new Result(new Map([['loss', 2]])))).toEqual({
      numbers: { description: 'a Map' },
      loss: 2,
      rate: 3,
    });
  });

  it.each([
    ['a Map', new Map([['w', 1]])],
    ['a Date', new Date(0)],
    ['a RegExp', /w/],
    ['a TensorBuffer', tf.buffer([1])],
    [
      'a generator',
      (function* () {
        yield 1;
      })(),
    ],
    ['an unknown object', Object.create(Object.create(Object.create(null) as object) as object)],
  ])('should describe %s, whose own getters are no fields', (description, thing) => {
    expect(capture(thing)).toEqual({ description });
  });
});
