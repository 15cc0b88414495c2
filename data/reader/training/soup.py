#!/usr/bin/env python3
"""Averages the weights of relations networks that were trained from one another.

usage: soup.py [--base mpnet] OUT.safetensors ONE.safetensors TWO.safetensors …
A network and the one that training went on to, averaged, read texts of other kinds better than either
(Wortsman et al. 2022, "Robust fine-tuning of zero-shot models" and "Model soups").
"""
import argparse

from encoder import save
from train_relations import load


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--base', default='minilm')
    parser.add_argument('out')
    parser.add_argument('paths', nargs='+')
    options = parser.parse_args()
    states = [load(path, options.base).state_dict() for path in options.paths]
    save({key: sum(state[key] for state in states) / len(states) for key in states[0]}, options.out)


if __name__ == '__main__':
    main()
