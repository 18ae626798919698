#!/usr/bin/env python3
"""Writes allowList.generated.ts: the filter that a forked process installs before it reads a submission's first byte.

Needs libseccomp (Debian: python3-seccomp). Run it in this folder: /usr/bin/python3 exportAllowList.py
"""
import base64
import tempfile

import seccomp
from seccomp import ALLOW, EQ, ERRNO, KILL_PROCESS, Arch, Arg, Attr, SyscallFilter

# What V8 and Node need once everything is loaded.
ALLOWED = {
    "answer on open descriptors": ["read", "write", "writev", "close"],
    "use memory": ["mmap", "munmap", "mprotect", "pkey_mprotect", "mremap", "madvise", "brk"],
    "wait, and read the time": ["futex", "sched_yield", "clock_gettime", "clock_nanosleep", "gettimeofday", "restart_syscall"],
    "run the event loop while a promise is awaited": ["epoll_ctl", "epoll_pwait"],
    "catch an overflowing stack and other faults": ["rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigaltstack"],
    "query itself": ["getpid", "getppid", "gettid", "getuid", "geteuid", "getgid", "getegid", "getrusage"],
    "get random numbers": ["getrandom"],
    "end": ["exit", "exit_group"],
}

# Calls that harmless code makes along the way, such as `process.cwd()`: they fail as if permission were missing, and
# the process goes on.
REFUSED = [
    "access", "faccessat", "faccessat2", "fcntl", "fstat", "getcwd", "getpriority", "getrlimit", "getsockname", "getsockopt", "ioctl",
    "lseek", "lstat", "newfstatat", "prlimit64", "readlink", "readlinkat", "sched_getaffinity", "stat", "statx", "sysinfo", "umask",
    "uname",
]

EPERM = 1
SIGABRT = 6
# Placeholder for the process's own pid, replaced when the filter is installed: see allowList.ts.
OWN_PID = 0x7EED5E1F

ARCHITECTURES = {"x64": Arch.X86_64, "arm64": Arch.AARCH64}


def export(architecture):
    rules = SyscallFilter(KILL_PROCESS)
    if not rules.exist_arch(architecture):
        rules.remove_arch(Arch.NATIVE)
        rules.add_arch(architecture)
    rules.set_attr(Attr.ACT_BADARCH, KILL_PROCESS)
    for name in sum(ALLOWED.values(), []):
        rules.add_rule(ALLOW, name)
    # `abort()` sends it to the process itself.
    rules.add_rule(ALLOW, "tgkill", Arg(0, EQ, OWN_PID), Arg(2, EQ, SIGABRT))
    for name in REFUSED:
        try:
            rules.add_rule(ERRNO(EPERM), name)
        except RuntimeError:
            # arm64 lacks the older calls.
            pass
    with tempfile.TemporaryFile() as file:
        rules.export_bpf(file)
        file.seek(0)
        return base64.b64encode(file.read()).decode()


def lines(text, width=112):
    return "".join(f"    '{text[at : at + width]}',\n" for at in range(0, len(text), width))


with open("allowList.generated.ts", "w") as file:
    file.write("// Written by exportAllowList.py: change that, not this.\n\n")
    file.write("/** Placeholder for the process's own pid. */\n")
    file.write(f"export const ownPidPlaceholder = 0x{OWN_PID:x};\n\n")
    file.write("/** BPF programs, in base64. */\n")
    file.write("export const allowListPrograms: Readonly<Record<'x64' | 'arm64', readonly string[]>> = {\n")
    for name, architecture in ARCHITECTURES.items():
        file.write(f"  {name}: [\n{lines(export(architecture))}  ],\n")
    file.write("};\n")
