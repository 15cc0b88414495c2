"""A trial of the whole way in a minute: a tiny corpus, a few steps, weights that load again, and the ONNX files.

usage: python -m unittest test_training     needs WEIGHTS_DIR, a folder with mentions.safetensors and relations.safetensors
"""
import json
import os
import subprocess
import sys
import tempfile
import unittest

import numpy as np
import onnxruntime
import torch

import corpus
import passages
from pairs import COUNT, RELATIONS, pairs_of
from tables import countries
from train_relations import load

HERE = os.path.dirname(os.path.abspath(__file__))
WEIGHTS = os.environ.get('WEIGHTS_DIR', '')
TEXT = 'Niger expelled France. Italy, which kept its soldiers in Niger, praised Mali.'
LABELS = {
    'id': 'tiny',
    'entities': [{'name': n, 'type': 'country', 'aliases': []} for n in ('Niger', 'France', 'Italy', 'Mali')],
    'relations': [
        {'source': 'Niger', 'relation': 'expelled', 'target': 'France', 'status': 'actual', 'evidence': ['Niger expelled France.']},
        {'source': 'Italy', 'relation': 'deployed-in', 'target': 'Niger', 'status': 'actual', 'optional': True,
         'evidence': ['Italy, which kept its soldiers in Niger, praised Mali.']},
    ],
}


class Data(unittest.TestCase):
    def test_pairs_carry_labels_and_masks(self):
        found = pairs_of(*corpus.prepared(TEXT, LABELS), lambda: False)
        told = [(p, [k for k, v in enumerate(p.labels) if v]) for p in found if any(p.labels)]
        self.assertEqual(len(told), 1)
        self.assertEqual([k % COUNT for k in told[0][1]], [RELATIONS.index('expelled')])
        masked = [p for p in found if not all(p.mask)]
        self.assertEqual(len(masked), 1)  # the optional relation counts neither way

    def test_renaming_changes_text_labels_and_evidence_alike(self):
        text, labels = corpus.Renaming([c for c in countries() if c.leaders])(TEXT, LABELS)
        self.assertNotIn('Niger', text)
        for relation in labels['relations']:
            self.assertIn(relation['evidence'][0], text)
            self.assertIn(relation['source'], text)

    def test_every_passage_fills_and_names_its_actors(self):
        fill = passages.Filler([c for c in countries() if c.leaders])
        for passage in passages.load(os.path.join(HERE, 'passages')):
            text, actors, relations = fill(passage)
            self.assertNotRegex(text, r'[\[\]]')
            for source, relation, target, *_ in relations:
                self.assertIn(relation, RELATIONS)
                self.assertLessEqual({source, target}, set(actors), passage)


@unittest.skipUnless(WEIGHTS, 'set WEIGHTS_DIR to a folder with weights')
class Training(unittest.TestCase):
    def test_a_few_steps_then_export(self):
        with tempfile.TemporaryDirectory() as folder:
            with open(f'{folder}/tiny.txt', 'w') as file:
                file.write(TEXT)
            with open(f'{folder}/tiny.json', 'w') as file:
                json.dump(LABELS, file)
            out = f'{folder}/relations.safetensors'
            run = [sys.executable, 'train_relations.py', '--start', f'{WEIGHTS}/relations.safetensors', '--corpus', folder,
                   '--passages', 'passages', '--out', out, '--epochs', '1', '--limit', '128']
            subprocess.run(run, cwd=HERE, check=True)
            os.symlink(f'{os.path.abspath(WEIGHTS)}/mentions.safetensors', f'{folder}/mentions.safetensors')
            subprocess.run([sys.executable, 'export.py', folder, f'{folder}/onnx'], cwd=HERE, check=True)
            ids = np.array([[101, 1, 10000, 9, 102]])
            pool = np.zeros((1, 2, 5), np.float32)
            pool[0, :, 1] = 1
            session = onnxruntime.InferenceSession(f'{folder}/onnx/relations.onnx')
            got, _ = session.run(None, {'ids': ids, 'mask': np.ones((1, 5), np.float32), 'pool': pool})
            with torch.no_grad():
                want = torch.sigmoid(load(out).eval()(torch.tensor(ids), torch.ones(1, 5), torch.tensor(pool))[0])
            self.assertEqual(got.shape, (1, 2 * COUNT))
            self.assertLess(np.abs(got - want.numpy()).max(), 1e-3)


if __name__ == '__main__':
    unittest.main()
