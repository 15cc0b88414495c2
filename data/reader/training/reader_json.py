"""The file reader.json beside exported networks: sizes, SHA-256, and the numbers of the marks of each."""
import hashlib
import json
import os

from base import markers
from pairs import RELATIONS, STATUS

NEW = {'relations': RELATIONS, 'statuses': STATUS, 'thresholds': {'*': 0.5}, 'calibration': [[0, 0], [1, 1]]}


def describe_anew(folder, file):
    """Writes the size and SHA-256 of one file that has changed into reader.json."""
    path = os.path.join(folder, 'reader.json')
    with open(path, encoding='utf-8') as stored:
        settings = json.load(stored)
    settings['files'][file] = described(os.path.join(folder, file))
    write(path, settings)


def write_settings(folder, base, name=None, mentions_of=None):
    """Writes reader.json anew; name, thresholds, calibration and gate that stand there stay."""
    path = os.path.join(folder, 'reader.json')
    old = {}
    if os.path.exists(path):
        with open(path, encoding='utf-8') as file:
            old = json.load(file)
    frame = {'vocabulary': 'vocab.txt', 'start': base.start, 'end': base.end}
    relations = {'file': 'relations.onnx', **frame, 'markers': markers(base)}
    mentions = {'file': 'mentions.onnx', 'links': 'links.onnx', **frame, 'hidden': base.hidden}
    if mentions_of:
        mentions = borrowed(folder, mentions_of)
    files = dict.fromkeys([mentions['file'], mentions['links'], relations['file'], mentions['vocabulary'], relations['vocabulary']])
    settings = {'name': name or old.get('name', f'{base.name}/1'),
                'files': {file: described(os.path.join(folder, file)) for file in files},
                'networks': {'mentions': mentions, 'relations': relations},
                **{key: old.get(key, value) for key, value in NEW.items()}, **{key: old[key] for key in ['gate'] if key in old}}
    write(path, settings)


def write(path, settings):
    with open(path, 'w', encoding='utf-8') as file:
        file.write(json.dumps(settings, indent=1, ensure_ascii=False) + '\n')


def borrowed(folder, other):
    """The network of mentions of another reader, its files named from `folder`."""
    with open(os.path.join(other, 'reader.json'), encoding='utf-8') as file:
        mentions = json.load(file)['networks']['mentions']
    from_here = os.path.relpath(other, folder).replace(os.sep, '/')
    return mentions | {key: f'{from_here}/{mentions[key]}' for key in ('file', 'links', 'vocabulary')}


def described(path):
    with open(path, 'rb') as file:
        content = file.read()
    return {'bytes': len(content), 'sha256': hashlib.sha256(content).hexdigest()}
