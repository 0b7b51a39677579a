#include "pipeline.h"
#include "core/fail.h"

const ng_stage_entry ng_stages[] = {
    {"segment", ng_segment},
    {"time", ng_find_times},
};

const size_t ng_n_stages = sizeof ng_stages / sizeof *ng_stages;
