import { z } from 'zod';
import { jsonNumber, jsonNumberSchema, type JsonNumber } from '../../words/jsonNumber';

/** Maximum rows and columns of a heat map; larger results are shown in blocks. */
export const maxCells = 32;
/** Maximum steps of a path. */
export const maxSteps = 64;

const point = z.tuple([jsonNumberSchema, jsonNumberSchema]);
const count = z.int().min(0);
const indices = z.array(count).max(maxCells);

/** What all wrong elements have in common, if anything. */
const pattern = z.discriminatedUnion('id', [
  /** Each is the expected one times this. */
  z.object({ id: z.literal('factor'), value: z.number() }),
  /** Each is the expected one plus this. */
  z.object({ id: z.literal('offset'), value: z.number() }),
  z.object({ id: z.literal('transposed') }),
  /** Only these rows, or columns, are wrong. */
  z.object({ id: z.literal('rows'), indices }),
  z.object({ id: z.literal('columns'), indices }),
]);

const shared = {
  /** Number of the public case, as messages count them. */
  case: z.int().min(1),
  /** What is special about it, in its author's words. */
  label: z.string().nullable(),
};

const heatMap = z.object({
  kind: z.literal('heatMap'),
  ...shared,
  /** The compared value: a field's name, empty for the result itself. */
  path: z.string(),
  /** The call, counted from 1, if a case has several. */
  step: z.int().min(1).nullable(),
  shape: z.array(count).max(16),
  /** Side length of the block of elements that one cell represents; it shows the worst one. */
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
  /** The first step, counted from 1, whose weights differ from the reference's; null if only the state differs. */
  partsAt: z.int().min(1).nullable(),
});

/** A picture of a failed check, as data: bounded, and only of public cases, so its student can see it. */
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
