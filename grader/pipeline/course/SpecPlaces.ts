import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import { SpecProblem } from './SpecProblem';
import type { AssignmentSpec, CaseSpec } from './spec';

let compiled = 0;

/** A compiled spec, whose errors can be traced to the author's file. */
export class SpecPlaces {
  /** Name of the compiled code in stack traces. */
  readonly script = `spec-${(compiled += 1)}.js`;

  /**
   * @param sourceMap - of the compiled code
   * @param linesBefore - lines that its evaluation adds in front
   */
  constructor(
    private readonly id: string,
    private readonly sourceMap: string,
    private readonly linesBefore: number,
  ) {}

  /** Runs a part of the spec. @throws SpecProblem with the line of the author's file that failed */
  run<T>(part: () => T): T {
    try {
      return part();
    } catch (error) {
      throw this.#placed(error);
    }
  }

  /** The same spec, whose cases say on which line they fail when they are drawn, and its exercises where their code does. */
  placingCases<Spec extends Pick<AssignmentSpec, 'exercises'>>(spec: Spec): Spec {
    const placing = (one: CaseSpec): CaseSpec => {
      const { apply, expected } = one;
      return {
        ...one,
        calls: (random) => this.run(() => one.calls(random)),
        apply: apply && ((random) => this.run(() => apply(random))),
        expected: expected && ((asked) => this.run(() => expected(asked))),
      };
    };
    const placeOf = (stack: string): string | undefined => this.#placeIn(stack);
    const exercises = spec.exercises.map((exercise) => ({ ...exercise, placeOf, cases: exercise.cases.map(placing) }));
    return { ...spec, exercises };
  }

  #placed(error: unknown): unknown {
    if (error instanceof SpecProblem) return error;
    const { stack = '' } = Object(error) as Partial<Error>;
    const where = this.#placeIn(stack) ?? `solutions/${this.id}`;
    const more = `\`npx grader validate ${this.id} --draft\` shows what TypeScript says of it`;
    return new SpecProblem(where, reasonOf(error), 'repair the line', { more, cause: error });
  }

  #placeIn(stack: string): string | undefined {
    const map = new TraceMap(this.sourceMap);
    const frame = new RegExp(`\\b${this.script.replace('.', '\\.')}:(\\d+):(\\d+)`, 'g');
    for (const [, line, column] of stack.matchAll(frame)) {
      const place = { line: Math.max(1, Number(line) - this.linesBefore), column: Number(column) - 1 };
      const found = originalPositionFor(map, place);
      if (found.source !== null) return `${found.source}:${found.line}:${found.column + 1}`;
    }
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  const { name = '', message } = Object(error) as Partial<Error>;
  if (message === undefined) return String(error);
  // How V8 words a call such as reference('loss'), whose options are missing.
  const [, field] = /^Cannot destructure property '(.+?)' of/.exec(message) ?? [];
  if (field !== undefined) return `an argument is missing here, an object with ${field}`;
  return `${name === 'Error' ? '' : `${name}: `}${message.replace(/\.$/, '')}`;
}
