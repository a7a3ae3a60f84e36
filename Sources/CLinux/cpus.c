#define _GNU_SOURCE
#include "jurat_cpus.h"

#include <sched.h>

int jurat_allowed_cpus(void) {
  cpu_set_t set;
  return sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 0;
}
