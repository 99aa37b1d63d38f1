#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-tidy over the compile database, one process per core, remembering what was clean.

The memory is one empty file per clean source below $XDG_CACHE_HOME/fangfanpin-tidy, named by a hash of the
source, every header of ours that it reads, the compiler flags, .clang-tidy and the versions of clang-tidy
and Qt. Which headers a source reads is what the last build found out (ninja's dependency log)."""
import concurrent.futures
import functools
import hashlib
import json
import os
import re
import shlex
import subprocess
import sys
import time

build = os.path.abspath(sys.argv[1])
root = os.getcwd()
wanted = {os.path.abspath(path) for path in sys.argv[2:]}
cache = os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "fangfanpin-tidy")
os.makedirs(cache, exist_ok=True)
database_folder = os.path.join(build, "tidy")
os.makedirs(database_folder, exist_ok=True)


def plain(command):
    words = shlex.split(command)
    kept = []
    skip = False
    for word, following in zip(words, words[1:] + [""]):
        if skip:
            skip = False
        elif word == "-include" and os.path.basename(following).startswith("cmake_pch"):
            skip = True
        elif word not in ("-Winvalid-pch", "-fpch-preprocess"):
            kept.append(word)
    return shlex.join(kept)


def entries():
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as file:
        database = json.load(file)
    found = {}
    for entry in database:
        path = os.path.normpath(os.path.join(entry["directory"], entry["file"]))
        entry["command"] = plain(entry["command"])
        if path in wanted or (not wanted and re.match(r"(app|core|ui)/.*\.cpp$", os.path.relpath(path, root))):
            found[path] = entry
    # clang cannot read the compiler's precompiled headers: a database without them.
    with open(os.path.join(database_folder, "compile_commands.json"), "w", encoding="utf-8") as file:
        json.dump(list(found.values()), file)
    unknown = wanted - found.keys()
    if unknown:
        sys.exit("scripts/tidy: not in the compile database: " + " ".join(sorted(unknown)))
    return found


def headers():
    """Object file as the compile database names it -> the files below the root that it was made from."""
    listing = subprocess.run(["ninja", "-C", build, "-t", "deps"], capture_output=True, text=True).stdout
    found = {}
    target = None
    for line in listing.splitlines():
        if line.startswith("    ") and target:
            path = os.path.normpath(os.path.join(build, line.strip()))
            if path.startswith(root + os.sep):
                found[target].append(path)
        elif "#deps" in line and "(VALID)" in line:
            target = line.split(":")[0]
            found[target] = []
        else:
            target = None
    return found


@functools.lru_cache(maxsize=None)
def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


settings = (digest(".clang-tidy") + subprocess.check_output(["clang-tidy", "--version"], text=True)
            + subprocess.check_output(["pkg-config", "--modversion", "Qt6Core"], text=True))
known_headers = headers()


def key_of(path, entry):
    """None when the build does not know the headers: then the source is read again."""
    words = entry.get("arguments") or shlex.split(entry["command"])
    target = words[words.index("-o") + 1] if "-o" in words else None
    if target not in known_headers:
        return None
    flags = " ".join(words).replace(build, "BUILD").replace(root, "ROOT")
    parts = [settings, flags] + [os.path.relpath(file, root) + digest(file)
                                 for file in sorted(set(known_headers[target]) | {path})]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def look(item):
    path, entry = item
    key = key_of(path, entry)
    mark = os.path.join(cache, key) if key else None
    if mark and os.path.exists(mark):
        os.utime(mark)
        return "", True
    run = subprocess.run(["clang-tidy", "--quiet", "-p", database_folder, path], capture_output=True, text=True)
    if run.returncode == 0:
        if mark:
            with open(mark, "w", encoding="utf-8"):
                pass
        return "", False
    return run.stdout or run.stderr, False


started = time.monotonic()
sources = entries()
bad = remembered = 0
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    for words, known in pool.map(look, sorted(sources.items())):
        remembered += known
        if words:
            bad += 1
            print(words, flush=True)
for mark in os.scandir(cache):
    if mark.stat().st_mtime < time.time() - 30 * 86400:
        os.unlink(mark.path)
print(f"clang-tidy: {len(sources)} sources, {remembered} known clean, {bad} with findings, "
      f"{time.monotonic() - started:.0f} s")
sys.exit(1 if bad else 0)
