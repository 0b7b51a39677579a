# The hash table of a list of words, for ng_word_slot() of core/word_slots.h: of
# each slot, the number of its word, or 0.  A word is what is between the quotes
# of a line that begins with {"; -v slots=N: a power of two.

function at(i,  c) {
  c = substr(word, i + 1, 1)
  return c == "'" ? 7 : index("abcdefghijklmnopqrstuvwxyz", c)
}

/^ *{"/ {
  split($0, parts, "\"")
  word = parts[2]
  n = length(word)
  hash = (n * 31 + at(0)) * 31 + at(int(n / 3))
  hash = ((hash * 31 + at(int(n / 2))) * 31 + at(n - 1)) % slots
  while (hash in number)
    hash = (hash + 1) % slots
  number[hash] = ++words
}

END {
  for (i = 0; i < slots; i++)
    printf "%d,\n", number[i]
}
