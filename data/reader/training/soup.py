#!/usr/bin/env python3
"""Averages the weights of networks of one kind that were trained from one another.

usage: soup.py OUT.safetensors ONE.safetensors TWO.safetensors …
A network and the one that training went on to, averaged, read texts of other kinds better than either
(Wortsman et al. 2022, "Robust fine-tuning of zero-shot models" and "Model soups").
"""
import argparse

from encoder import save, values_in


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('out')
    parser.add_argument('paths', nargs='+')
    options = parser.parse_args()
    found = [values_in(path) for path in options.paths]
    if any(other.keys() != found[0].keys() for other in found):
        raise SystemExit('these files hold weights of different networks')
    save({name: sum(values[name] for values in found) / len(found) for name in found[0]}, options.out)


if __name__ == '__main__':
    main()
