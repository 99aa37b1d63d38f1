# SPDX-License-Identifier: GPL-3.0-or-later
# One place for language level, warnings and the strict Qt defines; every target of ours links ffp_settings.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

option(FFP_WERROR "Treat warnings as errors" OFF)
set(FFP_SANITIZE "" CACHE STRING "Sanitizers to build with, such as address,undefined")
option(FFP_COVERAGE "Instrument for gcov" OFF)
option(FFP_FUZZ "Build the libFuzzer harnesses (clang only)" OFF)

# Parsing Qt's headers is most of the work of compiling a source here. Off for work on the code: there a
# missing #include shall be an error, and the compiler cache serves every checkout.
option(FFP_PCH "Precompile the headers of Qt and of the standard library" OFF)
set(FFP_PCH_CORE <QByteArray> <QDate> <QDateTime> <QFile> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList>
    <QObject> <QRegularExpression> <QSet> <QString> <QStringList> <algorithm> <array> <functional> <map> <memory>
    <optional> <set> <span> <string> <tl/expected.hpp> <variant> <vector>)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(ffp_launcher "${CCACHE_PROGRAM}")
    if(FFP_PCH) # ccache takes precompiled headers only with this
        set(ffp_launcher "${CMAKE_COMMAND};-E;env;CCACHE_SLOPPINESS=pch_defines,time_macros;${CCACHE_PROGRAM}")
    endif()
    set(CMAKE_C_COMPILER_LAUNCHER "${ffp_launcher}")
    set(CMAKE_CXX_COMPILER_LAUNCHER "${ffp_launcher}")
endif()

add_library(ffp_settings INTERFACE)
target_include_directories(ffp_settings INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_options(ffp_settings INTERFACE -Wall -Wextra)
target_compile_definitions(ffp_settings INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_FOREACH
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    FFP_VERSION="${PROJECT_VERSION}")
# The program reads files from anywhere: what users get has the compiler's and the linker's guards on.
# (asserts stay: a broken invariant shall stop the program, not the data)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
target_compile_options(ffp_settings INTERFACE
    "$<$<CONFIG:Release>:-fstack-protector-strong;-D_FORTIFY_SOURCE=2;-D_GLIBCXX_ASSERTIONS>")
target_link_options(ffp_settings INTERFACE "$<$<CONFIG:Release>:-pie;-Wl,-z,relro,-z,now>")
if(FFP_PCH AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(ffp_settings INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-fpch-preprocess>) # ccache wants it
endif()
if(FFP_WERROR)
    target_compile_options(ffp_settings INTERFACE -Werror)
endif()
if(FFP_SANITIZE)
    target_compile_options(ffp_settings INTERFACE -fsanitize=${FFP_SANITIZE} -fno-omit-frame-pointer)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU") # it loses sight of values behind the sanitizers' checks
        target_compile_options(ffp_settings INTERFACE -Wno-maybe-uninitialized)
    endif()
    target_link_options(ffp_settings INTERFACE -fsanitize=${FFP_SANITIZE})
endif()
if(FFP_COVERAGE)
    target_compile_options(ffp_settings INTERFACE --coverage)
    target_link_options(ffp_settings INTERFACE --coverage)
endif()

# lld links the many test programs several times faster than the default linker.
find_program(LLD_PROGRAM ld.lld)
if(LLD_PROGRAM)
    target_link_options(ffp_settings INTERFACE -fuse-ld=lld)
endif()
