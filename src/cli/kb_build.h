/* kb_build.h - newsgraph kb build. */
#ifndef NG_KB_BUILD_COMMAND_H
#define NG_KB_BUILD_COMMAND_H

int kb_build(int argc, char **argv);

#endif /* NG_KB_BUILD_COMMAND_H */
