// Tries to get out of jurat_confine in every way that was thought of, and says what came of it.
//
//   escapes [--unconfined] [--abort | --x32 | --int80] DOCUMENT FOLDER VICTIM [READABLE...]
//
// DOCUMENT is a file that may be read; FOLDER another case's, which may not, with at least one file;
// VICTIM a file that must stay as it is; READABLE what else may be read. To be started with a parent
// that can be spoken of (a shell). Nothing it tries does harm if it succeeds, but to VICTIM.
//
// One line each: `refused NAME (reason)`, `ALLOWED NAME`, `works NAME`, `BROKEN NAME (reason)`. The
// exit status is 0 if nothing was allowed and nothing broken. With `--unconfined` no guard is put in
// force, to see that the attempts are real ones: never as root, who may do too much of it. With `--abort` the process ends by SIGABRT if all
// was well, with `--x32` and `--int80` by SIGSYS.
//
//   clang -std=c11 -Wall -Wextra -Werror -O2 escapes.c confinement.c -o escapes
#define _GNU_SOURCE
#include "jurat_confinement.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <netinet/in.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// Numbers that are the same on all architectures and newer than some headers.
#define NR_PIDFD_SEND_SIGNAL 424
#define NR_IO_URING_SETUP 425
#define NR_IO_URING_ENTER 426
#define NR_IO_URING_REGISTER 427
#define NR_OPEN_TREE 428
#define NR_FSOPEN 430
#define NR_PIDFD_OPEN 434
#define NR_CLONE3 435
#define NR_OPENAT2 437
#define NR_PIDFD_GETFD 438
#define NR_PROCESS_MADVISE 440
#define NR_LANDLOCK_CREATE_RULESET 444
#define NR_MEMFD_SECRET 447
#define NR_PROCESS_MRELEASE 448
#define NR_CACHESTAT 451
#define NR_FCHMODAT2 452

static int failures;

/// `result` is what a system call returned: negative with errno set, or a success, which is bad.
static void attempt(const char *name, long result) {
  int error = errno;
  if (result >= 0) {
    printf("ALLOWED %s\n", name);
    failures++;
  } else if (error == EPERM || error == EACCES || error == ENOSYS || error == ENOTTY) {
    printf("refused %s (%s)\n", name, strerror(error));
  } else {
    // Refused by nobody, only impossible as it was asked for.
    printf("ALLOWED %s (it only failed: %s)\n", name, strerror(error));
    failures++;
  }
}

/// The same for what a limit refuses, with `expected`.
static void attempt_beyond(const char *name, long result, int expected) {
  int error = errno;
  int is_refused = result < 0 && error == expected;
  printf(is_refused ? "refused %s (%s)\n" : "ALLOWED %s (%s)\n", name,
         result < 0 ? strerror(error) : "done");
  failures += !is_refused;
}

static void needed(const char *name, int works) {
  if (works) {
    printf("works %s\n", name);
  } else {
    printf("BROKEN %s (%s)\n", name, strerror(errno));
    failures++;
  }
}

static long opened(const char *path, int flags) {
  long file = open(path, flags | O_CLOEXEC, 0600);
  if (file >= 0) close((int)file);
  return file;
}

static long mapped(int protection, int flags, int file) {
  void *memory = mmap(NULL, 4096, protection, flags, file, 0);
  if (memory == MAP_FAILED) return -1;
  munmap(memory, 4096);
  return 0;
}

/// What a thread can do: nothing but what its process can.
static void *in_thread(void *argument) {
  *(int *)argument = open("/etc/passwd", O_RDONLY);
  return NULL;
}

/// A child that ends at once, where there can be one.
static long child(long pid) {
  if (pid == 0) _exit(0);
  if (pid > 0) waitpid((pid_t)pid, NULL, 0);
  return pid;
}

static volatile sig_atomic_t signals;
static void count_signal(int signal) {
  (void)signal;
  signals++;
}

// MARK: Files

static void try_reading(const char *folder, const char *file, int folder_descriptor) {
  char path[PATH_MAX];
  pid_t parent = getppid();
  attempt("read /etc/passwd", opened("/etc/passwd", O_RDONLY));
  attempt("read /etc/passwd by /proc/self/root", opened("/proc/self/root/etc/passwd", O_RDONLY));
  attempt("list /", opened("/", O_RDONLY | O_DIRECTORY));
  attempt("list another case's folder", opened(folder, O_RDONLY | O_DIRECTORY));
  attempt("read another case's file", opened(file, O_RDONLY));
  const char *name = strrchr(file, '/');
  attempt("read another case's file from its open folder",
          openat(folder_descriptor, name ? name + 1 : file, O_RDONLY));
  attempt("path of another case's file", opened(file, O_PATH));
  struct {
    uint64_t flags, mode, resolve;
  } how = {O_RDONLY, 0, 0};
  attempt("openat2 of another case's file",
          syscall(NR_OPENAT2, AT_FDCWD, file, &how, sizeof how));
  snprintf(path, sizeof path, "/proc/%d/environ", parent);
  attempt("read the parent's environment", opened(path, O_RDONLY));
  snprintf(path, sizeof path, "/proc/%d/mem", parent);
  attempt("read the parent's memory", opened(path, O_RDONLY));
  attempt("write the parent's memory", opened(path, O_RDWR));
  snprintf(path, sizeof path, "/proc/%d/maps", parent);
  attempt("read the parent's maps", opened(path, O_RDONLY));
  snprintf(path, sizeof path, "/proc/%d/fd", parent);
  attempt("list the parent's descriptors", opened(path, O_RDONLY | O_DIRECTORY));
  attempt("list processes", opened("/proc", O_RDONLY | O_DIRECTORY));
  attempt("write /proc/self/mem", opened("/proc/self/mem", O_RDWR));
  attempt("write /proc/self/oom_score_adj", opened("/proc/self/oom_score_adj", O_WRONLY));
  attempt("open /dev/tty", opened("/dev/tty", O_RDONLY | O_NOCTTY));
  attempt("open /dev/tty for writing", opened("/dev/tty", O_RDWR | O_NOCTTY));
  union {
    struct file_handle handle;
    char room[sizeof(struct file_handle) + 128];
  } handle = {.handle.handle_bytes = 128};
  int mount = 0;
  attempt("name_to_handle_at", name_to_handle_at(AT_FDCWD, file, &handle.handle, &mount, 0));
  attempt("open_by_handle_at",
          open_by_handle_at(folder_descriptor, &handle.handle, O_RDONLY));
  attempt("chdir", syscall(SYS_chdir, folder));
  attempt("fchdir", syscall(SYS_fchdir, folder_descriptor));
  attempt("chroot", syscall(SYS_chroot, folder));
  attempt("inotify_init1", syscall(SYS_inotify_init1, 0));
  attempt("fanotify_init", syscall(SYS_fanotify_init, 0, O_RDONLY));
}

static void try_changing(const char *victim, int descriptor, const char *document, int source) {
  char path[PATH_MAX];
  attempt("open the victim for writing", opened(victim, O_WRONLY));
  attempt("open the victim for both", opened(victim, O_RDWR));
  attempt("open the victim and empty it", opened(victim, O_RDONLY | O_TRUNC));
  attempt("open the document for writing", opened(document, O_RDWR));
  attempt("open the document and empty it", opened(document, O_RDONLY | O_TRUNC));
  attempt("truncate", truncate(victim, 0));
  attempt("truncate the document", truncate(document, 0));
  attempt("ftruncate", ftruncate(descriptor, 0));
  attempt("fallocate", fallocate(descriptor, 0, 0, 4096));
  attempt("chmod", fchmodat(AT_FDCWD, victim, 0666, 0));
  attempt("chmod the document", fchmodat(AT_FDCWD, document, 0666, 0));
  attempt("fchmod", fchmod(descriptor, 0666));
  attempt("fchmodat2", syscall(NR_FCHMODAT2, AT_FDCWD, victim, 0666, 0));
  attempt("chown", fchownat(AT_FDCWD, victim, getuid(), getgid(), 0));
  attempt("fchown", fchown(descriptor, getuid(), getgid()));
  attempt("utimensat", utimensat(AT_FDCWD, victim, NULL, 0));
  attempt("futimens", futimens(descriptor, NULL));
  attempt("setxattr", syscall(SYS_setxattr, victim, "user.jurat", "x", 1, 0));
  attempt("fsetxattr", syscall(SYS_fsetxattr, descriptor, "user.jurat", "x", 1, 0));
  attempt("removexattr", syscall(SYS_removexattr, victim, "user.jurat"));
  snprintf(path, sizeof path, "%s.new", victim);
  attempt("link", linkat(AT_FDCWD, victim, AT_FDCWD, path, 0));
  attempt("symlink", symlinkat(victim, AT_FDCWD, path));
  attempt("mkdir", mkdirat(AT_FDCWD, path, 0700));
  attempt("mknod", mknodat(AT_FDCWD, path, S_IFIFO | 0600, 0));
  attempt("make a file", opened("/tmp/jurat-escape", O_WRONLY | O_CREAT));
  attempt("make a nameless file", opened("/tmp", O_TMPFILE | O_RDWR));
  attempt("make a file in shared memory", opened("/dev/shm/jurat-escape", O_RDWR | O_CREAT));
  attempt("sendfile into the victim", syscall(SYS_sendfile, descriptor, source, NULL, 16));
  attempt("copy_file_range into the victim",
          syscall(SYS_copy_file_range, source, NULL, descriptor, NULL, 16, 0));
  attempt("splice into the victim", syscall(SYS_splice, source, NULL, descriptor, NULL, 16, 0));
  attempt("lease on the victim", fcntl(descriptor, F_SETLEASE, F_WRLCK));
  attempt("lock on the victim", fcntl(descriptor, F_SETLK, &(struct flock){.l_type = F_WRLCK}));
  attempt("flock on the victim", syscall(SYS_flock, descriptor, 2 | 4));
  attempt("sync", syscall(SYS_fsync, descriptor));
  attempt("mount", mount("none", "/proc/self/fd", "tmpfs", 0, ""));
  attempt("umount", umount2("/proc/self/fd", MNT_DETACH));
  attempt("open_tree", syscall(NR_OPEN_TREE, AT_FDCWD, "/", 1));
  attempt("fsopen", syscall(NR_FSOPEN, "tmpfs", 0));
  attempt("quotactl", syscall(SYS_quotactl, 0, NULL, 0, NULL));
}

// MARK: Other processes

static void try_processes(int confined) {
  pid_t parent = getppid();
  struct rlimit limit;
  struct iovec here = {&limit, sizeof limit}, there = {&limit, sizeof limit};
  cpu_set_t cpus;
  attempt("kill the parent", kill(parent, 0));
  attempt("kill everybody", kill(-1, 0));
  attempt("kill the group", kill(0, 0));
  attempt("tkill the parent", syscall(SYS_tkill, parent, 0));
  attempt("tgkill the parent", syscall(SYS_tgkill, parent, parent, 0));
  siginfo_t info = {.si_signo = SIGCONT, .si_code = SI_QUEUE};
  attempt("rt_sigqueueinfo to the parent",
          syscall(SYS_rt_sigqueueinfo, parent, SIGCONT, &info));
  attempt("pidfd_open of the parent", syscall(NR_PIDFD_OPEN, parent, 0));
  attempt("pidfd_send_signal", syscall(NR_PIDFD_SEND_SIGNAL, -1, 0, NULL, 0));
  attempt("pidfd_getfd", syscall(NR_PIDFD_GETFD, -1, 0, 0));
  attempt("ask for the parent's limits", prlimit(parent, RLIMIT_NOFILE, NULL, &limit));
  getrlimit(RLIMIT_NOFILE, &limit);
  attempt("set the parent's limits", prlimit(parent, RLIMIT_CORE, &(struct rlimit){0, 0}, NULL));
  attempt("process_vm_readv", process_vm_readv(parent, &here, 1, &there, 1, 0));
  attempt("process_vm_writev", process_vm_writev(parent, &here, 1, &there, 1, 0));
  attempt("process_madvise", syscall(NR_PROCESS_MADVISE, -1, NULL, 0, 0, 0));
  attempt("process_mrelease", syscall(NR_PROCESS_MRELEASE, -1, 0));
  attempt("kcmp", syscall(SYS_kcmp, getpid(), parent, 0, 0, 0));
  attempt("ptrace", ptrace(PTRACE_SEIZE, parent, NULL, NULL));
  // Two that trace each other wait for ever.
  if (confined) attempt("be traced", ptrace(PTRACE_TRACEME, 0, NULL, NULL));
  sched_getaffinity(0, sizeof cpus, &cpus);
  attempt("sched_setaffinity of the parent", sched_setaffinity(parent, sizeof cpus, &cpus));
  attempt("sched_setaffinity", sched_setaffinity(0, sizeof cpus, &cpus));
  attempt("sched_setscheduler",
          sched_setscheduler(0, SCHED_BATCH, &(struct sched_param){.sched_priority = 0}));
  attempt("setpriority", setpriority(PRIO_PROCESS, 0, getpriority(PRIO_PROCESS, 0) + 1));
  attempt("setpriority of the parent",
          setpriority(PRIO_PROCESS, (id_t)parent, 1));
  attempt("ioprio_set", syscall(SYS_ioprio_set, 1, 0, 0));
  attempt("setpgid", syscall(SYS_setpgid, 0, parent));
  attempt("setsid", syscall(SYS_setsid));
  attempt("signals of a pipe to the parent", fcntl(1, F_SETOWN, parent));
  attempt("another signal of a pipe", fcntl(1, F_SETSIG, SIGKILL));
  attempt("flags of standard output", fcntl(1, F_SETFL, O_NONBLOCK));
  attempt("size of a pipe", fcntl(1, F_SETPIPE_SZ, 1 << 20));
}

static void try_children(void) {
  attempt("fork", child(fork()));
#ifdef SYS_fork
  attempt("fork, the call", child(syscall(SYS_fork)));
#endif
#ifdef SYS_vfork
  pid_t forked = vfork();
  if (forked == 0) _exit(0);
  attempt("vfork", child(forked));
#endif
  attempt("clone", child(syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0)));
  attempt("clone with a user namespace",
          child(syscall(SYS_clone, SIGCHLD | CLONE_NEWUSER, 0, 0, 0, 0)));
  uint64_t arguments[8] = {0, 0, 0, 0, SIGCHLD, 0, 0, 0};
  attempt("clone3", child(syscall(NR_CLONE3, arguments, sizeof arguments)));
  attempt("clone that shares memory and descriptors",
          child(syscall(SYS_clone, SIGCHLD | CLONE_FILES | CLONE_FS, 0, 0, 0, 0)));
  attempt("clone of a thread in a namespace",
          syscall(SYS_clone, CLONE_VM | CLONE_SIGHAND | CLONE_THREAD | CLONE_NEWNET, 0, 0, 0, 0));
}

// MARK: Network and what leads out of files

static void try_channels(void) {
  int pair[2];
  attempt("socket of TCP", socket(AF_INET, SOCK_STREAM, 0));
  attempt("socket of UDP", socket(AF_INET, SOCK_DGRAM, 0));
  attempt("socket of this machine", socket(AF_UNIX, SOCK_STREAM, 0));
  attempt("socket of the kernel", socket(AF_NETLINK, SOCK_RAW, 0));
  attempt("socketpair", socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(9)};
  attempt("connect", connect(0, (struct sockaddr *)&address, sizeof address));
  attempt("bind", bind(0, (struct sockaddr *)&address, sizeof address));
  attempt("sendmsg", syscall(SYS_sendmsg, 0, NULL, 0));
  char parameters[256] = {0};
  attempt("io_uring_setup", syscall(NR_IO_URING_SETUP, 4, parameters));
  attempt("io_uring_enter", syscall(NR_IO_URING_ENTER, -1, 0, 0, 0, NULL, 0));
  attempt("io_uring_register", syscall(NR_IO_URING_REGISTER, -1, 0, NULL, 0));
  unsigned long context = 0;
  attempt("io_setup", syscall(SYS_io_setup, 1, &context));
  attempt("pipe", pipe(pair));
  attempt("epoll_create1", syscall(SYS_epoll_create1, 0));
  attempt("timerfd_create", syscall(SYS_timerfd_create, CLOCK_MONOTONIC, 0));
  attempt("vmsplice", syscall(SYS_vmsplice, 1, NULL, 0, 0));
  attempt("shmget", syscall(SYS_shmget, 0, 4096, 0600));
  attempt("shmat", syscall(SYS_shmat, -1, NULL, 0));
  attempt("semget", syscall(SYS_semget, 0, 1, 0600));
  attempt("msgget", syscall(SYS_msgget, 0, 0600));
  attempt("mq_open", syscall(SYS_mq_open, "jurat-escape", O_RDWR | O_CREAT, 0600, NULL));
  attempt("add_key", syscall(SYS_add_key, "user", "jurat", "x", 1, -2));
  attempt("request_key", syscall(SYS_request_key, "user", "jurat", NULL, 0));
  attempt("keyctl", syscall(SYS_keyctl, 0, -1, 0, 0, 0));
  attempt("syslog", syscall(SYS_syslog, 10, NULL, 0));
  for (int file = 0; file < 3; file++) {
    char name[64];
    snprintf(name, sizeof name, "TIOCSTI on %d", file);
    attempt(name, ioctl(file, TIOCSTI, " "));
    snprintf(name, sizeof name, "TIOCSTI with high bits on %d", file);
    attempt(name, syscall(SYS_ioctl, file, TIOCSTI | (1UL << 32), " "));
  }
  attempt("TIOCLINUX on 0", ioctl(0, TIOCLINUX, "\2"));
  attempt("size of the terminal", ioctl(0, TIOCSWINSZ, &(struct winsize){24, 80, 0, 0}));
}

// MARK: Code, memory, limits, the kernel

static void try_code(int source) {
  attempt("memory to write and run",
          mapped(PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1));
  attempt("memory to run", mapped(PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1));
  attempt("a document to run", mapped(PROT_READ | PROT_EXEC, MAP_PRIVATE, source));
  void *memory = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  attempt("mprotect to run", mprotect(memory, 4096, PROT_READ | PROT_EXEC));
  attempt("mprotect to write and run",
          mprotect(memory, 4096, PROT_READ | PROT_WRITE | PROT_EXEC));
  uintptr_t code = (uintptr_t)&try_code & ~(uintptr_t)4095;
  attempt("mprotect code to write it",
          mprotect((void *)code, 4096, PROT_READ | PROT_WRITE | PROT_EXEC));
  attempt("pkey_mprotect", syscall(SYS_pkey_mprotect, memory, 4096, PROT_EXEC, -1));
  attempt("remap_file_pages", syscall(SYS_remap_file_pages, memory, 4096, 0, 0, 0));
  attempt("personality", personality(READ_IMPLIES_EXEC));
  attempt("memfd_create", syscall(SYS_memfd_create, "escape", 0));
  attempt("memfd_secret", syscall(NR_MEMFD_SECRET, 0));
  int file = jurat_memory_file();
  if (file >= 0 && write(file, "\xc3", 1) == 1) {
    attempt("a memory file to run", mapped(PROT_READ | PROT_EXEC, MAP_PRIVATE, file));
    close(file);
  }
  attempt("userfaultfd", syscall(SYS_userfaultfd, O_CLOEXEC | 1));
  attempt("mlock", syscall(SYS_mlock, memory, 4096));
  attempt("mlockall", syscall(SYS_mlockall, 1));
#ifdef SYS_modify_ldt
  attempt("modify_ldt", syscall(SYS_modify_ldt, 0, memory, 16));
#endif
}

static void try_limits(void) {
  struct rlimit none = {RLIM_INFINITY, RLIM_INFINITY};
  attempt("lift the limit of CPU time", setrlimit(RLIMIT_CPU, &none));
  attempt("lift the limit of CPU time, the call",
          syscall(SYS_prlimit64, 0, RLIMIT_CPU, &none, NULL));
#ifdef SYS_setrlimit
  attempt("lift the limit of CPU time, the old call", syscall(SYS_setrlimit, RLIMIT_CPU, &none));
#endif
  attempt("ignore the end of CPU time",
          sigaction(SIGXCPU, &(struct sigaction){.sa_handler = SIG_IGN}, NULL));
  attempt("ignore the end of the parent",
          sigaction(SIGIO, &(struct sigaction){.sa_handler = SIG_IGN}, NULL));
  attempt("be dumpable", prctl(PR_SET_DUMPABLE, 1, 0, 0, 0));
  attempt("be traceable", prctl(PR_SET_PTRACER, -1, 0, 0, 0));
  attempt("outlive the parent", prctl(PR_SET_PDEATHSIG, 0, 0, 0, 0));
  attempt("be a subreaper", prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0));
  attempt("move what /proc says of the memory", prctl(PR_SET_MM, 1, 0, 0, 0));
  attempt("keep capabilities", prctl(PR_SET_KEEPCAPS, 0, 0, 0, 0));
  attempt("setuid", syscall(SYS_setuid, getuid()));
  attempt("setgid", syscall(SYS_setgid, getgid()));
  attempt("setgroups", syscall(SYS_setgroups, 0, NULL));
  uint32_t header[2] = {0x20080522, 0}, capabilities[6] = {0};
  attempt("capset", syscall(SYS_capset, header, capabilities));
  struct sock_filter filter[] = {BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
  struct sock_fprog program = {1, filter};
  attempt("seccomp again", syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program));
  attempt("seccomp again by prctl", prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0));
  attempt("a supervised child", syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER,
                                        SECCOMP_FILTER_FLAG_NEW_LISTENER, &program));
  uint64_t rules[3] = {1, 0, 0};
  attempt("landlock again", syscall(NR_LANDLOCK_CREATE_RULESET, rules, sizeof rules, 0));
  char attributes[128] = {0};
  attributes[0] = 2;       // An array,
  attributes[4] = 4;       // keys of four bytes,
  attributes[8] = 4;       // values of four bytes,
  attributes[12] = 1;      // one of them.
  attempt("bpf", syscall(SYS_bpf, 0, attributes, sizeof attributes));
  uint32_t event[32] = {1, sizeof event, 0};
  attempt("perf_event_open", syscall(SYS_perf_event_open, event, 0, -1, -1, 0));
  timer_t timer = 0;
  attempt("timer_create", syscall(SYS_timer_create, CLOCK_MONOTONIC, NULL, &timer));
  attempt("an interval timer", syscall(SYS_setitimer, ITIMER_REAL, NULL, NULL));
  attempt("umask", syscall(SYS_umask, 077));
  attempt("move_pages", syscall(SYS_move_pages, 0, 0, NULL, NULL, NULL, 0));
  attempt("cachestat of a document", syscall(NR_CACHESTAT, -1, NULL, NULL, 0));
}

static void try_namespaces(void) {
  attempt("unshare mounts", unshare(CLONE_NEWNS));
  attempt("unshare the network", unshare(CLONE_NEWNET));
  attempt("unshare users, mounts and network",
          unshare(CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWNET));
  attempt("setns", setns(-1, 0));
}

static void try_beyond_limits(uint64_t address_space) {
  void *memory = mmap(NULL, address_space, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  attempt_beyond("more address space", memory == MAP_FAILED ? -1 : 0, ENOMEM);
  int file = jurat_memory_file();
  signal(SIGXFSZ, SIG_IGN);
  attempt_beyond("a larger file in memory", pwrite(file, "x", 1, (off_t)address_space), EFBIG);
  close(file);
  int last = 0, files[128], count = 0;
  while (count < 128 && (last = dup(1)) >= 0) files[count++] = last;
  attempt_beyond("more than 64 descriptors", last, EMFILE);
  while (count > 0) close(files[--count]);
}

// MARK: What has to work

static void need(const char *document) {
  char bytes[16], path[64];
  int file = open(document, O_RDONLY | O_CLOEXEC);
  struct stat status;
  needed("opening the document", file >= 0 && fstat(file, &status) == 0);
  needed("reading the document", pread(file, bytes, sizeof bytes, 0) > 0);
  void *map = mmap(NULL, 16, PROT_READ, MAP_PRIVATE, file, 0);
  needed("mapping the document", map != MAP_FAILED && memcmp(map, bytes, 1) == 0);
  close(file);
  FILE *stream = fopen(document, "rb");
  needed("reading it as a stream", stream && fread(bytes, 1, 16, stream) > 0);
  if (stream) fclose(stream);
  size_t size = 100 << 20;
  char *memory = malloc(size);
  if (memory) memset(memory, 1, size);
  needed("100 MB of memory", memory && memory[size - 1] == 1);
  memory = realloc(memory, size / 2);
  needed("giving half of it back", memory != NULL);
  free(memory);
  int first = jurat_memory_file();
  needed("a file in memory", first >= 0 && write(first, "first one", 9) == 9);
  snprintf(path, sizeof path, "/proc/self/fd/%d", first);
  int again = open(path, O_RDONLY | O_CLOEXEC);
  needed("opening it by its path", again >= 0 && read(again, bytes, 16) == 9);
  close(again);
  close(first);
  int second = jurat_memory_file();
  needed("an empty one after it",
         second >= 0 && fstat(second, &status) == 0 && status.st_size == 0);
  needed("writing from its start", write(second, "two", 3) == 3 && pread(second, bytes, 3, 0) == 3);
  close(second);
  struct timespec now;
  struct rlimit limit;
  struct rusage usage;
  needed("the time", clock_gettime(CLOCK_REALTIME, &now) == 0 && time(NULL) > 1700000000);
  needed("CPU time", clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now) == 0);
  needed("waiting", nanosleep(&(struct timespec){0, 1000}, NULL) == 0);
  needed("asking for a limit", getrlimit(RLIMIT_AS, &limit) == 0);
  needed("asking for what was used", getrusage(RUSAGE_SELF, &usage) == 0);
  needed("no terminal", isatty(0) == 0 && errno == ENOTTY);
  unsigned char random[8];
  needed("random numbers", syscall(SYS_getrandom, random, sizeof random, 0) == sizeof random);
  signal(SIGUSR1, count_signal);
  needed("raising a signal", raise(SIGUSR1) == 0 && signals == 1);
  pthread_t thread;
  int file_of_thread = 0;
  needed("a thread", pthread_create(&thread, NULL, in_thread, &file_of_thread) == 0 &&
                         pthread_join(thread, NULL) == 0);
  errno = EACCES;
  attempt("read /etc/passwd in a thread", file_of_thread);
  needed("standard output", write(STDOUT_FILENO, "", 0) == 0);
}

// MARK: All of it

static char first_file[PATH_MAX];

static int find_file(const char *folder) {
  DIR *listing = opendir(folder);
  if (!listing) return 0;
  struct dirent *entry;
  while ((entry = readdir(listing))) {
    struct stat status;
    snprintf(first_file, sizeof first_file, "%s/%s", folder, entry->d_name);
    if (stat(first_file, &status) == 0 && S_ISREG(status.st_mode)) break;
  }
  closedir(listing);
  return entry != NULL;
}

int main(int count, char **arguments) {
  int confined = 1, aborts = 0, x32 = 0, int80 = 0, next = 1;
  for (; next < count && arguments[next][0] == '-'; next++) {
    if (strcmp(arguments[next], "--unconfined") == 0) confined = 0;
    if (strcmp(arguments[next], "--abort") == 0) aborts = 1;
    if (strcmp(arguments[next], "--x32") == 0) x32 = 1;
    if (strcmp(arguments[next], "--int80") == 0) int80 = 1;
  }
  if (count - next < 3 || (!confined && geteuid() == 0)) return 64;
  const char *document = arguments[next], *folder = arguments[next + 1];
  const char *victim = arguments[next + 2];
  const char *readable[256] = {document};
  size_t readable_count = 1;
  for (int index = next + 3; index < count && readable_count < 256; index++) {
    readable[readable_count++] = arguments[index];
  }
  setvbuf(stdout, NULL, _IONBF, 0);

  jurat_close_inherited();
  if (!find_file(folder)) return 64;
  // Open before the guards are: so that it is the calls which are refused, not the opening.
  int victim_file = open(victim, O_RDWR | O_CLOEXEC);
  int folder_file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int source = open(document, O_RDONLY | O_CLOEXEC);
  if (victim_file < 0 || folder_file < 0 || source < 0) return 64;
  const uint64_t address_space = 1ULL << 30;
  if (confined) {
    needed("limiting the process", jurat_limit_process(address_space) == 0);
    int guards = jurat_confine(readable, readable_count);
    printf("guards %d\n", guards);
  }
  need(document);
  try_reading(folder, first_file, folder_file);
  try_changing(victim, victim_file, document, source);
  try_processes(confined);
  try_children();
  try_channels();
  try_code(source);
  try_limits();
  if (confined) try_beyond_limits(address_space);
  try_namespaces();
  char path[PATH_MAX];
  snprintf(path, sizeof path, "%s.moved", victim);
  attempt("rename", renameat(AT_FDCWD, victim, AT_FDCWD, path));
  attempt("unlink", unlinkat(AT_FDCWD, confined ? victim : path, 0));
  char *program[] = {"sh", "-c", "echo ALLOWED execve; exit 1", NULL};
  char *environment[] = {NULL};
  if (confined || getenv("ESCAPES_EXECUTE")) {
    attempt("execveat", syscall(SYS_execveat, AT_FDCWD, "/bin/sh", program, environment, 0));
    attempt("execve", execve("/bin/sh", program, environment));
  }
  printf("%d failures\n", failures);
  if (failures > 0) return 1;
  if (aborts) abort();
#ifdef __x86_64__
  if (x32) syscall(0x40000000 + SYS_getpid);
  if (int80) {
    // exit(0) of the 32-bit ABI.
    __asm__ volatile("int $0x80" : : "a"(1), "b"(0));
  }
#else
  (void)x32;
  (void)int80;
#endif
  return 0;
}
