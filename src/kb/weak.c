/* weak.c - lone words that are names only with evidence. */
#include "core/str.h"
#include "kb/generate.h"

#include <stdlib.h>

/* Common English words, folded and in byte order: function words, and those
 * nouns, adjectives and verbs of the news that are also titles, surnames or
 * short forms ("Post", "May", "Independent"). */
/* clang-format off */
static const char *const common[] = {
    "a", "about", "above", "act", "action", "after", "again", "against", "age",
    "air", "all", "alliance", "also", "am", "an", "and", "any", "april", "are",
    "area", "army", "art", "as", "assembly", "at", "august", "authority",
    "away", "back", "bank", "bar", "base", "be", "bear", "beat", "before",
    "being", "best", "better", "between", "big", "bill", "black", "blue",
    "board", "body", "book", "both", "box", "boy", "break", "bridge", "brown",
    "bush", "business", "but", "by", "call", "came", "can", "capital", "car",
    "care", "case", "cash", "center", "central", "chair", "chance", "change",
    "chief", "child", "church", "city", "class", "close", "club", "coach",
    "cold", "college", "come", "committee", "common", "community", "company",
    "conservative", "constitution", "control", "cook", "cost", "council",
    "country", "court", "cross", "cup", "current", "daily", "dark", "dawn",
    "day", "dead", "deal", "death", "december", "defence", "defense",
    "democrat", "democrats", "department", "did", "do", "does", "down", "dr",
    "drive", "during", "dutch", "duty", "eagle", "east", "economist", "economy",
    "edge", "eight", "election", "end", "energy", "even", "evening", "ever",
    "express", "eye", "face", "fair", "faith", "fall", "family", "far", "fast",
    "father", "february", "federal", "few", "field", "fifth", "film", "final",
    "fire", "first", "five", "fly", "focus", "food", "foot", "for", "force",
    "foreign", "forest", "forum", "forward", "four", "fourth", "fox", "free",
    "freedom", "friday", "friend", "from", "front", "fund", "future", "game",
    "garden", "gas", "general", "get", "giant", "girl", "give", "go", "goal",
    "god", "gold", "good", "government", "grand", "gray", "great", "green",
    "ground", "group", "guard", "guardian", "had", "hall", "hand", "hard",
    "has", "have", "he", "head", "health", "heart", "help", "her", "here",
    "hero", "high", "hill", "him", "his", "history", "hit", "hold", "home",
    "hope", "host", "hot", "hour", "house", "how", "hunt", "i", "ice", "if",
    "impact", "in", "independent", "industry", "inside", "interest",
    "international", "into", "iron", "is", "island", "it", "its", "january",
    "job", "journal", "july", "june", "just", "justice", "key", "kid", "kill",
    "king", "kingdom", "know", "labor", "labour", "lady", "lake", "land",
    "last", "law", "lead", "leader", "league", "left", "less", "let", "liberal",
    "liberty", "life", "light", "like", "line", "link", "lion", "list",
    "little", "live", "local", "long", "look", "lord", "love", "low", "made",
    "magic", "main", "major", "make", "man", "many", "march", "mark", "market",
    "master", "match", "matter", "may", "mayor", "me", "meet", "member",
    "metro", "middle", "might", "military", "million", "mind", "mine",
    "minister", "mirror", "mission", "model", "modern", "moment", "monday",
    "money", "moon", "more", "morning", "most", "mother", "mountain", "move",
    "much", "museum", "music", "must", "my", "name", "nation", "national",
    "nature", "near", "new", "news", "next", "nice", "night", "nine", "no",
    "north", "not", "nothing", "november", "now", "october", "of", "off",
    "office", "oil", "old", "on", "once", "one", "only", "open", "opposition",
    "or", "orange", "order", "other", "our", "out", "over", "own", "page",
    "palace", "paper", "parliament", "part", "party", "past", "path", "patriot",
    "peace", "people", "phone", "pick", "place", "plan", "play", "point",
    "police", "poor", "pop", "pope", "post", "power", "present", "president",
    "press", "prime", "prince", "prize", "progress", "project", "public",
    "queen", "quick", "race", "radio", "rain", "reach", "read", "real",
    "record", "red", "reform", "region", "report", "republic", "republican",
    "republicans", "rest", "review", "rice", "rich", "right", "ring", "rise",
    "river", "road", "rock", "rose", "round", "royal", "rule", "run", "russian",
    "said", "saint", "sale", "same", "saturday", "school", "science", "sea",
    "season", "second", "secretary", "security", "see", "self", "senate",
    "senator", "september", "service", "set", "seven", "shadow", "she", "shell",
    "ship", "short", "show", "side", "silver", "since", "sir", "six", "sky",
    "small", "smith", "snow", "so", "social", "society", "some", "son", "song",
    "soul", "sound", "source", "south", "space", "speaker", "special", "spirit",
    "sport", "spring", "square", "staff", "standard", "star", "state", "states",
    "station", "stay", "step", "still", "stone", "stop", "storm", "story",
    "street", "strong", "student", "study", "such", "summer", "summit", "sun",
    "sunday", "supreme", "system", "table", "take", "tank", "target", "team",
    "tell", "ten", "than", "that", "the", "their", "them", "then", "there",
    "these", "they", "thing", "third", "this", "those", "thousand", "three",
    "through", "thursday", "time", "times", "to", "today", "together",
    "tomorrow", "too", "top", "total", "tour", "tower", "town", "trade",
    "train", "treaty", "tree", "trial", "tribune", "true", "trust", "truth",
    "try", "tuesday", "turn", "two", "under", "union", "unit", "united",
    "unity", "up", "us", "use", "valley", "very", "victory", "view", "village",
    "visit", "voice", "vote", "wall", "war", "was", "wash", "water", "way",
    "we", "wednesday", "week", "weekly", "well", "west", "what", "when",
    "where", "which", "while", "white", "who", "why", "wild", "will", "wind",
    "window", "winter", "with", "without", "woman", "wonder", "wood", "word",
    "work", "world", "year", "yellow", "yes", "yesterday", "yet", "you",
    "young", "your", "zone",
};
/* clang-format on */

static int
compare(const void *key, const void *element)
{
  const ng_str *word = key;
  const char *const *other = element;
  return ng_str_compare(*word, (ng_str){*other, strlen(*other)});
}

bool
ng_name_is_weak(ng_str folded)
{
  return folded.len <= 1 ||
         bsearch(&folded, common, sizeof common / sizeof *common,
                 sizeof *common, compare);
}
