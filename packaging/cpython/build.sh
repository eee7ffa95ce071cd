#!/bin/sh
# Builds CPython inside the build root: build.sh SOURCE PREFIX [BUILD_PYTHON]
# With BUILD_PYTHON (the finished one for x86-64) it is cross-compiled for arm64.
set -eu
header=$(dirname "$(readlink -f "$0")")/old_glibc.h
source=$1 prefix=$2 build_python=${3:-}
strip=strip
set --
# What glibc 2.29 to 2.31 brought: without it CPython takes its older ways.
export ac_cv_func_sem_clockwait=no ac_cv_func_pthread_cond_clockwait=no \
    ac_cv_func_posix_spawn_file_actions_addclosefrom_np=no
if [ -n "$build_python" ]; then
    strip=aarch64-linux-gnu-strip
    export ac_cv_buggy_getaddrinfo=no ac_cv_file__dev_ptmx=yes ac_cv_file__dev_ptc=no \
        PKG_CONFIG_LIBDIR=/usr/lib/aarch64-linux-gnu/pkgconfig
    set -- --host=aarch64-linux-gnu --build=x86_64-linux-gnu "--with-build-python=$build_python"
fi
rm -rf "$prefix"
cd "$source"
./configure -q --prefix="$prefix" --enable-shared --without-ensurepip --disable-test-modules \
    "CFLAGS=-include $header" "LDFLAGS=-Wl,-rpath,$prefix/lib" "$@"
make -s -j2
make -s install
find "$prefix" -type f \( -name '*.so*' -o -name 'python3.??' \) -exec "$strip" --strip-debug {} +
