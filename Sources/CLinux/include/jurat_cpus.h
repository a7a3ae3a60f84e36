#ifndef JURAT_CPUS_H
#define JURAT_CPUS_H

/// How many CPUs the scheduler lets this process use; 0 where it does not say.
/// (sched_getaffinity and cpu_set_t stand behind _GNU_SOURCE, out of Swift's sight.)
int jurat_allowed_cpus(void);

#endif
