import { z } from 'zod';
import { jsonNumber, jsonNumberSchema, type JsonNumber } from '../../words/jsonNumber';

/** Rows and columns that a heat map has at most; larger results are shown in blocks. */
export const maxCells = 32;
/** Steps that a path has at most. */
export const maxSteps = 64;

const point = z.tuple([jsonNumberSchema, jsonNumberSchema]);
const count = z.int().min(0);
const indices = z.array(count).max(maxCells);

/** What all wrong elements have in common, where they do. */
const pattern = z.discriminatedUnion('id', [
  /** Each is the expected one times this. */
  z.object({ id: z.literal('factor'), value: z.number() }),
  /** Each is the expected one plus this. */
  z.object({ id: z.literal('offset'), value: z.number() }),
  z.object({ id: z.literal('transposed') }),
  /** They lie in these rows, or columns, alone. */
  z.object({ id: z.literal('rows'), indices }),
  z.object({ id: z.literal('columns'), indices }),
]);

const shared = {
  /** Number of the public case, as messages count them. */
  case: z.int().min(1),
  /** What is special about it, as the assignment's author wrote it. */
  label: z.string().nullable(),
};

const heatMap = z.object({
  kind: z.literal('heatMap'),
  ...shared,
  /** Of what was compared: a field's name, empty for the result itself. */
  path: z.string(),
  /** The call that it is about, counted from 1, where a case has several. */
  step: z.int().min(1).nullable(),
  shape: z.array(count).max(16),
  /** Elements along the side of a block that one cell stands for; it shows the one that is farthest off. */
  block: z.int().min(1),
  rows: z.int().min(1).max(maxCells),
  columns: z.int().min(1).max(maxCells),
  expected: z.array(jsonNumberSchema).max(maxCells ** 2),
  got: z.array(jsonNumberSchema).max(maxCells ** 2),
  wrong: count,
  total: count,
  worst: z.object({ index: z.array(count).max(16), expected: jsonNumberSchema, got: jsonNumberSchema }),
  pattern: pattern.nullable(),
});

const path = z.object({
  kind: z.literal('path'),
  ...shared,
  /** The surface is ½ Σ curvatures·(w − center)². */
  curvatures: z.tuple([z.number().positive(), z.number().positive()]),
  center: z.tuple([z.number(), z.number()]),
  start: z.tuple([z.number(), z.number()]),
  expected: z.array(point).max(maxSteps),
  got: z.array(point).max(maxSteps),
  /**
   * The first step, counted from 1, whose weights are not the reference's; null where only what is remembered differs.
   */
  partsAt: z.int().min(1).nullable(),
});

/** What a failed check looks like, as data: bounded, and of public cases alone, so that its student may see it. */
export const pictureSchema = z.discriminatedUnion('kind', [heatMap, path]);

export type Picture = z.infer<typeof pictureSchema>;
export type HeatMap = z.infer<typeof heatMap>;
export type Path = z.infer<typeof path>;
export type Pattern = z.infer<typeof pattern>;
export type Point = z.infer<typeof point>;

/** Five digits are more than can be seen. */
export function pictureNumber(value: number): JsonNumber {
  return jsonNumber(Number(value.toPrecision(5)));
}
