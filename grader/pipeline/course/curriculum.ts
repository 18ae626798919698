import type { Callback, DataSource, TensorValue } from '../../execution/values';
import { DataTensor } from '../../execution/values';
import type { Law } from '../checks/laws';

/**
 * What a course adds to the engine. It is handed in where a program is put together; the engine knows none by itself.
 */
export interface Curriculum {
  /** Those that property checks can name. */
  readonly laws: readonly Law[];
  /** Those that cases can give to exercises. */
  readonly callbacks: readonly Callback[];
  readonly data: readonly DataSet[];
  /** The module `descent/author`, with which specs are written: where there are solutions. */
  readonly author: () => Promise<object>;
}

/** Data by name, which files hold by their source instead of their numbers. */
export interface DataSet {
  readonly name: string;
  /** @throws in one sentence if there are no such data, or their file is missing or damaged */
  make(parameters: DataSource['parameters']): TensorValue;
}

/** Where a course is, and what it works with. */
export interface CourseFolders {
  readonly root: string;
  /** Folder of the engine, whose assignments a course may take by name: the course's own where it is the same. */
  readonly engine: string;
}

/** A copy of a course, and its curriculum. */
export interface Checkout extends CourseFolders {
  readonly curriculum: Curriculum;
}

const made = new WeakMap<DataSet, Map<string, DataTensor>>();

/**
 * A tensor of the course's data, made once for each process.
 *
 * @throws in one sentence if there are no such data, or their file is missing or damaged
 */
export function findData(data: readonly DataSet[], source: DataSource): DataTensor {
  const set = data.find(({ name }) => name === source.name);
  if (set === undefined) throw new Error(`there are no data ${source.name} of that kind`);
  const known = made.get(set) ?? new Map<string, DataTensor>();
  made.set(set, known);
  const key = JSON.stringify(source.parameters);
  const tensor = known.get(key) ?? new DataTensor(source, set.make(source.parameters));
  known.set(key, tensor);
  return tensor;
}
