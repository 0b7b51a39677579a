#include "cli/progress.h"

#include <stdio.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

enum { FIRST_MS = 1000, EVERY_MS = 200 };

static int64_t
now_ms(void)
{
  struct timespec t;
  (void)clock_gettime(CLOCK_MONOTONIC, &t);
  return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

void
cli_progress_init(cli_progress *progress, const cli_request *request)
{
  bool wanted = request->progress == CLI_ALWAYS ||
                (request->progress == CLI_AUTO && isatty(STDERR_FILENO));
  *progress = (cli_progress){.on = wanted && !request->quiet};
  progress->started = now_ms();
}

static double
per_second(double amount, int64_t ms)
{
  return amount * 1000 / (double)(ms > 0 ? ms : 1);
}

void
cli_progress_show(cli_progress *progress, uint64_t articles, uint64_t bytes)
{
  if (!progress->on)
    return;
  int64_t now = now_ms(), elapsed = now - progress->started;
  if (elapsed < FIRST_MS || now - progress->last < EVERY_MS)
    return;
  progress->last = now;
  progress->shown = true;
  (void)fprintf(stderr, "\r\033[K%llu articles, %.1f MB, %.0f articles/s",
                (unsigned long long)articles, (double)bytes / 1e6,
                per_second((double)articles, elapsed));
}

void
cli_progress_clear(cli_progress *progress)
{
  if (progress->shown)
    (void)fputs("\r\033[K", stderr);
  progress->shown = false;
}

void
cli_progress_summary(const cli_progress *progress, uint64_t articles,
                     uint64_t bytes)
{
  int64_t elapsed = now_ms() - progress->started;
  struct rusage use;
  (void)getrusage(RUSAGE_SELF, &use);
  (void)fprintf(stderr,
                "newsgraph: %llu articles, %.3f MB of text in %.3f s: "
                "%.1f MB/s, %.0f articles/s; peak memory %.1f MB\n",
                (unsigned long long)articles, (double)bytes / 1e6,
                (double)elapsed / 1e3, per_second((double)bytes / 1e6, elapsed),
                per_second((double)articles, elapsed),
                (double)use.ru_maxrss / 1e3);
}
