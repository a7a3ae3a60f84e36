#define _GNU_SOURCE
#include "jurat_lease.h"

#include <errno.h>
#include <fcntl.h>

int jurat_has_writer(int fd) {
  if (fcntl(fd, F_SETLEASE, F_RDLCK) == 0) {
    fcntl(fd, F_SETLEASE, F_UNLCK);
    return 0;
  }
  return errno == EAGAIN || errno == EBUSY ? 1 : -1;
}
