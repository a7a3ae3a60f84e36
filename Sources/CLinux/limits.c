#define _GNU_SOURCE
#include "jurat_limits.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

int jurat_limit_address_space(uint64_t bytes) {
  struct rlimit limit = {.rlim_cur = bytes, .rlim_max = bytes};
  return setrlimit(RLIMIT_AS, &limit);
}

int jurat_limit_cpu_from_now(uint64_t seconds) {
  struct rusage usage;
  struct rlimit limit;
  if (getrusage(RUSAGE_SELF, &usage) != 0 || getrlimit(RLIMIT_CPU, &limit) != 0) return -1;
  rlim_t used = (rlim_t)usage.ru_utime.tv_sec + (rlim_t)usage.ru_stime.tv_sec + 1;
  rlim_t wanted = used + seconds;
  limit.rlim_cur = limit.rlim_max != RLIM_INFINITY && wanted > limit.rlim_max ? limit.rlim_max
                                                                             : wanted;
  return setrlimit(RLIMIT_CPU, &limit);
}

int jurat_forbid_core_dumps(void) {
  struct rlimit none = {0, 0};
  return setrlimit(RLIMIT_CORE, &none) != 0 ? -1 : prctl(PR_SET_DUMPABLE, 0);
}

/// A Landlock rule set that handles every kind of writing and allows it nowhere.
static int forbid_writing(void) {
  struct landlock_ruleset_attr rules = {
      .handled_access_fs = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |
                           LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR |
                           LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |
                           LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO |
                           LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM};
  int set = (int)syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0);
  if (set < 0) return -1;
  int result = (int)syscall(SYS_landlock_restrict_self, set, 0);
  close(set);
  return result;
}

#if defined(__x86_64__)
#define JURAT_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define JURAT_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

/// A seccomp filter that answers EPERM to the calls that lead out of the process.
static int forbid_sockets_and_programs(void) {
#ifdef JURAT_ARCHITECTURE
  // One comparison a call; a match jumps over the rest to the refusal at the end.
#define REFUSE(call, rest) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (call), (rest), 0)
  struct sock_filter filter[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
      // Another ABI would have other numbers: refuse all of it.
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, JURAT_ARCHITECTURE, 0, 8),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
      // The x32 ABI marks its numbers with this bit.
      BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 6, 0),
      REFUSE(SYS_socket, 5),
      REFUSE(SYS_connect, 4),
      REFUSE(SYS_execve, 3),
      REFUSE(SYS_execveat, 2),
      REFUSE(SYS_ptrace, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
  };
#undef REFUSE
  struct sock_fprog program = {.len = sizeof filter / sizeof *filter, .filter = filter};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
#else
  return -1;
#endif
}

int jurat_confine(void) {
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return 0;
  return (forbid_writing() == 0) + (forbid_sockets_and_programs() == 0);
}

int jurat_memory_file(void) { return memfd_create("jurat", MFD_CLOEXEC); }
