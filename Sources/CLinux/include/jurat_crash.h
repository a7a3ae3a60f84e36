#ifndef JURAT_CRASH_H
#define JURAT_CRASH_H

/// From now on a crash of this process (SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE) leaves an
/// empty file at `path` before the process dies of it as it would have. An end from outside, such as
/// SIGKILL, leaves none. Returns 0, or -1 where the path is too long or a signal cannot be handled.
int jurat_mark_crashes(const char *path);

#endif
