#ifndef JURAT_LIMITS_H
#define JURAT_LIMITS_H

#include <stdint.h>

// The resource constants of <sys/resource.h> are an enumeration in C and no integer in Swift, and
// Landlock and seccomp have no library: so these calls stand here. All return 0, or -1 with errno
// set, unless they say otherwise.

/// Limits the address space of this process to `bytes`.
int jurat_limit_address_space(uint64_t bytes);

/// Lets this process use `seconds` of CPU time from now on; then the kernel ends it with SIGXCPU.
/// May be called again for the next piece of work.
int jurat_limit_cpu_from_now(uint64_t seconds);

/// Keeps a crash from writing the memory of this process (which holds pages) to disk.
int jurat_forbid_core_dumps(void);

/// From now on this process and its threads can make no file, write to none that is not open
/// already, open no socket and start no program. Files can be read. What the kernel does not have
/// (Landlock came with Linux 5.13) is left out: the result is the number of guards in force, 2 at
/// best.
int jurat_confine(void);

/// A new nameless file in memory, closed on exec: its descriptor, or -1.
int jurat_memory_file(void);

#endif
