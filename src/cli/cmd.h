/* cmd.h - the subcommands.  Each returns an exit status (see main.c). */
#ifndef NG_CMD_H
#define NG_CMD_H

int cmd_bench(int argc, char **argv);
int cmd_curate(int argc, char **argv);
int cmd_eval(int argc, char **argv);
int cmd_explain(int argc, char **argv);
int cmd_graph(int argc, char **argv);
int cmd_kb(int argc, char **argv);
int cmd_load(int argc, char **argv);
int cmd_lexicon(int argc, char **argv);
int cmd_mentions(int argc, char **argv);
int cmd_parse(int argc, char **argv);
int cmd_query(int argc, char **argv);
int cmd_report(int argc, char **argv);
int cmd_train(int argc, char **argv);
int cmd_verify(int argc, char **argv);

#endif /* NG_CMD_H */
