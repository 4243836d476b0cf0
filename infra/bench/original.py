#!/usr/bin/env python3
"""What the original does per follower, on one core: its similarity and its look-up in the list.

Needs rapidfuzz (Debian: python3-rapidfuzz); without it, prints the figures known from the original itself.
Usage: original.py NAMES FOLLOWERS.jsonl [SECONDS]
"""
import itertools
import json
import re
import sys
import time

KNOWN = "rapidfuzz is not installed; the original itself: 10.7 followers/s, 18.6 name look-ups/s of one core"

try:
    from rapidfuzz import fuzz
except ImportError:
    sys.exit(print(KNOWN))


def mixed(word, name):
    return (2 * fuzz.ratio(word, name) + fuzz.token_sort_ratio(word, name) + fuzz.token_set_ratio(word, name)) / 4


def look_up(word, names):
    return max(mixed(word, name) for name in names)


def similarity(handle, words):
    handle = handle.replace(" ", "")
    orders = itertools.permutations(words) if len(words) <= 4 else ((word,) for word in words)
    return max(
        (2 * fuzz.partial_ratio(handle, name) + fuzz.token_sort_ratio(handle, name) + fuzz.token_set_ratio(handle, name)) / 4
        for name in map("".join, orders)
    )


def cleaned(text):
    return re.sub("[^a-z ]", "", re.sub("[-_.]", " ", text.lower())).strip()


def main(names_file, followers_file, seconds=20.0):
    with open(names_file, encoding="utf-8") as file:
        names = [line.strip().lower() for line in file if line.strip()]
    with open(followers_file, encoding="utf-8") as file:
        followers = [json.loads(line) for line in file]
    looked_up = done = 0
    in_look_ups = 0.0
    start = time.process_time()
    for follower in itertools.cycle(followers):
        words = cleaned(follower["follower_full_name"]).split()
        similarity(cleaned(follower["follower_handle"]), words or [""])
        before = time.process_time()
        for word in words[:2]:
            look_up(word, names)
            looked_up += 1
        in_look_ups += time.process_time() - before
        done += 1
        if time.process_time() - start > float(seconds):
            break
    spent = time.process_time() - start
    print(f"{done / spent:.1f} followers/s, {looked_up / in_look_ups:.1f} name look-ups/s, {len(names)} names")


main(*sys.argv[1:])
