#!/usr/bin/env python3
"""Averages the weights of relations networks that were trained from one another.

usage: soup.py OUT.safetensors ONE.safetensors TWO.safetensors …
A network and the one that training went on to, averaged, read texts of other kinds better than either
(Wortsman et al. 2022, "Robust fine-tuning of zero-shot models" and "Model soups").
"""
import sys

from train_relations import load, save


def main():
    out, *paths = sys.argv[1:]
    states = [load(path).state_dict() for path in paths]
    save({key: sum(state[key] for state in states) / len(states) for key in states[0]}, out)


if __name__ == '__main__':
    main()
