#include "jurat_confinement.h"

#include <dlfcn.h>
#include <iconv.h>

void jurat_load_libraries(void) {
  // NSS loads these when poppler first checks a signature, by the paths under which the loader now
  // has them, so that they are not opened again. libfreeblpriv3 and SQLite belong to libsoftokn3.
  static const char *const libraries[] = {"libsoftokn3.so", "libfreeblpriv3.so", "libfreebl3.so"};
  for (size_t index = 0; index < sizeof libraries / sizeof *libraries; index++) {
    (void)dlopen(libraries[index], RTLD_NOW);
  }
  // The C library loads a module an encoding. zbar asks for those of QR codes (qrdectxt.c), poppler
  // and GLib for UTF-16. They stay loaded because what is opened here is never closed.
  static const char *const encodings[] = {
      "UTF-16",     "UTF-16BE",   "UTF-16LE",   "UTF-32",     "ISO8859-1",  "ISO8859-2",
      "ISO8859-3",  "ISO8859-4",  "ISO8859-5",  "ISO8859-6",  "ISO8859-7",  "ISO8859-8",
      "ISO8859-9",  "ISO8859-10", "ISO8859-11", "ISO8859-13", "ISO8859-14", "ISO8859-15",
      "ISO8859-16", "CP437",      "CP1250",     "CP1251",     "CP1252",     "CP1256",
      "SJIS",       "BIG5",       "EUC-KR",     "GBK",        "GB18030",    "EUC-JP",
  };
  for (size_t index = 0; index < sizeof encodings / sizeof *encodings; index++) {
    (void)iconv_open("UTF-8", encodings[index]);
    (void)iconv_open(encodings[index], "UTF-8");
  }
}
