/* Makes each creation of a regular file take SLOW_CREATE_US microseconds longer: a stand-in for file systems with a filter (a
 * virus scanner) or a network below. Loaded with LD_PRELOAD; sleeps in the calling thread, so that threads sleep side by side. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>
#include <unistd.h>

static void delay(void) {
  static long us = -1;
  if (us < 0) us = getenv("SLOW_CREATE_US") ? atol(getenv("SLOW_CREATE_US")) : 1000;
  usleep(us);
}

#define OPEN(name)                                          \
  int name(const char *path, int flags, ...) {              \
    static int (*real)(const char *, int, ...);             \
    if (!real) real = dlsym(RTLD_NEXT, #name);              \
    mode_t mode = 0;                                        \
    if (flags & O_CREAT) {                                  \
      va_list rest;                                         \
      va_start(rest, flags);                                \
      mode = va_arg(rest, mode_t);                          \
      va_end(rest);                                         \
      delay();                                              \
    }                                                       \
    return real(path, flags, mode);                         \
  }

#define OPENAT(name)                                        \
  int name(int dir, const char *path, int flags, ...) {     \
    static int (*real)(int, const char *, int, ...);        \
    if (!real) real = dlsym(RTLD_NEXT, #name);              \
    mode_t mode = 0;                                        \
    if (flags & O_CREAT) {                                  \
      va_list rest;                                         \
      va_start(rest, flags);                                \
      mode = va_arg(rest, mode_t);                          \
      va_end(rest);                                         \
      delay();                                              \
    }                                                       \
    return real(dir, path, flags, mode);                    \
  }

#define FOPEN(name)                                         \
  FILE *name(const char *path, const char *mode) {          \
    static FILE *(*real)(const char *, const char *);       \
    if (!real) real = dlsym(RTLD_NEXT, #name);              \
    if (mode[0] == 'w' || mode[0] == 'a') delay();          \
    return real(path, mode);                                \
  }

OPEN(open)
OPEN(open64)
OPENAT(openat)
OPENAT(openat64)
FOPEN(fopen)
FOPEN(fopen64)
