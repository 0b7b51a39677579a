#include "test.h"

#include "kb/format.h"
#include "kb_exercise.h"
#include "kb_file.h"

static const char small[] =
    "wd:Q403 ng:kind \"country\" ; rdfs:label \"Serbia\" ;\n"
    "  ng:demonym \"Serbs\" ; ng:capital wd:Q3711 .\n"
    "wd:Q3711 a schema:City ; rdfs:label \"Belgrade\" .\n"
    "wd:Q222031 ng:kind \"person\" ; rdfs:label \"Aleksandar Vučić\" ;\n"
    "  ng:held [ ng:office k:president ; ng:validFrom \"2017\" ] .\n"
    "k:president ng:kind \"office\" ; rdfs:label \"President of Serbia\" ;\n"
    "  ng:jurisdiction wd:Q403 .\n";

static ng_kb_image image;

static int
make(void **state)
{
  (void)state;
  image = image_of(small);
  return 0;
}

static int
drop(void **state)
{
  (void)state;
  free(image.at);
  return 0;
}

/* A copy of the image of exactly `size` bytes. */
static unsigned char *
copy(size_t size)
{
  unsigned char *bytes = aligned_alloc(
      NG_KB_ALIGN, (size + NG_KB_ALIGN - 1) / NG_KB_ALIGN * NG_KB_ALIGN);
  assert_non_null(bytes);
  memcpy(bytes, image.at, size < image.size ? size : image.size);
  return bytes;
}

static void
refuse(const unsigned char *bytes, size_t size, const char *why)
{
  ng_kb *kb = NULL;
  ng_error err = {0};
  assert_int_equal(ng_kb_open_memory(&kb, bytes, size, &err), NG_ERR_CORRUPT);
  assert_null(kb);
  if (!strstr(err.text, why))
    fail_msg("'%s' does not say '%s'", err.text, why);
}

static void
refuses_what_is_no_base_of_ours(void **state)
{
  (void)state;
  static const struct {
    size_t at;
    unsigned char byte;
    const char *why;
  } rows[] = {
      {0, 'X', "not a newsgraph"}, {4, '\n', "not a newsgraph"},
      {8, 1, "format 1"},          {12, 1, "byte order"},
      {16, 1, "truncated"},        {24, 200, "header is damaged"},
      {28, 99, "folds names"},     {32, 13, "header is damaged"},
      {60, 1, "checksum"},         {70, 1, "checksum"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    unsigned char *bytes = copy(image.size);
    bytes[rows[i].at] = rows[i].byte;
    refuse(bytes, image.size, rows[i].why);
    free(bytes);
  }
}

static void
refuses_every_truncation(void **state)
{
  (void)state;
  for (size_t size = 0; size < image.size; size++) {
    unsigned char *bytes = copy(size);
    ng_kb *kb;
    assert_int_equal(ng_kb_open_memory(&kb, bytes, size, NULL), NG_ERR_CORRUPT);
    free(bytes);
  }
}

/* Change section `i` of the directory and make the checksum right again. */
static unsigned char *
with_section(unsigned i, ng_kb_section section)
{
  unsigned char *bytes = copy(image.size);
  ng_kb_header header;
  ng_kb_section sections[NG_KB_MAX_SECTIONS];
  memcpy(&header, bytes, sizeof header);
  memcpy(bytes + sizeof header + i * sizeof section, &section, sizeof section);
  memcpy(sections, bytes + sizeof header, header.n_sections * sizeof *sections);
  header.checksum = ng_kb_checksum(&header, sections);
  memcpy(bytes, &header, sizeof header);
  return bytes;
}

static ng_kb_section
section(unsigned i)
{
  ng_kb_section s;
  memcpy(&s, (unsigned char *)image.at + sizeof(ng_kb_header) + i * sizeof s,
         sizeof s);
  return s;
}

static void
skips_unknown_sections_unless_they_are_needed(void **state)
{
  (void)state;
  ng_kb_section s = section(NG_SECTION_VALI);
  ng_kb *kb;
  memcpy(s.tag, "NEWS", 4);
  unsigned char *bytes = with_section(NG_SECTION_VALI, s);
  assert_int_equal(ng_kb_open_memory(&kb, bytes, image.size, NULL), NG_OK);
  (void)exercise(kb);
  ng_kb_close(kb);
  free(bytes);
  s.flags = NG_SECTION_REQUIRED;
  bytes = with_section(NG_SECTION_VALI, s);
  refuse(bytes, image.size, "'NEWS' is unknown");
  free(bytes);
}

static void
refuses_sections_that_cannot_be(void **state)
{
  (void)state;
  ng_kb_section s = section(NG_SECTION_STRS);
  static const struct {
    uint64_t offset, length;
    const char *why;
  } rows[] = {
      {1, 0, "not inside"},
      {64, UINT64_MAX, "not inside"},
      {UINT64_MAX, 64, "not inside"},
      {UINT64_MAX - 63, 64, "not inside"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    s.offset = rows[i].offset;
    s.length = rows[i].length;
    unsigned char *bytes = with_section(NG_SECTION_STRS, s);
    refuse(bytes, image.size, rows[i].why);
    free(bytes);
  }
  s = section(NG_SECTION_ENTY);
  s.length--;
  unsigned char *bytes = with_section(NG_SECTION_ENTY, s);
  refuse(bytes, image.size, "impossible size");
  free(bytes);
  bytes = with_section(NG_SECTION_ENTY, section(NG_SECTION_STRS));
  refuse(bytes, image.size, "there twice");
  free(bytes);
}

/* Every byte behind the directory, each set to what hurts most. */
static void
any_damaged_byte_is_survived(void **state)
{
  (void)state;
  size_t from = sizeof(ng_kb_header) + NG_N_SECTIONS * sizeof(ng_kb_section);
  static const unsigned char values[] = {0, 1, 0x7f, 0x80, 0xff};
  unsigned char *bytes = copy(image.size);
  for (size_t i = from; i < image.size; i++) {
    unsigned char old = bytes[i];
    for (size_t v = 0; v < sizeof values; v++) {
      ng_kb *kb;
      bytes[i] = values[v];
      assert_int_equal(ng_kb_open_memory(&kb, bytes, image.size, NULL), NG_OK);
      (void)exercise(kb);
      ng_kb_close(kb);
    }
    bytes[i] = old;
  }
  free(bytes);
}

static void
refuses_what_cannot_be_read(void **state)
{
  (void)state;
  ng_kb *kb;
  ng_error err = {0};
  assert_int_equal(ng_kb_open(&kb, "/no/such/file.kb", &err), NG_ERR_IO);
  assert_non_null(strstr(err.text, "'/no/such/file.kb'"));
  assert_int_equal(ng_kb_open(&kb, "/", &err), NG_ERR_IO);
  assert_int_equal(ng_kb_open(&kb, "/dev/null", &err), NG_ERR_IO);
  assert_null(kb);
  assert_int_equal(ng_kb_open_memory(&kb, (char *)image.at + 1, 10, &err),
                   NG_ERR_USAGE);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(refuses_what_is_no_base_of_ours),
      cmocka_unit_test(refuses_every_truncation),
      cmocka_unit_test(skips_unknown_sections_unless_they_are_needed),
      cmocka_unit_test(refuses_sections_that_cannot_be),
      cmocka_unit_test(any_damaged_byte_is_survived),
      cmocka_unit_test(refuses_what_cannot_be_read),
  };
  return cmocka_run_group_tests(tests, make, drop);
}
