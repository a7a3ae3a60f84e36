#ifndef JURAT_CONFINEMENT_H
#define JURAT_CONFINEMENT_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// A reader opens hostile bytes with libraries that were not written for them. These calls make a
// process of it that can read what it was given, answer on the pipe it was given, and nothing else.
//
// The order in a reader: jurat_close_inherited, jurat_limit_process, jurat_load_libraries and whatever
// else loads code, jurat_end_when_gone, and last jurat_confine. All return 0, or -1 with errno set, unless
// they say otherwise.

/// What jurat_confine has put in force: a set of bits.
enum {
  /// Landlock: no file can be read that was not named, and none written, made, removed or run.
  JURAT_GUARD_FILES = 1,
  /// seccomp: system calls that reading a page does not take are refused.
  JURAT_GUARD_CALLS = 2,
  /// Landlock, from ABI 6 (Linux 6.12): no signal to a process outside, no abstract socket of one.
  JURAT_GUARD_SIGNALS = 4,
  /// Landlock, from ABI 4 (Linux 6.7): no TCP port can be bound or connected to.
  JURAT_GUARD_NETWORK = 8
};

/// Confines this process for good, and returns the guards that are in force now. What the kernel
/// does not have is left out of the set.
///
/// `readable` names `count` files, and folders with all that is beneath them, which can be read from
/// now on; a path that does not exist is passed over. Descriptors that are open stay open. The
/// process must have one thread only: Landlock reaches the calling thread alone, so where there are
/// others no guard is put in force and the set is empty.
int jurat_confine(const char *const *readable, size_t count);

/// Closes every descriptor above standard error.
void jurat_close_inherited(void);

/// Called by the parent before each question: lets the process `pid` use `seconds` of CPU time from
/// now on; then the kernel sends it SIGXCPU. A confined process cannot lift the limit. The hard
/// limit stays as it is.
int jurat_limit_cpu(pid_t pid, uint64_t seconds);

/// Limits this process for good, to `address_space_bytes` of address space and of every file it
/// writes (0: as much as it had), to 64 descriptors, to 4096 processes and threads of its user, and
/// to no core dump, locked memory, message queue and priority.
int jurat_limit_process(uint64_t address_space_bytes);

/// Loads the libraries that libraries load on demand, because no code can be loaded after
/// jurat_confine: without them signatures cannot be checked and some texts not be converted. What is
/// not there is not missed: it would not have been there later either.
void jurat_load_libraries(void);

/// Ends the process as soon as nobody can read from `fd` any more, the write end of a pipe: even in
/// the middle of a page, and without a thread; and as soon as the thread that started it has ended,
/// which a process that was taken over cannot undo. From now on SIGIO belongs to this.
int jurat_end_when_gone(int fd);

/// A nameless file in memory, empty, closed on exec: its descriptor, or -1.
///
/// After jurat_confine there is one for the life of the process, and every call returns another
/// descriptor of it: files in memory count neither as address space nor as anything else, and a
/// process that could make many would fill the machine. So the one before has to be done with.
int jurat_memory_file(void);

#endif
