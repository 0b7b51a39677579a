/* bench_segment.c - newsgraph bench segment|time INPUT...: megabytes a second
 * on one core, texts in memory. */
#include "cli/bench.h"
#include "cli/choose.h"
#include "core/buf.h"
#include "doc.h"

#include <getopt.h>
#include <stdio.h>
#include <zlib.h>

enum { ROUNDS = 5 };

static bool
read_all(const char *path, ng_buf *buf)
{
  gzFile f = gzopen(path, "rb");
  int n = f ? 1 : -1;
  while (n > 0) {
    char *room = ng_buf_room(buf, 1 << 16);
    n = room ? gzread(f, room, 1 << 16) : -1;
    buf->len += n > 0 ? (size_t)n : 0;
  }
  if (f)
    (void)gzclose(f);
  if (n < 0)
    (void)fprintf(stderr, "newsgraph: %s: cannot be read\n", path);
  return n == 0;
}

typedef struct {
  double best; /* seconds, of the fastest round */
  uint64_t tokens, sentences, times;
  bool find_times; /* time ng_find_times(), not ng_segment() */
} timing;

/* Run the stages over `doc`; adds the seconds that the one in question takes.
 */
static bool
time_doc(ng_doc *doc, timing *out, double *spent)
{
  double start = bench_seconds();
  if (ng_segment(NULL, doc, NULL) != NG_OK)
    return false;
  double middle = bench_seconds();
  doc->date = 20200712;
  if (out->find_times && ng_find_times(NULL, doc, NULL) != NG_OK)
    return false;
  *spent += out->find_times ? bench_seconds() - middle : middle - start;
  out->tokens += doc->tokens.n;
  out->sentences += doc->sentences.n;
  out->times += doc->times.n;
  return true;
}

/* Segment `text` in pieces of about an article's size, cut at line ends, since
 * that is what the pipeline does; the copying into a document is not timed. */
static bool
time_round(ng_str text, timing *out)
{
  enum { PIECE = 4096 };
  double spent = 0;
  out->tokens = out->sentences = out->times = 0;
  for (size_t i = 0, end; i < text.len; i = end) {
    end = i + PIECE < text.len ? i + PIECE : text.len;
    const char *line = memchr(text.at + end, '\n', text.len - end);
    end = line ? (size_t)(line - text.at) + 1 : text.len;
    ng_doc *doc;
    if (ng_doc_new(&doc, ng_str_slice(text, i, end), SIZE_MAX, NULL) != NG_OK)
      return false;
    bool ok = time_doc(doc, out, &spent);
    ng_doc_free(doc);
    if (!ok)
      return false;
  }
  if (out->best == 0 || spent < out->best)
    out->best = spent;
  return true;
}

static void
print(const timing *t, size_t bytes)
{
  double rate = t->best > 0 ? 1e-6 / t->best : 0;
  (void)printf("bytes\t%zu\ntokens\t%llu\nsentences\t%llu\n", bytes,
               (unsigned long long)t->tokens, (unsigned long long)t->sentences);
  if (t->find_times)
    (void)printf("times\t%llu\n", (unsigned long long)t->times);
  (void)printf("MB/s\t%.1f\nmillion tokens/s\t%.2f\n", (double)bytes * rate,
               (double)t->tokens * rate);
}

static int
bench(int argc, char **argv, bool find_times)
{
  static const char usage[] =
      "Usage: newsgraph bench segment|time INPUT...\n\n"
      "Segment the files' text, plain or gzipped, or find its times, in "
      "memory\n"
      "on one core, five times over; print the speed of the fastest round.\n";
  int status = cli_only_files("bench", usage, argc, argv);
  if (status >= 0)
    return status;
  ng_buf buf = {0};
  timing t = {.find_times = find_times};
  bool ok = true;
  for (int i = optind; i < argc; i++)
    ok &= read_all(argv[i], &buf);
  for (int k = 0; k < ROUNDS && buf.len; k++)
    ok &= time_round((ng_str){buf.at, buf.len}, &t);
  print(&t, buf.len);
  ng_buf_release(&buf);
  return ok ? 0 : 1;
}

int
bench_segment(int argc, char **argv)
{
  return bench(argc, argv, false);
}

int
bench_time(int argc, char **argv)
{
  return bench(argc, argv, true);
}
