#define _GNU_SOURCE
#include "jurat_confinement.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

// MARK: What older headers do not have

// Debian 12 has the headers of Linux 6.1, which are those of Landlock ABI 1 to 2. What came later
// stands here, so that a program built there makes use of the kernel it runs on.

// ABI 2, Linux 5.19.
#ifndef LANDLOCK_ACCESS_FS_REFER
#define LANDLOCK_ACCESS_FS_REFER (1ULL << 13)
#endif
// ABI 3, Linux 6.2.
#ifndef LANDLOCK_ACCESS_FS_TRUNCATE
#define LANDLOCK_ACCESS_FS_TRUNCATE (1ULL << 14)
#endif
// ABI 4, Linux 6.7.
#ifndef LANDLOCK_ACCESS_NET_BIND_TCP
#define LANDLOCK_ACCESS_NET_BIND_TCP (1ULL << 0)
#define LANDLOCK_ACCESS_NET_CONNECT_TCP (1ULL << 1)
#endif
// ABI 5, Linux 6.10.
#ifndef LANDLOCK_ACCESS_FS_IOCTL_DEV
#define LANDLOCK_ACCESS_FS_IOCTL_DEV (1ULL << 15)
#endif
// ABI 6, Linux 6.12.
#ifndef LANDLOCK_SCOPE_SIGNAL
#define LANDLOCK_SCOPE_ABSTRACT_UNIX_SOCKET (1ULL << 0)
#define LANDLOCK_SCOPE_SIGNAL (1ULL << 1)
#endif

/// struct landlock_ruleset_attr as of ABI 6. An older kernel takes it too, as long as what it does
/// not know is zero.
struct rules {
  uint64_t files;
  uint64_t network;
  uint64_t scopes;
};

// Linux 6.3: a file in memory that can never be run.
#ifndef MFD_NOEXEC_SEAL
#define MFD_NOEXEC_SEAL 0x0008U
#endif

// MARK: Files, signals, network: Landlock

/// Every right over files that was there in `abi`.
static uint64_t file_rights(int abi) {
  uint64_t rights = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
  if (abi >= 2) rights |= LANDLOCK_ACCESS_FS_REFER;
  if (abi >= 3) rights |= LANDLOCK_ACCESS_FS_TRUNCATE;
  if (abi >= 5) rights |= LANDLOCK_ACCESS_FS_IOCTL_DEV;
  return rights;
}

/// Adds to the rule set `set` that `path` can be read, with all that is beneath it. A path that is
/// not there, or that no rule can be made for, stays closed.
static void allow_reading(int set, const char *path) {
  int file = open(path, O_PATH | O_CLOEXEC);
  if (file < 0) return;
  struct stat status;
  if (fstat(file, &status) == 0) {
    struct landlock_path_beneath_attr rule = {
        .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE |
                          (S_ISDIR(status.st_mode) ? LANDLOCK_ACCESS_FS_READ_DIR : 0),
        .parent_fd = file};
    syscall(SYS_landlock_add_rule, set, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  }
  close(file);
}

/// Returns the guards that Landlock has put in force.
static int confine_with_landlock(const char *const *readable, size_t count) {
  int abi = (int)syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (abi < 1) return 0;
  struct rules rules = {.files = file_rights(abi)};
  int guards = JURAT_GUARD_FILES;
  if (abi >= 4) {
    rules.network = LANDLOCK_ACCESS_NET_BIND_TCP | LANDLOCK_ACCESS_NET_CONNECT_TCP;
    guards |= JURAT_GUARD_NETWORK;
  }
  if (abi >= 6) {
    rules.scopes = LANDLOCK_SCOPE_ABSTRACT_UNIX_SOCKET | LANDLOCK_SCOPE_SIGNAL;
    guards |= JURAT_GUARD_SIGNALS;
  }
  int set = (int)syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0);
  if (set < 0) return 0;
  for (size_t index = 0; index < count; index++) allow_reading(set, readable[index]);
  int result = (int)syscall(SYS_landlock_restrict_self, set, 0);
  close(set);
  return result == 0 ? guards : 0;
}

// MARK: System calls: seccomp

#if defined(__x86_64__)
#define JURAT_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define JURAT_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#ifdef JURAT_ARCHITECTURE

/// Calls that are allowed whatever their arguments are: they read, or concern this process alone.
static const int allowed_calls[] = {
    // What is open, and what Landlock lets be opened.
    SYS_read, SYS_pread64, SYS_readv, SYS_preadv, SYS_write, SYS_writev, SYS_pwrite64, SYS_lseek,
    SYS_close, SYS_fstat, SYS_newfstatat, SYS_statx, SYS_fstatfs, SYS_statfs, SYS_faccessat,
#ifdef SYS_faccessat2
    SYS_faccessat2,
#endif
    SYS_readlinkat, SYS_getdents64, SYS_getcwd, SYS_dup, SYS_dup3, SYS_fadvise64, SYS_ppoll,
#ifdef SYS_stat
    SYS_stat, SYS_lstat, SYS_access, SYS_readlink, SYS_getdents, SYS_dup2, SYS_poll,
#endif
    // Memory.
    SYS_brk, SYS_munmap, SYS_mremap, SYS_madvise,
    // Time.
    SYS_clock_gettime, SYS_clock_getres, SYS_gettimeofday, SYS_clock_nanosleep, SYS_nanosleep,
    SYS_times,
#ifdef SYS_time
    SYS_time,
#endif
    // Threads: locks, and what the C library looks up. GLib wakes its threads by an eventfd.
    SYS_eventfd2, SYS_futex, SYS_set_robust_list, SYS_rseq, SYS_sched_yield, SYS_sched_getaffinity,
    SYS_getcpu, SYS_membarrier,
    // Signals to itself.
    SYS_rt_sigprocmask, SYS_rt_sigreturn, SYS_sigaltstack, SYS_rt_sigpending, SYS_restart_syscall,
    // Who and where this process is.
    SYS_getpid, SYS_gettid, SYS_getppid, SYS_getuid, SYS_geteuid, SYS_getgid, SYS_getegid,
    SYS_uname, SYS_sysinfo, SYS_getrusage, SYS_getrandom,
#ifdef SYS_getrlimit
    SYS_getrlimit,
#endif
#ifdef SYS_arch_prctl
    // x86-64 only: the base of thread-local memory, and whether CPUID may be asked.
    SYS_arch_prctl,
#endif
    SYS_exit, SYS_exit_group,
};

/// A filter while it is written. The accumulator holds the number of the call at the start of every
/// rule; a rule for one call either ends in an answer or was jumped over.
struct program {
  struct sock_filter steps[BPF_MAXINSNS];
  unsigned short count;
};

static void step(struct program *program, uint16_t code, uint32_t operand, uint8_t if_true,
                 uint8_t if_false) {
  if (program->count < BPF_MAXINSNS) {
    program->steps[program->count] =
        (struct sock_filter){.code = code, .jt = if_true, .jf = if_false, .k = operand};
  }
  program->count++;
}

static void answer(struct program *program, uint32_t action) {
  step(program, BPF_RET | BPF_K, action, 0, 0);
}

static void allow(struct program *program) { answer(program, SECCOMP_RET_ALLOW); }

static void refuse(struct program *program) { answer(program, SECCOMP_RET_ERRNO | EPERM); }

/// The next `length` steps are for `call` alone.
static void for_call(struct program *program, int call, uint8_t length) {
  step(program, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call, 0, length);
}

/// Loads the low half of an argument; both architectures put it first. It is all the kernel looks at
/// where the argument is an int, and all that the flags asked for below take up.
static void load_argument(struct program *program, unsigned argument) {
  step(program, BPF_LD | BPF_W | BPF_ABS,
       (uint32_t)(offsetof(struct seccomp_data, args) + argument * sizeof(uint64_t)), 0, 0);
}

static void load_high_half(struct program *program, unsigned argument) {
  step(program, BPF_LD | BPF_W | BPF_ABS,
       (uint32_t)(offsetof(struct seccomp_data, args) + argument * sizeof(uint64_t) + 4), 0, 0);
}

static void allow_call(struct program *program, int call) {
  for_call(program, call, 1);
  allow(program);
}

static void answer_call(struct program *program, int call, int error) {
  for_call(program, call, 1);
  answer(program, SECCOMP_RET_ERRNO | (uint32_t)error);
}

/// Allows `call` where no bit of `bits` is set in `argument`.
static void allow_without(struct program *program, int call, unsigned argument, uint32_t bits) {
  for_call(program, call, 4);
  load_argument(program, argument);
  step(program, BPF_JMP | BPF_JSET | BPF_K, bits, 1, 0);
  allow(program);
  refuse(program);
}

/// Allows `call` where `argument` is one of `values`, and refuses it otherwise; the other way round
/// where `is_allowed` is 0.
static void decide_by(struct program *program, int call, unsigned argument, const uint32_t *values,
                      uint8_t count, int is_allowed) {
  for_call(program, call, (uint8_t)(2 * count + 2));
  load_argument(program, argument);
  for (uint8_t index = 0; index < count; index++) {
    step(program, BPF_JMP | BPF_JEQ | BPF_K, values[index], 0, 1);
    is_allowed ? allow(program) : refuse(program);
  }
  is_allowed ? refuse(program) : allow(program);
}

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void write_rules(struct program *program, int memory_file) {
  step(program, BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch), 0, 0);
  // Another ABI has other numbers, and no program that means well changes it midway.
  step(program, BPF_JMP | BPF_JEQ | BPF_K, JURAT_ARCHITECTURE, 1, 0);
  answer(program, SECCOMP_RET_KILL_PROCESS);
  step(program, BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr), 0, 0);
#ifdef __x86_64__
  // The x32 ABI marks its numbers with this bit; -1 is what a tracer leaves of a call.
  step(program, BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1);
  answer(program, SECCOMP_RET_KILL_PROCESS);
#endif

  // Nothing that can be run comes into being: what is code was loaded before.
  allow_without(program, SYS_mmap, 2, PROT_EXEC);
  allow_without(program, SYS_mprotect, 2, PROT_EXEC);

  // Landlock says which files; this says that none is opened for anything but reading. O_PATH would
  // get by Landlock. (__O_TMPFILE without the bit of O_DIRECTORY, which reads a folder.)
  const uint32_t writing =
      O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND | O_PATH | (O_TMPFILE & ~O_DIRECTORY);
#ifdef SYS_open
  allow_without(program, SYS_open, 1, writing);
#endif
  allow_without(program, SYS_openat, 2, writing);
#ifdef SYS_openat2
  // Its flags are in memory, where a filter cannot look.
  answer_call(program, SYS_openat2, ENOSYS);
#endif

  for (size_t index = 0; index < COUNT(allowed_calls); index++) {
    allow_call(program, allowed_calls[index]);
  }

  // Not F_SETFL (flags of a terminal or pipe that others share), F_SETOWN and F_SETSIG (signals to
  // others), F_SETLEASE, F_NOTIFY, locks, F_SETPIPE_SZ.
  const uint32_t harmless[] = {F_GETFD, F_SETFD, F_GETFL, F_DUPFD, F_DUPFD_CLOEXEC};
  decide_by(program, SYS_fcntl, 1, harmless, COUNT(harmless), 1);

  // There is no terminal and no device to speak to; that is what a pipe answers too.
  answer_call(program, SYS_ioctl, ENOTTY);

  // The signals that keep the process within its time and its parent's life keep their meaning.
  const uint32_t reserved[] = {SIGIO, SIGXCPU};
  decide_by(program, SYS_rt_sigaction, 0, reserved, COUNT(reserved), 0);

  // raise and abort signal the thread by the number of its process. A child would have another, but
  // there can be none.
  const uint32_t itself[] = {(uint32_t)getpid()};
  decide_by(program, SYS_tgkill, 0, itself, 1, 1);

  // Limits can be asked for, those of this process, and none set: the pointer to new ones is null.
  for_call(program, SYS_prlimit64, 8);
  load_argument(program, 0);
  step(program, BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 5);
  load_argument(program, 2);
  step(program, BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 3);
  load_high_half(program, 2);
  step(program, BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 1);
  allow(program);
  refuse(program);

  // Names of threads and regions are labels; the rest of prctl is not needed.
  const uint32_t labels[] = {PR_GET_NAME, PR_SET_NAME, PR_GET_DUMPABLE};
  decide_by(program, SYS_prctl, 0, labels, COUNT(labels), 1);

  // The one file in memory can be emptied: its descriptor, a length of zero.
  if (memory_file >= 0) {
    for_call(program, SYS_ftruncate, 8);
    load_argument(program, 0);
    step(program, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)memory_file, 0, 5);
    load_argument(program, 1);
    step(program, BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 3);
    load_high_half(program, 1);
    step(program, BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 1);
    allow(program);
    refuse(program);
  }

  // A thread of this process can be started, with the very flags of pthread_create: it is confined
  // like the one that starts it. Poppler checks signatures in one (a GTask), and GLib ends the
  // process where it cannot have one. A child or a namespace would take other flags. The C library
  // asks with clone3 first, whose flags are in memory, and then with clone.
  const uint32_t thread[] = {CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_THREAD |
                             CLONE_SYSVSEM | CLONE_SETTLS | CLONE_PARENT_SETTID |
                             CLONE_CHILD_CLEARTID};
  decide_by(program, SYS_clone, 0, thread, 1, 1);
#ifdef SYS_clone3
  answer_call(program, SYS_clone3, ENOSYS);
#endif
  refuse(program);
}

#endif

/// The guard, or 0. All threads get the filter.
static int confine_with_seccomp(int memory_file) {
#ifdef JURAT_ARCHITECTURE
  static struct program program;
  program.count = 0;
  write_rules(&program, memory_file);
  if (program.count > BPF_MAXINSNS) return 0;
  struct sock_fprog filter = {.len = program.count, .filter = program.steps};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0) == 0 ? JURAT_GUARD_CALLS : 0;
#else
  (void)memory_file;
  return 0;
#endif
}

// MARK: The one file in memory

/// The file that stays for the life of the process, or -1 before jurat_confine.
static int kept_memory_file = -1;

static int new_memory_file(void) {
  int file = memfd_create("jurat", MFD_CLOEXEC | MFD_NOEXEC_SEAL);
  // Before Linux 6.3 the flag is unknown.
  return file >= 0 || errno != EINVAL ? file : memfd_create("jurat", MFD_CLOEXEC);
}

int jurat_memory_file(void) {
  if (kept_memory_file < 0) return new_memory_file();
  if (ftruncate(kept_memory_file, 0) != 0 || lseek(kept_memory_file, 0, SEEK_SET) != 0) return -1;
  return fcntl(kept_memory_file, F_DUPFD_CLOEXEC, 3);
}

// MARK: All guards

/// Whether this process has one thread, as far as /proc tells: a folder of /proc/self/task each, and
/// the folder's own two links.
static int has_one_thread(void) {
  struct stat tasks;
  return stat("/proc/self/task", &tasks) != 0 || tasks.st_nlink <= 3;
}

int jurat_confine(const char *const *readable, size_t count) {
  if (!has_one_thread()) return 0;
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return 0;
  if (kept_memory_file < 0) kept_memory_file = new_memory_file();
  int guards = confine_with_landlock(readable, count);
  return guards | confine_with_seccomp(kept_memory_file);
}

// MARK: Limits

void jurat_close_inherited(void) {
#ifdef SYS_close_range
  // Linux 5.9.
  if (syscall(SYS_close_range, 3U, ~0U, 0U) == 0) return;
#endif
  struct rlimit limit;
  int end = getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < 65536 ? (int)limit.rlim_cur
                                                                             : 65536;
  for (int file = 3; file < end; file++) close(file);
}

int jurat_limit_cpu(pid_t pid, uint64_t seconds) {
  clockid_t clock;
  struct timespec used;
  struct rlimit limit;
  int error = clock_getcpuclockid(pid, &clock);
  if (error != 0) {
    errno = error;
    return -1;
  }
  if (clock_gettime(clock, &used) != 0 || prlimit(pid, RLIMIT_CPU, NULL, &limit) != 0) return -1;
  // Whole seconds are all the kernel takes; the one that has begun is given away.
  rlim_t wanted = (rlim_t)used.tv_sec + 1 + seconds;
  limit.rlim_cur =
      limit.rlim_max != RLIM_INFINITY && wanted > limit.rlim_max ? limit.rlim_max : wanted;
  return prlimit(pid, RLIMIT_CPU, &limit, NULL);
}

/// Lowers a limit, hard and soft, to `most`; one that is lower stays.
static int limit_to(int resource, rlim_t most) {
  struct rlimit limit;
  if (getrlimit((__rlimit_resource_t)resource, &limit) != 0) return -1;
  if (limit.rlim_max > most) limit.rlim_max = most;
  if (limit.rlim_cur > limit.rlim_max) limit.rlim_cur = limit.rlim_max;
  return setrlimit((__rlimit_resource_t)resource, &limit);
}

int jurat_limit_process(uint64_t address_space_bytes) {
  static const struct {
    int resource;
    rlim_t most;
  } limits[] = {
      // Descriptors from 64 on; those that are open above stay open.
      {RLIMIT_NOFILE, 64},
      // Counts all processes and threads of the user, so it cannot be low where poppler needs a
      // thread; it keeps a reader from taking all numbers of the machine with threads.
      {RLIMIT_NPROC, 4096},
      // A core dump would write pages to disk.
      {RLIMIT_CORE, 0},
      {RLIMIT_MEMLOCK, 0},
      {RLIMIT_MSGQUEUE, 0},
      {RLIMIT_NICE, 0},
      {RLIMIT_RTPRIO, 0},
  };
  for (size_t index = 0; index < sizeof limits / sizeof *limits; index++) {
    if (limit_to(limits[index].resource, limits[index].most) != 0) return -1;
  }
  if (address_space_bytes > 0 && (limit_to(RLIMIT_AS, address_space_bytes) != 0 ||
                                  limit_to(RLIMIT_FSIZE, address_space_bytes) != 0)) {
    return -1;
  }
  // Neither a debugger nor a core handler of the same user gets at the memory.
  return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

// MARK: The end of the parent

/// The pipe that is watched.
static volatile int watched = -1;

/// The signal comes whenever something happens to the pipe, mostly that the parent has read.
static void end_if_gone(int signal) {
  (void)signal;
  int kept = errno;
  struct pollfd pipe = {.fd = watched, .events = 0};
  if (poll(&pipe, 1, 0) > 0 && (pipe.revents & (POLLERR | POLLHUP)) != 0) _exit(0);
  errno = kept;
}

int jurat_end_when_gone(int fd) {
  watched = fd;
  if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0) return -1;
  struct sigaction action = {.sa_handler = end_if_gone, .sa_flags = SA_RESTART};
  sigset_t only;
  sigemptyset(&action.sa_mask);
  sigemptyset(&only);
  sigaddset(&only, SIGIO);
  int flags = fcntl(fd, F_GETFL);
  if (flags < 0 || sigaction(SIGIO, &action, NULL) != 0 ||
      sigprocmask(SIG_UNBLOCK, &only, NULL) != 0 || fcntl(fd, F_SETOWN, getpid()) != 0 ||
      fcntl(fd, F_SETFL, flags | O_ASYNC) != 0) {
    return -1;
  }
  // Whoever went before that was set up sent no signal.
  end_if_gone(SIGIO);
  return 0;
}
