/* bench_names.c - newsgraph bench names: the name table at its full size, and
 * the whole process against `wc -w` on the same text. */
#include "cli/bench.h"
#include "cli/name_base.h"
#include "core/replace.h"
#include "core/str.h"
#include "kb/spot.h"

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <jansson.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <zlib.h>

static const char usage[] =
    "Usage: newsgraph bench names [-n NAMES] [-m MB] INPUT...\n"
    "\n"
    "Make a table of NAMES names (default 10000000), some from the text of "
    "the\n"
    "files (plain or JSON lines with \"text\", also gzipped), and find them "
    "in\n"
    "that text, repeated to MB megabytes (default 96); five rounds, median.\n"
    "One line a metric: name, tab, value.\n";

enum { ROUNDS = 5, PIECE = 16384 };

static double
now(clockid_t clock)
{
  struct timespec t;
  (void)clock_gettime(clock, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static int
compare_double(const void *a, const void *b)
{
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double
median(double *at, size_t n)
{
  qsort(at, n, sizeof *at, compare_double);
  return at[n / 2];
}

static int
complain(const char *why)
{
  (void)fprintf(stderr, "newsgraph: bench names: %s\n", why);
  return 1;
}

/* --- the text ------------------------------------------------------------- */

/* The "text" of a JSON line, or the line itself. */
static void
put_line(ng_buf *out, ng_str line)
{
  json_t *object = line.len && line.at[0] == '{'
                       ? json_loadb(line.at, line.len, 0, NULL)
                       : NULL;
  const char *text = json_string_value(json_object_get(object, "text"));
  if (text)
    ng_buf_put(out, text, strlen(text));
  else if (!object)
    ng_buf_str(out, line);
  ng_buf_char(out, '\n');
  json_decref(object);
}

static bool
read_text(const char *path, ng_buf *out)
{
  ng_buf all = {0};
  gzFile f = gzopen(path, "rb");
  int n = f ? 1 : -1;
  while (n > 0) {
    char *room = ng_buf_room(&all, 1 << 18);
    n = room ? gzread(f, room, 1 << 18) : -1;
    all.len += n > 0 ? (size_t)n : 0;
  }
  if (f)
    (void)gzclose(f);
  for (size_t i = 0; i < all.len;) {
    const char *end = memchr(all.at + i, '\n', all.len - i);
    size_t stop = end ? (size_t)(end - all.at) : all.len;
    put_line(out, (ng_str){all.at + i, stop - i});
    i = stop + 1;
  }
  ng_buf_release(&all);
  if (n < 0)
    (void)fprintf(stderr, "newsgraph: %s: cannot be read\n", path);
  return n == 0;
}

/* --- finding them --------------------------------------------------------- */

/* What is kept from piece to piece. */
typedef struct {
  ng_arena arena;
  ng_words words;
  ng_hits hits;
  ng_spot_room room;
  uint64_t n_words, n_hits;
} finder;

/* Find names in text[begin, end), cut at line ends into pieces. */
static bool
find_in(finder *f, const ng_kb *kb, ng_starts starts, ng_str text)
{
  for (size_t i = 0, end; i < text.len; i = end) {
    end = i + PIECE < text.len ? i + PIECE : text.len;
    const char *line = memchr(text.at + end - 1, '\n', text.len - end + 1);
    end = line ? (size_t)(line - text.at) + 1 : text.len;
    f->words.n = f->hits.n = 0;
    ng_spot_text piece = {0, &f->words, NULL, 0, &f->arena, &f->room, NULL};
    if (!ng_words_find(&f->arena, (ng_str){text.at + i, end - i},
                       (ng_span){0, (uint32_t)(end - i)}, &f->words) ||
        !ng_kb_spot_starts(kb, starts, &piece, &f->hits))
      return false;
    f->n_words += f->words.n;
    f->n_hits += f->hits.n;
  }
  return true;
}

static bool
time_starts(const ng_kb *kb, ng_starts starts, ng_str text)
{
  double spent[ROUNDS];
  finder f = {0};
  bool done = true;
  ng_arena_init(&f.arena, SIZE_MAX / 2);
  for (unsigned i = 0; i < ROUNDS && done; i++) {
    f.n_words = f.n_hits = 0;
    double start = now(CLOCK_THREAD_CPUTIME_ID);
    done = find_in(&f, kb, starts, text);
    spent[i] = now(CLOCK_THREAD_CPUTIME_ID) - start;
  }
  ng_arena_release(&f.arena);
  if (!done)
    return false;
  const char *what = starts == NG_START_ANY ? "any" : "capital";
  (void)printf("%s.mb_per_s\t%.1f\n%s.words\t%llu\n%s.names_found\t%llu\n",
               what, (double)text.len / median(spent, ROUNDS) * 1e-6, what,
               (unsigned long long)f.n_words, what,
               (unsigned long long)f.n_hits);
  return true;
}

/* What words and their hashes cost without any look-up. */
static bool
time_words(ng_str text)
{
  double spent[ROUNDS];
  ng_arena arena;
  ng_words words = {0};
  bool done = true;
  ng_arena_init(&arena, SIZE_MAX / 2);
  for (unsigned k = 0; k < ROUNDS; k++) {
    double start = now(CLOCK_THREAD_CPUTIME_ID);
    for (size_t i = 0; i < text.len && done; i += PIECE) {
      size_t n = text.len - i < PIECE ? text.len - i : PIECE;
      words.n = 0;
      done = ng_words_find(&arena, (ng_str){text.at + i, n},
                           (ng_span){0, (uint32_t)n}, &words);
    }
    spent[k] = now(CLOCK_THREAD_CPUTIME_ID) - start;
  }
  ng_arena_release(&arena);
  if (done)
    (void)printf("words.mb_per_s\t%.1f\n",
                 (double)text.len / median(spent, ROUNDS) * 1e-6);
  return done;
}

static bool
time_first(const char *path)
{
  static const char sentence[128] =
      "Angela Merkel met the U.S. envoy in Berlin";
  finder f = {0};
  ng_kb *kb;
  ng_arena_init(&f.arena, SIZE_MAX / 2);
  double start = now(CLOCK_MONOTONIC);
  if (ng_kb_open(&kb, path, NULL))
    return false;
  bool done =
      find_in(&f, kb, NG_START_ANY, (ng_str){sentence, strlen(sentence)});
  (void)printf("first_answer_ms\t%.3f\n", (now(CLOCK_MONOTONIC) - start) * 1e3);
  ng_kb_close(kb);
  ng_arena_release(&f.arena);
  return done;
}

/* --- the whole process ---------------------------------------------------- */

/* What the child does: map the base, read the file, count the names. */
static int
run_child(const char *kb_path, const char *text_path)
{
  enum { CHUNK = 1 << 20 };
  ng_kb *kb;
  finder f = {0};
  char *room = malloc(CHUNK + NG_WORD_PAD);
  int file = open(text_path, O_RDONLY | O_CLOEXEC);
  if (!room || file < 0 || ng_kb_open(&kb, kb_path, NULL)) {
    free(room);
    return 1;
  }
  ng_arena_init(&f.arena, SIZE_MAX / 2);
  size_t have = 0;
  bool done = true;
  for (ssize_t n; done && (n = read(file, room + have, CHUNK - have)) > 0;) {
    have += (size_t)n;
    const char *end = memrchr(room, '\n', have);
    size_t whole = end ? (size_t)(end - room) + 1 : have;
    done = find_in(&f, kb, NG_START_CAPITAL, (ng_str){room, whole});
    memmove(room, room + whole, have - whole);
    have -= whole;
  }
  done = done && find_in(&f, kb, NG_START_CAPITAL, (ng_str){room, have});
  (void)printf("%llu\n", (unsigned long long)f.n_hits);
  (void)close(file);
  free(room);
  ng_arena_release(&f.arena);
  ng_kb_close(kb);
  return done ? 0 : 1;
}

/* Wall seconds that a command takes, its output thrown away; below 0 if it
 * cannot be run. */
static double
run_timed(const char *program, char *const *argv)
{
  posix_spawn_file_actions_t actions;
  pid_t child;
  int status;
  if (posix_spawn_file_actions_init(&actions))
    return -1;
  (void)posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  double start = now(CLOCK_MONOTONIC);
  int failed = posix_spawnp(&child, program, &actions, NULL, argv, environ);
  (void)posix_spawn_file_actions_destroy(&actions);
  if (failed || waitpid(child, &status, 0) != child || status)
    return -1;
  return now(CLOCK_MONOTONIC) - start;
}

static bool
time_processes(char *kb_path, char *text_path)
{
  char name[] = "newsgraph", bench[] = "bench", names[] = "names",
       child[] = "--child", wc[] = "wc", w[] = "-w";
  char *ours[] = {name, bench, names, child, kb_path, text_path, NULL};
  char *theirs[] = {wc, w, text_path, NULL};
  double a[ROUNDS], b[ROUNDS];
  for (unsigned i = 0; i < ROUNDS; i++) { /* in turn: the machine may be busy */
    a[i] = run_timed("/proc/self/exe", ours);
    b[i] = run_timed("wc", theirs);
    if (a[i] < 0 || b[i] < 0)
      return false;
  }
  double x = median(a, ROUNDS), y = median(b, ROUNDS);
  (void)printf("process_s\t%.3f\nwc_w_s\t%.3f\nprocess_to_wc_w\t%.2f\n", x, y,
               x / y);
  return true;
}

/* --- all ------------------------------------------------------------------ */

/* Write both files to a new folder, run, and take them away again. */
static bool
run_on_files(ng_kb_image image, ng_str text)
{
  const char *tmp = getenv("TMPDIR");
  char folder[256], kb_path[300], text_path[300];
  (void)snprintf(folder, sizeof folder, "%s/ng-bench-XXXXXX",
                 tmp ? tmp : "/tmp");
  if (!mkdtemp(folder))
    return false;
  (void)snprintf(kb_path, sizeof kb_path, "%s/names.kb", folder);
  (void)snprintf(text_path, sizeof text_path, "%s/text", folder);
  bool done =
      ng_replace_file(kb_path, (ng_str){image.at, image.size}, NULL) == NG_OK &&
      ng_replace_file(text_path, text, NULL) == NG_OK && time_first(kb_path) &&
      time_processes(kb_path, text_path);
  (void)unlink(kb_path);
  (void)unlink(text_path);
  (void)rmdir(folder);
  return done;
}

static bool
run_all(size_t n_names, ng_str text)
{
  ng_kb_image image;
  ng_kb *kb;
  if (!make_base(n_names, text, &image))
    return false;
  bool done = ng_kb_open_memory(&kb, image.at, image.size, NULL) == NG_OK;
  if (done) {
    done = time_words(text) && time_starts(kb, NG_START_ANY, text) &&
           time_starts(kb, NG_START_CAPITAL, text);
    ng_kb_close(kb);
  }
  done = done && run_on_files(image, text);
  free(image.at);
  return done;
}

/* Repeat the text until it has `size` bytes, and pad it. */
static bool
repeat(ng_buf *text, size_t size)
{
  size_t once = text->len;
  while (text->len && text->len < size && ng_buf_room(text, once)) {
    memcpy(text->at + text->len, text->at, once);
    text->len += once;
  }
  char *pad = ng_buf_room(text, NG_WORD_PAD);
  if (pad)
    memset(pad, 0, NG_WORD_PAD);
  return pad && once;
}

int
bench_names(int argc, char **argv)
{
  unsigned long n = 10000000, mb = 96;
  if (argc == 4 && strcmp(argv[1], "--child") == 0)
    return run_child(argv[2], argv[3]);
  if (argc > 1 && strcmp(argv[1], "--help") == 0) {
    (void)fputs(usage, stdout);
    return 0;
  }
  for (int c; (c = getopt(argc, argv, "n:m:")) != -1;) {
    if (c == '?') {
      (void)fputs(usage, stderr);
      return 2;
    }
    *(c == 'n' ? &n : &mb) = strtoul(optarg, NULL, 10);
  }
  if (optind == argc || n < 1 || n > 100000000 || mb < 1 || mb > 4096) {
    (void)fputs(usage, stderr);
    return 2;
  }
  ng_buf text = {0};
  bool done = true;
  for (int i = optind; i < argc; i++)
    done &= read_text(argv[i], &text);
  if (!done || !repeat(&text, (size_t)mb << 20)) {
    ng_buf_release(&text);
    return complain("no text");
  }
  done = run_all(n, (ng_str){text.at, text.len});
  ng_buf_release(&text);
  if (!done)
    return complain(errno ? strerror(errno) : "out of memory");
  return 0;
}
