/* What goes through the pipe is blocks, each a length and its records:
 *
 *   uint64 bytes | 'Q' term term term term | 'Q' ... | 'E' ng_error
 *   term: uint8 kind [| uint32 length, value [| uint32 length, type]]
 *
 * The last record is an 'E', with the reader's result; where it is missing the
 * child died.  Both ends are this program, so byte order is the machine's, but
 * the child may have been corrupted by what it read: every length is checked.
 */
#include "rdf/child.h"
#include "rdf/redland.h"

#include "core/buf.h"
#include "core/fail.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
  BLOCK = 1 << 18, /* bytes gathered before they are sent */
  PIPE = 1 << 20,  /* bytes of pipe asked for, so that both sides keep busy */
  CPU_SECONDS = 3600,
};

static const uint64_t MAX_BLOCK = (uint64_t)2 << 30;
static const rlim_t MEMORY = (rlim_t)4 << 30;

/* --- the child ------------------------------------------------------------ */

typedef struct {
  int fd;
  ng_buf block;
} sender;

static void
put_text(ng_buf *to, ng_str s)
{
  uint32_t len = (uint32_t)s.len;
  ng_buf_put(to, &len, sizeof len);
  ng_buf_str(to, s);
}

static bool
has_type(unsigned char kind)
{
  return kind == NG_TERM_TYPED || kind == NG_TERM_LANG;
}

static void
put_term(ng_buf *to, const ng_term *term)
{
  ng_buf_char(to, (char)term->kind);
  if (term->kind == NG_TERM_NONE)
    return;
  put_text(to, term->value);
  if (has_type(term->kind))
    put_text(to, term->type);
}

static ng_status
send_block(sender *s, ng_error *err)
{
  if (s->block.failed)
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  uint64_t left = s->block.len - sizeof left;
  memcpy(s->block.at, &left, sizeof left);
  for (size_t i = 0; i < s->block.len;) {
    ssize_t n = write(s->fd, s->block.at + i, s->block.len - i);
    if (n < 0 && errno != EINTR)
      return ng_fail(err, NG_ERR_IO, 0, "broken pipe");
    i += n > 0 ? (size_t)n : 0;
  }
  s->block.len = sizeof left;
  return NG_OK;
}

static ng_status
send_quad(void *to, const ng_quad *quad, ng_error *err)
{
  sender *s = to;
  const ng_term *terms[] = {&quad->subject, &quad->predicate, &quad->object,
                            &quad->graph};
  ng_buf_char(&s->block, 'Q');
  for (size_t i = 0; i < 4; i++) {
    if (terms[i]->value.len > MAX_BLOCK / 4)
      return ng_fail(err, NG_ERR_LIMIT, 0, "a literal is too long");
    put_term(&s->block, terms[i]);
  }
  return s->block.len < BLOCK ? NG_OK : send_block(s, err);
}

/* Bytes of memory this process has of its own. */
static rlim_t
own_memory(void)
{
  unsigned long pages = 0;
  FILE *f = fopen("/proc/self/statm", "r");
  if (f) {
    if (fscanf(f, "%*u %*u %*u %*u %*u %lu", &pages) != 1)
      pages = 0;
    (void)fclose(f);
  }
  return (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE);
}

static void
set_limit(int what, rlim_t most)
{
  struct rlimit old;
  if (getrlimit((__rlimit_resource_t)what, &old) == 0) {
    old.rlim_cur = most < old.rlim_max ? most : old.rlim_max;
    (void)setrlimit((__rlimit_resource_t)what, &old);
  }
}

static void
set_limits(void)
{
  set_limit(RLIMIT_CORE, 0);
  set_limit(RLIMIT_FSIZE, 0);
  set_limit(RLIMIT_CPU, CPU_SECONDS);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  set_limit(RLIMIT_DATA, own_memory() + MEMORY);
#else
  (void)own_memory; /* the sanitizers' shadow would count */
  (void)MEMORY;
#endif
}

static _Noreturn void
run_child(ng_rdf_work *work, void *with, int fd)
{
  sender s = {.fd = fd};
  ng_error err = {0};
  uint64_t none = 0;
  set_limits();
  ng_buf_put(&s.block, &none, sizeof none);
  err.status = work(with, (ng_rdf_sink){send_quad, &s}, &err);
  ng_buf_char(&s.block, 'E');
  ng_buf_put(&s.block, &err, sizeof err);
  _exit(send_block(&s, NULL) == NG_OK ? 0 : 1);
}

/* --- the parent ----------------------------------------------------------- */

typedef struct {
  const char *at, *end;
  bool bad;
} cursor;

static ng_str
get_bytes(cursor *c, size_t n)
{
  if (n > (size_t)(c->end - c->at)) {
    c->bad = true;
    n = 0;
  }
  ng_str s = {c->at, n};
  c->at += n;
  return s;
}

static ng_str
get_text(cursor *c)
{
  uint32_t len = 0;
  ng_str head = get_bytes(c, sizeof len);
  if (!c->bad)
    memcpy(&len, head.at, sizeof len);
  return get_bytes(c, len);
}

static ng_term
get_term(cursor *c)
{
  ng_term term = {0};
  ng_str kind = get_bytes(c, 1);
  if (c->bad || *kind.at == NG_TERM_NONE)
    return term;
  term.kind = (uint8_t)*kind.at;
  if (term.kind > NG_TERM_BLANK)
    c->bad = true;
  term.value = get_text(c);
  if (has_type(term.kind))
    term.type = get_text(c);
  return term;
}

typedef struct {
  const char *name;
  int fd;
  ng_rdf_sink sink;
  bool ended; /* the child's own result has come: `result` */
  ng_error result;
} receiver;

static ng_status
take_result(receiver *r, cursor *c, ng_error *err)
{
  ng_str bytes = get_bytes(c, sizeof r->result);
  if (c->bad)
    return NG_ERR_CORRUPT;
  memcpy(&r->result, bytes.at, sizeof r->result);
  r->result.text[sizeof r->result.text - 1] = '\0';
  r->ended = true;
  if (err)
    *err = r->result;
  return r->result.status;
}

static ng_status
take_block(receiver *r, ng_str block, ng_error *err)
{
  cursor c = {block.at, block.at + block.len, false};
  while (c.at < c.end && !c.bad && !r->ended) {
    char tag = *c.at++;
    if (tag == 'E') {
      ng_status st = take_result(r, &c, err);
      if (!c.bad)
        return st;
    } else if (tag == 'Q') {
      ng_quad quad = {.subject = get_term(&c)};
      quad.predicate = get_term(&c);
      quad.object = get_term(&c);
      quad.graph = get_term(&c);
      if (!c.bad)
        NG_TRY(r->sink.take(r->sink.to, &quad, err));
    } else
      c.bad = true;
  }
  if (c.bad)
    return ng_fail(err, NG_ERR_CORRUPT, 0, "%s: the RDF parser went astray",
                   r->name);
  return NG_OK;
}

/* Fill `to`; false at the end of the pipe. */
static bool
read_all(int fd, char *to, size_t n)
{
  for (size_t i = 0; i < n;) {
    ssize_t got = read(fd, to + i, n - i);
    if (got == 0 || (got < 0 && errno != EINTR))
      return false;
    i += got > 0 ? (size_t)got : 0;
  }
  return true;
}

static ng_status
receive(receiver *r, ng_error *err)
{
  ng_buf block = {0};
  ng_status st = NG_OK;
  uint64_t len;
  while (st == NG_OK && !r->ended &&
         read_all(r->fd, (char *)&len, sizeof len)) {
    block.len = 0;
    char *to = len <= MAX_BLOCK ? ng_buf_room(&block, len) : NULL;
    if (!to)
      st = ng_fail(err, NG_ERR_LIMIT, 0, "%s: out of memory", r->name);
    else if (!read_all(r->fd, to, len))
      break;
    else
      st = take_block(r, (ng_str){to, len}, err);
  }
  ng_buf_release(&block);
  return st;
}

/* What to say of a child that ended without a result. */
static ng_status
obituary(const char *name, int status, ng_error *err)
{
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
    return ng_fail(err, NG_ERR_LIMIT, 0, "%s: the RDF parser took too long",
                   name);
  return ng_fail(err, NG_ERR_SYNTAX, 0,
                 "%s: the RDF parser crashed on this file (%s)", name,
                 WIFSIGNALED(status) ? strsignal(WTERMSIG(status))
                                     : "out of memory?");
}

static ng_status
run_parent(receiver *r, pid_t child, ng_error *err)
{
  ng_status st = receive(r, err);
  int status = 0;
  if (!r->ended && st != NG_OK)
    (void)kill(child, SIGKILL);
  (void)close(r->fd);
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return r->ended || st != NG_OK ? st : obituary(r->name, status, err);
}

ng_status
ng_rdf_in_child(ng_rdf_work *work, void *with, const char *name,
                ng_rdf_sink sink, ng_error *err)
{
  int ends[2];
  if (pipe2(ends, O_CLOEXEC))
    return ng_fail(err, NG_ERR_IO, 0, "cannot make a pipe: %s",
                   strerror(errno));
  (void)fcntl(ends[1], F_SETPIPE_SZ, PIPE);
  (void)ng_raptor_load(); /* once, not again in every child */
  pid_t child = fork();
  if (child == 0) {
    /* or it would wait for ever for a parent that was killed to read on */
    (void)close(ends[0]);
    run_child(work, with, ends[1]);
  }
  (void)close(ends[1]);
  if (child < 0) {
    (void)close(ends[0]);
    return ng_fail(err, NG_ERR_IO, 0, "cannot start a process: %s",
                   strerror(errno));
  }
  receiver r = {.name = name, .fd = ends[0], .sink = sink};
  return run_parent(&r, child, err);
}
