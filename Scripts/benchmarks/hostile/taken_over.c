// Stands for code that got hold of a reader through a document. Loaded before the reader (LD_PRELOAD), it acts at the
// first question, when the reader has given up its rights. How its calls were answered is counted in HOSTILE_LOG, which
// is mapped before: a mapping stays when descriptors are closed and files cannot be opened any more.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

struct counts {
  int allowed, refused;
};

static struct counts *counts;
// Of the files in HOSTILE_FOLDER, listed while that is still allowed.
static char *paths[1000];
static int path_count;

static int list(const char *path, const struct stat *status, int kind, struct FTW *place) {
  (void)status, (void)place;
  if (kind == FTW_F && path_count < 1000) paths[path_count++] = strdup(path);
  return 0;
}

__attribute__((constructor)) static void prepare(void) {
  int file = open(getenv("HOSTILE_LOG"), O_RDWR | O_CREAT, 0600);
  if (file < 0 || ftruncate(file, sizeof *counts) != 0) abort();
  counts = mmap(NULL, sizeof *counts, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (counts == MAP_FAILED) abort();
  close(file);
  // FTW_PHYS: only what is there, no links.
  if (getenv("HOSTILE_FOLDER")) nftw(getenv("HOSTILE_FOLDER"), list, 16, FTW_PHYS);
}

static void count(int result) { *(result < 0 ? &counts->refused : &counts->allowed) += 1; }

static void empty(const char *path) {
  count(truncate(path, 0));
  count(chmod(path, 0666));
}

static void type_into_terminal(void) {
  const char line[] = "echo INJECTED\n";
  // Reading is enough to type.
  int terminal = open("/dev/tty", O_RDONLY | O_NOCTTY);
  count(terminal);
  for (int file = 0; file <= 2; file++) {
    for (const char *letter = line; *letter; letter++) count(ioctl(file, TIOCSTI, letter));
  }
  for (const char *letter = line; terminal >= 0 && *letter; letter++) count(ioctl(terminal, TIOCSTI, letter));
}

static void act(void) {
  for (int index = 0; index < path_count; index++) empty(paths[index]);
  if (path_count == 0) type_into_terminal();
}

ssize_t read(int file, void *buffer, size_t size) {
  static ssize_t (*real)(int, void *, size_t);
  if (!real) real = (ssize_t(*)(int, void *, size_t))dlsym(RTLD_NEXT, "read");
  ssize_t result = real(file, buffer, size);
  if (file == 0 && result > 0) act();
  return result;
}
