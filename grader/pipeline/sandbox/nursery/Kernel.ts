import {
  adviceDoFork,
  allNamespaces,
  capabilityVersion,
  cloneNumbers,
  closeRangeNumber,
  control,
  endOfAddresses,
  errors,
  forAllThreads,
  highestDescriptor,
  maxCapabilities,
  pageBytes,
  seccompNumbers,
  setFilter,
  signals,
} from './kernelNumbers';
import { forkableFilter } from './forkableFilter';
import { bytesOf, openNativeLibraries, succeeded, type NativeFunction, type NativeLibraries } from './koffi';
import { Sockets } from './Sockets';

/** How a process ended: with an exit code, or by a signal. */
export type ProcessEnd = { readonly exitCode: number } | { readonly signal: number };

/** The system calls that a nursery and its children make below Node. Failures throw unless documented otherwise. */
export class Kernel {
  readonly sockets: Sockets;
  /**
   * Makes `abort()` exit with its signal's number: the first process of a namespace is not killed by signals that it
   * sends to itself.
   */
  readonly exitOnAbort: () => void;
  readonly #native: NativeLibraries;
  readonly #madvise: NativeFunction;
  readonly #prctl: NativeFunction;
  readonly #syscall: NativeFunction;
  readonly #waitpid: NativeFunction;
  readonly #kill: NativeFunction;
  readonly #dup: NativeFunction;
  readonly #dup2: NativeFunction;
  readonly #close: NativeFunction;
  readonly #setrlimit: NativeFunction;
  readonly #capset: NativeFunction;
  readonly #getrandom: NativeFunction;
  readonly #getpid: NativeFunction;
  readonly #exit: NativeFunction;
  readonly #renewLoop: () => number | bigint;

  /**
   * @param koffiFile - the prebuilt binary of the library koffi
   * @throws if this system lacks a required function
   */
  constructor(koffiFile: string) {
    const native = openNativeLibraries(koffiFile);
    const { libc, node } = native;
    this.#native = native;
    this.sockets = new Sockets(native);
    this.#madvise = libc('int madvise(uintptr_t, size_t, int)');
    this.#prctl = libc('int prctl(int, unsigned long, unsigned long, unsigned long, unsigned long)');
    this.#syscall = libc('long syscall(long, unsigned long, long, long, long, long)');
    this.#waitpid = libc('int waitpid(int, void *, int)');
    this.#kill = libc('int kill(int, int)');
    this.#dup = libc('int dup(int)');
    this.#dup2 = libc('int dup2(int, int)');
    this.#close = libc('int close(int)');
    this.#setrlimit = libc('int setrlimit(int, void *)');
    this.#capset = libc('int capset(void *, void *)');
    this.#getrandom = libc('long getrandom(void *, size_t, unsigned int)');
    this.#getpid = libc('int getpid()');
    this.#exit = libc('void _exit(int)');
    const loop = node('uintptr_t uv_default_loop()')();
    const renewLoop = node('int uv_loop_fork(uintptr_t)');
    this.#renewLoop = () => renewLoop(loop);
    const exit = libc('uintptr_t dlsym(void *, const char *)')(null, '_exit');
    const handle = libc('uintptr_t signal(int, uintptr_t)');
    this.exitOnAbort = () => void handle(signals.abort, exit);
  }

  /**
   * Makes V8's memory part of forks from now on, and keeps io_uring out of them. Node 26 collects garbage, and so
   * allocates memory, in its worker thread too. @see `forkableFilter`
   */
  makeForkable(): void {
    this.refuseNewPrivileges();
    this.installFilter(forkableFilter(process.arch), 'all');
    this.#includeInForks(pageBytes, endOfAddresses);
  }

  /** Forks. @returns the child's process id, and 0 in the child */
  fork(options: { readonly namespaces: boolean }): number {
    const clone = cloneNumbers[process.arch];
    if (clone === undefined) throw new Error(`a process on ${process.arch} can't be forked yet`);
    const flags = signals.child | (options.namespaces ? allNamespaces : 0);
    return this.#done('clone', this.#syscall(clone, flags, 0, 0, 0, 0));
  }

  /** Kills a process and waits for it. If it had already ended, reports that end. @param options - as for `fork` */
  end(pid: number, options: { readonly namespaces: boolean }): ProcessEnd {
    const status = new Int32Array(1);
    this.#kill(pid, signals.kill);
    this.#done('waitpid', this.#waitpid(pid, bytesOf(status), 0));
    const [word = 0] = status;
    const signal = word & 0x7f;
    const exitCode = (word >> 8) & 0xff;
    if (signal === 0 && exitCode === signals.abort && options.namespaces) return { signal: signals.abort };
    return signal === 0 ? { exitCode } : { signal };
  }

  /** Ends this process immediately, without Node's shutdown, which would wait for threads that a fork doesn't have. */
  exit(code: number): void {
    this.#exit(code);
  }

  /** This process's pid. Node's `process.pid` keeps its value from before a fork. */
  get pid(): number {
    return Number(this.#getpid());
  }

  /** Makes descriptor `which` a copy of `by`. */
  replaceDescriptor(by: number, which: number): void {
    this.#done('dup2', this.#dup2(by, which));
  }

  moveDescriptor(from: number, to: number): void {
    this.replaceDescriptor(from, to);
    this.#close(from);
  }

  copyDescriptor(descriptor: number): number {
    return this.#done('dup', this.#dup(descriptor));
  }

  closeDescriptor(descriptor: number): void {
    // A descriptor that is already closed is fine.
    this.#close(descriptor);
  }

  /** @param highest - upper bound of open descriptors: Linux before 5.9 closes them one by one */
  closeDescriptorsFrom(first: number, highest: number): void {
    if (Number(this.#syscall(closeRangeNumber, first, highestDescriptor, 0, 0, 0)) === 0) return;
    for (let one = first; one <= highest; one += 1) this.closeDescriptor(one);
  }

  /** Gives Node's event loop its own descriptors, after a fork. */
  renewLoop(): void {
    if (Number(this.#renewLoop()) !== 0) throw new Error('uv_loop_fork failed');
  }

  limit(limit: number, most: number): void {
    // struct rlimit: soft and hard limit
    this.#done('setrlimit', this.#setrlimit(limit, bytesOf(new BigUint64Array([BigInt(most), BigInt(most)]))));
  }

  endWithParent(): void {
    this.#control(control.parentDeathSignal, signals.kill);
  }

  /** Drops all capabilities, and the ability to gain any. */
  dropCapabilities(): void {
    // Dropping takes a capability; a process without any has already lost them all.
    for (let one = 0; one < maxCapabilities; one += 1) this.#prctl(control.dropFromBoundingSet, one, 0, 0, 0);
    // struct __user_cap_header_struct, then effective, permitted, inheritable, twice
    this.#done('capset', this.#capset(bytesOf(new Uint32Array([capabilityVersion, 0])), new Uint8Array(24)));
  }

  refuseNewPrivileges(): void {
    this.#control(control.noNewPrivileges, 1);
  }

  /** From now on each system call of this thread, or of all threads, is first passed to this BPF program. */
  installFilter(program: Uint8Array, threads: 'this' | 'all' = 'this'): void {
    const seccomp = seccompNumbers[process.arch];
    if (seccomp === undefined) throw new Error(`a process on ${process.arch} can't be forked yet`);
    // struct sock_fprog: instruction count, pointer
    const header = bytesOf(new BigUint64Array([BigInt(program.length / 8), this.#native.address(program)]));
    const flags = threads === 'all' ? forAllThreads : 0;
    const call = this.#syscall(seccomp, setFilter, flags, this.#native.address(header), 0, 0);
    const left = this.#done('seccomp', call);
    if (left > 0) throw new Error(`seccomp: thread ${left} has a filter of its own`);
  }

  /** Four random 32-bit numbers, different in every process. */
  random(): Uint32Array {
    const numbers = new Uint32Array(4);
    this.#done('getrandom', this.#getrandom(bytesOf(numbers), numbers.byteLength, 0));
    return numbers;
  }

  /** Halves a range until whatever can't be part of a fork, such as the kernel's own pages, is isolated. */
  #includeInForks(from: number, to: number): void {
    const isDone =
      Number(this.#madvise(from, to - from, adviceDoFork)) === 0 || this.#native.errno() === errors.noMemory;
    // Unmapped gaps give a separate error and don't stop it.
    if (isDone || to - from <= pageBytes) return;
    const middle = from + Math.floor((to - from) / pageBytes / 2) * pageBytes;
    this.#includeInForks(from, middle);
    this.#includeInForks(middle, to);
  }

  #control(option: number, first: number, second: bigint | number = 0): void {
    this.#done('prctl', this.#prctl(option, first, second, 0, 0));
  }

  #done(name: string, result: number | bigint): number {
    return succeeded(this.#native, name, result);
  }
}
