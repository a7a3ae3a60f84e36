#define _GNU_SOURCE
#include "jurat_limits.h"

#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

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

int jurat_memory_file(void) { return memfd_create("jurat", MFD_CLOEXEC); }
