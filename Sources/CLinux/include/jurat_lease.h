#ifndef JURAT_LEASE_H
#define JURAT_LEASE_H

/// Whether any process has the open file `fd` open for writing: 1 yes, 0 no, -1 where the file
/// system cannot tell. Asks the kernel for a read lease (F_SETLEASE, which Swift cannot name:
/// the macro stands behind _GNU_SOURCE) and gives it back at once.
int jurat_has_writer(int fd);

#endif
