import type { Callback, DataSource, TensorValue } from '../../execution/values';
import { DataTensor } from '../../execution/values';
import type { Law } from '../checks/laws';
import type { Language } from '../types';

/** What a course adds to the engine. Each program passes it in; the engine imports none. */
export interface Curriculum {
  /** Laws that property checks can name. */
  readonly laws: readonly Law[];
  /** Callbacks that cases can pass to exercises. */
  readonly callbacks: readonly Callback[];
  readonly data: readonly DataSet[];
  /** The module `descent/author`, in which specs are written; used only if there are solutions. */
  readonly author: () => Promise<object>;
}

/** A data set. Files store its tensors by name and parameters instead of numbers. */
export interface DataSet {
  readonly name: string;
  /** @throws in one sentence if there are no such data, or their file is missing or damaged */
  make(parameters: DataSource['parameters']): TensorValue;
}

/** The folders of a course and its engine. */
export interface CourseFolders {
  readonly root: string;
  /**
   * Folder of the engine, whose assignments a course can include by name; for the engine's own course, the same as
   * `root`.
   */
  readonly engine: string;
}

/** A copy of a course, and its curriculum. */
export interface Checkout extends CourseFolders {
  readonly curriculum: Curriculum;
  /** Language of messages about files that students have; English by default. */
  readonly language?: Language;
}

const made = new WeakMap<DataSet, Map<string, DataTensor>>();

/**
 * A tensor of the course's data, created once per process.
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
