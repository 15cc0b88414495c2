#!/bin/sh
# Makes the careful reader in data/reader-careful, on a machine with an accelerator: some minutes.
# usage: careful.sh LABELLED_TEXTS [MORE_PASSAGES …]
# Wants Python with requirements.txt and requirements-careful.txt installed. By environment: PYTHON, OUT (the folder),
# HELD_BACK (a file of names of texts that are left out, for threshold and calibration), WORK (a folder for the weights);
# NAME of the reader, which stands beside all that it finds; WORKERS=5, processes that make the epochs ready; for a trial
# EPOCHS=1 LIMIT=64.
set -eu
if [ $# -lt 1 ]; then sed -n '2,7s/^# //p' "$0"; exit 2; fi
texts=$(realpath "$1"); shift
more=''
for folder in "$@"; do more="$more $(realpath "$folder")"; done
held=${HELD_BACK:+--leave-out $(realpath "$HELD_BACK")}
out=$(realpath -m "${OUT:-$(dirname "$0")/../../reader-careful}")
work=$(realpath "${WORK:-$(mktemp -d)}")
python=${PYTHON:-python3}
cd "$(dirname "$0")"
"$python" base.py mpnet "$work/start.safetensors" --vocabulary "$work/vocab.txt"
# The lists of options are split at blanks, as they should be.
# shellcheck disable=SC2086
"$python" train_relations.py --base mpnet --start "$work/start.safetensors" --corpus "$texts" texts --passages passages $more \
    --out "$work/relations.safetensors" --epochs "${EPOCHS:-7}" --batch 64 --rate 6e-5 --workers "${WORKERS:-0}" --limit "${LIMIT:-0}" $held
"$python" export.py "$work" "$out" --base mpnet --four-bit --mentions-of ../../reader \
    --vocabulary "$work/vocab.txt" --name "${NAME:-careful/own}"
