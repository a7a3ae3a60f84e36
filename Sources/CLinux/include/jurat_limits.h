#ifndef JURAT_LIMITS_H
#define JURAT_LIMITS_H

#include <stdint.h>

// The resource constants of <sys/resource.h> are an enumeration in C and no integer in Swift, so
// these calls stand here. All return 0, or -1 with errno set.

/// Limits the address space of this process to `bytes`.
int jurat_limit_address_space(uint64_t bytes);

/// Lets this process use `seconds` of CPU time from now on; then the kernel ends it with SIGXCPU.
/// May be called again for the next piece of work.
int jurat_limit_cpu_from_now(uint64_t seconds);

/// Keeps a crash from writing the memory of this process (which holds pages) to disk.
int jurat_forbid_core_dumps(void);

/// A new nameless file in memory, closed on exec: its descriptor.
int jurat_memory_file(void);

#endif
