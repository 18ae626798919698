/** Processors whose system call numbers are listed here. */
export type Processor = 'x64' | 'arm64';

type Numbers = Readonly<Partial<Record<Processor, number>>>;

/**
 * System calls that a submission's process doesn't need and that reach beyond it, or into the parts of the kernel with
 * the most vulnerabilities; by number, grouped by what they could do. Node itself needs none of them once it has
 * started.
 */
export const refusedCalls: Readonly<Record<string, Readonly<Record<string, Numbers>>>> = {
  "read and write another process's memory": {
    ptrace: { x64: 101, arm64: 117 },
    process_vm_readv: { x64: 310, arm64: 270 },
    process_vm_writev: { x64: 311, arm64: 271 },
    process_madvise: { x64: 440, arm64: 440 },
    pidfd_open: { x64: 434, arm64: 434 },
    pidfd_getfd: { x64: 438, arm64: 438 },
    kcmp: { x64: 312, arm64: 272 },
    userfaultfd: { x64: 323, arm64: 282 },
  },
  'communicate: its only pipe is already open': {
    socket: { x64: 41, arm64: 198 },
    socketpair: { x64: 53, arm64: 199 },
    bind: { x64: 49, arm64: 200 },
    listen: { x64: 50, arm64: 201 },
    accept: { x64: 43, arm64: 202 },
    accept4: { x64: 288, arm64: 242 },
    connect: { x64: 42, arm64: 203 },
  },
  'start processes; the flags of `clone` distinguish them from threads': {
    fork: { x64: 57 },
    vfork: { x64: 58 },
  },
  'change what it sees of the machine': {
    unshare: { x64: 272, arm64: 97 },
    setns: { x64: 308, arm64: 268 },
    mount: { x64: 165, arm64: 40 },
    umount2: { x64: 166, arm64: 39 },
    pivot_root: { x64: 155, arm64: 41 },
    chroot: { x64: 161, arm64: 51 },
    open_tree: { x64: 428, arm64: 428 },
    move_mount: { x64: 429, arm64: 429 },
    fsopen: { x64: 430, arm64: 430 },
    fsconfig: { x64: 431, arm64: 431 },
    fsmount: { x64: 432, arm64: 432 },
    fspick: { x64: 433, arm64: 433 },
    mount_setattr: { x64: 442, arm64: 442 },
    name_to_handle_at: { x64: 303, arm64: 264 },
    open_by_handle_at: { x64: 304, arm64: 265 },
    personality: { x64: 135, arm64: 92 },
  },
  'give the kernel work that no filter sees': {
    io_uring_setup: { x64: 425, arm64: 425 },
    io_uring_enter: { x64: 426, arm64: 426 },
    io_uring_register: { x64: 427, arm64: 427 },
    bpf: { x64: 321, arm64: 280 },
    perf_event_open: { x64: 298, arm64: 241 },
  },
  'use stored keys of others': {
    add_key: { x64: 248, arm64: 217 },
    request_key: { x64: 249, arm64: 218 },
    keyctl: { x64: 250, arm64: 219 },
  },
  'administer the machine': {
    init_module: { x64: 175, arm64: 105 },
    finit_module: { x64: 313, arm64: 273 },
    delete_module: { x64: 176, arm64: 106 },
    kexec_load: { x64: 246, arm64: 104 },
    kexec_file_load: { x64: 320, arm64: 294 },
    reboot: { x64: 169, arm64: 142 },
    swapon: { x64: 167, arm64: 224 },
    swapoff: { x64: 168, arm64: 225 },
    settimeofday: { x64: 164, arm64: 170 },
    clock_settime: { x64: 227, arm64: 112 },
    clock_adjtime: { x64: 305, arm64: 266 },
    adjtimex: { x64: 159, arm64: 171 },
    syslog: { x64: 103, arm64: 116 },
    acct: { x64: 163, arm64: 89 },
    quotactl: { x64: 179, arm64: 60 },
    sethostname: { x64: 170, arm64: 161 },
    setdomainname: { x64: 171, arm64: 162 },
    fanotify_init: { x64: 300, arm64: 262 },
    iopl: { x64: 172 },
    ioperm: { x64: 173 },
    modify_ldt: { x64: 154 },
    vhangup: { x64: 153, arm64: 58 },
  },
};

/** Their numbers on a processor. */
export function refusedNumbers(processor: Processor): readonly number[] {
  return Object.values(refusedCalls)
    .flatMap((group) => Object.values(group))
    .flatMap((numbers) => numbers[processor] ?? []);
}
