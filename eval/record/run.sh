#!/usr/bin/env bash
# Validate and grade our own dossiers: eval/record/run.sh [DOSSIER]
set -euo pipefail
repo=$(cd "$(dirname "$0")/../.." && pwd)
bench=${RECORD_BENCH:-$repo/../shared/bench/record}
rashomon=${RASHOMON:-$repo/target/release/rashomon}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for gold in "$repo"/eval/record/${1:-*}/gold.json; do
    name=$(basename "$(dirname "$gold")")
    articles=$repo/eval/record/$name/articles
    [ -d "$articles" ] || articles=$repo/examples/$name
    # validate.py wants the articles beside the gold
    mkdir -p "$work/$name"
    cp "$gold" "$work/$name/"
    cp -r "$articles" "$work/$name/articles"
    python3 "$bench/validate.py" "$work/$name" | sed '$d'
    if [ -x "$rashomon" ]; then
        "$rashomon" report "$articles" --out "$work/$name/out" >/dev/null
        show=(); [ $# -eq 0 ] || show=(--show misses)
        grade=$(python3 "$bench/grade.py" "$gold" "$work/$name/out/record.json" ${show[@]+"${show[@]}"})
        if [ $# -eq 0 ]; then echo "$grade" | tail -1; else echo "$grade"; fi
    fi
done
