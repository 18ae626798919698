import { allowListPrograms, ownPidPlaceholder } from './allowList.generated';

const bytesOfInstruction = 8;
/** Offset of the constant in an instruction. */
const constantAt = 4;

/** The seccomp filter of a process that runs a submission: an allow list; any other call kills it. */
export interface AllowList {
  /** @param pid - of the process, which can abort itself but not signal others */
  readonly forProcess: (pid: number) => Uint8Array;
}

/** @throws if there is no list for this processor */
export function openAllowList(processor: string): AllowList {
  if (!hasAllowList(processor)) throw new Error(`there is no list of system calls for ${processor}`);
  const program = new Uint8Array(Buffer.from(allowListPrograms[processor].join(''), 'base64'));
  const constants = new DataView(program.buffer);
  const places: number[] = [];
  for (let at = constantAt; at < program.length; at += bytesOfInstruction) {
    if (constants.getUint32(at, true) === ownPidPlaceholder) places.push(at);
  }
  return {
    forProcess: (pid) => {
      for (const place of places) constants.setUint32(place, pid, true);
      return program;
    },
  };
}

export function hasAllowList(processor: string): processor is keyof typeof allowListPrograms {
  return Object.hasOwn(allowListPrograms, processor);
}
