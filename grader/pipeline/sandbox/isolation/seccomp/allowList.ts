import { allowListPrograms, ownPidPlaceholder } from './allowList.generated';

const bytesOfInstruction = 8;
/** Of an instruction: where its constant is. */
const constantAt = 4;

/** The kernel's filter for a process that runs a submission: a list of calls, and all others end it. */
export interface AllowList {
  /** @param pid - of the process, which may abort itself and signal no other */
  readonly forProcess: (pid: number) => Uint8Array;
}

/** @throws if there is none for the processor */
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
