"""A trial of the whole way in a minute: data, a few steps of both networks and both bases, and the ONNX files.

usage: python -m unittest test_training     with WEIGHTS_DIR, a folder with mentions.safetensors and relations.safetensors,
it also goes on from those
"""
import collections
import json
import os
import random
import tempfile
import unittest

import numpy as np
import onnxruntime
import torch

import corpus
import link_features
import passages
import replacing
import tiny
from base import CLS, SEP, base_of, distances, longest, markers, numbers
from check_texts import faults
from four_bit import blocks, rows_of
from known_names import KnownNames
from pairs import COUNT, RELATIONS, STATUS, passes_of, tokenizer
from sentences import sentences
from tables import countries
from tiny import LABELS, TEXT
from train_mentions import spans_of
from train_relations import wanted
from weights_of import weights_of
from windows import NO_TAG, WINDOW, windows_of

HERE = os.path.dirname(os.path.abspath(__file__))
WEIGHTS = os.environ.get('WEIGHTS_DIR', '')
SHARED_FEATURES = os.path.join(HERE, '..', '..', '..', 'tests', 'reader', 'link-features.json')
nobody = lambda words: None


class Data(unittest.TestCase):
    def test_readings_carry_what_is_stated_and_what_counts_neither_way(self):
        found = passes_of(*corpus.prepared(TEXT, LABELS))
        told = [(*((one.actors[0], other) if k < COUNT else (other, one.actors[0])), RELATIONS[k % COUNT]) for one in found
                for other, stated in zip(one.actors[1:], one.stated) for k, _ in stated]
        self.assertEqual(told, [('Niger', 'France', 'expelled')])
        open_ = [k % COUNT for one in found for some in one.open for k in some]
        self.assertEqual(open_, [RELATIONS.index('deployed-in')])  # the optional relation

    def test_each_relation_of_a_pair_has_its_own_status(self):
        text = 'Niger accused France of an attack.'
        actors = {name: (0, [(text.index(name), text.index(name) + len(name))]) for name in ('Niger', 'France')}
        relations = [('Niger', 'accuses', 'France', 'actual', False, {text}), ('France', 'attacked', 'Niger', 'alleged', False, {text})]
        [one] = passes_of(text, actors, relations)
        _, _, statuses = wanted([one], 1)
        told = [(RELATIONS[k % COUNT], STATUS[s]) for k, s in zip(*np.nonzero(statuses[0, 0]))]
        self.assertEqual(sorted(told), [('accuses', 'actual'), ('attacked', 'alleged')])

    def test_every_pair_is_asked_about_once_in_whatever_order(self):
        # France stands in the first sentence, with Niger; the second has three actors.
        everything = {frozenset(p.split()) for p in ('Niger France', 'Italy Niger', 'Italy Mali', 'Niger Mali', 'Italy France', 'Mali France')}
        for chance in (None, *map(random.Random, range(20))):
            pairs = [frozenset((one.actors[0], other)) for one in passes_of(*corpus.prepared(TEXT, LABELS), chance)
                     for other in one.actors[1:]]
            # Once in a sentence, that is: the first and the second ask about Niger and France.
            twice = [pair for pair, count in collections.Counter(pairs).items() if count > 1]
            self.assertLessEqual(set(twice), {frozenset(('Niger', 'France'))})
            self.assertLessEqual(set(pairs), everything)
            self.assertIn(frozenset(('Niger', 'France')), pairs)  # what is stated is always asked about
            if chance is None:
                self.assertEqual(set(pairs), everything)

    def test_a_partner_may_stand_three_sentences_back_and_no_farther(self):
        text = 'Chad slept. Togo woke. It rained. It snowed. Niger expelled them.'
        actors = {name: (0, [(text.index(name), text.index(name) + len(name))]) for name in ('Chad', 'Togo', 'Niger')}
        relations = [('Niger', 'expelled', 'Togo', 'actual', False, {'Niger expelled them.'})]
        [one] = [one for one in passes_of(text, actors, relations) if 'Niger' in one.actors]
        self.assertEqual(one.actors, ['Niger', 'Togo'])
        self.assertEqual(one.stated, ([(RELATIONS.index('expelled'), 0)],))
        read = tokenizer.decode(one.ids)
        self.assertEqual([name in read for name in ('chad', 'togo', 'niger')], [False, True, True])

    def test_the_actor_asked_about_has_markers_of_its_own(self):
        [one] = [one for one in passes_of(*corpus.prepared(TEXT, LABELS)) if set(one.actors) == {'Italy', 'Niger', 'Mali'}]
        self.assertEqual([[one.ids[p] for p in at] for at in one.at], [[1], [5], [5]])
        self.assertEqual([one.ids.count(mark) for mark in (9, 10)], [1, 2])

    def test_renaming_changes_text_labels_and_evidence_alike(self):
        text, labels = corpus.Renaming([c for c in countries() if c.leaders])(TEXT, LABELS)
        self.assertNotIn('Niger', text)
        for relation in labels['relations']:
            self.assertIn(relation['evidence'][0], text)
            self.assertIn(relation['source'], text)

    def test_a_sentence_goes_on_behind_titles_and_months(self):
        text = 'On Nov. 27 Lt. Gen. Ba left Mali. It was cold in Nov. The EU met him.'
        self.assertEqual([text[a:b] for a, b in sentences(text)], ['On Nov. 27 Lt. Gen. Ba left Mali.', 'It was cold in Nov.', 'The EU met him.'])

    def test_every_labelled_article_holds_what_its_labels_say(self):
        articles = corpus.load([os.path.join(HERE, folder) for folder in ('texts', 'kept-apart')])
        self.assertGreater(len(articles), 130)
        self.assertEqual([fault for text, labels in articles for fault in faults(text, labels)], [])

    def test_a_label_that_the_text_does_not_hold_is_a_fault(self):
        entities = [{'name': 'Mali', 'type': 'country', 'aliases': ['Bamako', 'it']}, {'name': 'Chad', 'type': 'land', 'aliases': []}]
        relations = [{'source': 'Mali', 'relation': 'liked', 'target': 'Togo', 'status': 'actual', 'when': '24', 'evidence': ['Mali won.']}]
        found = list(faults('Mali left; it met Chad.', {'entities': entities, 'relations': relations}))
        self.assertEqual([fault.split(': ')[-1] for fault in found], [
            'the text has no "Bamako"', '"it" is a pronoun, which may stand for others elsewhere', 'land is no type',
            'no two of the entities', 'no such relation or status', '24 is no date', 'the text has no "Mali won."'])

    def test_every_passage_fills_and_names_its_actors(self):
        fill = passages.Filler([c for c in countries() if c.leaders])
        for passage in passages.load(os.path.join(HERE, 'passages')):
            text, actors, relations = fill(passage)
            self.assertNotRegex(text, r'[\[\]]')
            for source, relation, target, *_ in relations:
                self.assertIn(relation, RELATIONS)
                self.assertLessEqual({source, target}, set(actors), passage)


class Replacing(unittest.TestCase):
    def test_other_words_of_like_use_take_the_place_of_some_but_never_of_actors(self):
        words = weights_of(os.path.join(HERE, '..', 'relations.onnx'), base_of('minilm'))['enc.embeddings.word_embeddings.weight']
        [one] = [one for one in passes_of(*corpus.prepared(TEXT, LABELS)) if set(one.actors) == {'Italy', 'Niger', 'Mali'}]
        table = replacing.near(words, [one])
        marked = lambda ids: [ids[at] for at in range(len(ids)) if ids[at - 1] in replacing.OPENING]
        seen = set()
        for _ in range(50):
            other = replacing.replaced(one, table)
            self.assertEqual((marked(other.ids), other.at), (marked(one.ids), one.at))
            self.assertEqual(len(other.ids), len(one.ids))
            # What the words say now, nobody has labelled.
            self.assertFalse(any(other.stated))
            self.assertEqual(other.open[0], list(range(2 * COUNT)))
            seen |= {(a, b) for a, b in zip(one.ids, other.ids) if a != b}
        self.assertTrue(seen)
        for old, new in seen:
            like = words @ words[old] / np.linalg.norm(words, axis=1)
            self.assertGreater(like[new], np.quantile(like, 0.99), (replacing.PIECES[old], replacing.PIECES[new]))


class Windows(unittest.TestCase):
    def test_a_window_tags_every_mention_and_joins_those_of_one_actor(self):
        [window] = windows_of(*corpus.prepared(TEXT, LABELS)[:2], nobody, has_pronouns=True)
        self.assertEqual(spans_of([0, *window.tags[1:]]), set(zip(window.first, window.last, window.kinds)))
        # Niger, France, Italy, Niger, Mali: only the fourth has been named before.
        self.assertEqual([(i, j) for i, j, same in zip(window.later, window.earlier, window.same) if same], [(3, 0)])

    def test_a_pronoun_counts_only_where_pronouns_are_marked(self):
        told, untold = (list(windows_of('They met it.', {}, nobody, has_pronouns=p))[0].tags[1:-1] for p in (True, False))
        self.assertEqual(told, [0, 0, 0, 0])
        self.assertEqual(untold, [NO_TAG, 0, NO_TAG, 0])

    def test_a_long_text_is_cut_between_sentences(self):
        sentence = 'Niger expelled France because of its soldiers in the desert. '
        found = list(windows_of(sentence * 100, {}, nobody, has_pronouns=True))
        self.assertGreater(len(found), 2)
        for window in found:
            self.assertLessEqual(len(window.ids), WINDOW + 2)
            self.assertEqual(window.ids[-2], found[0].ids[-2])  # a full stop

    def test_the_features_of_links_are_those_of_the_program(self):
        known = KnownNames()
        with open(SHARED_FEATURES, encoding='utf-8') as file:
            examples = json.load(file)
        self.assertGreater(len(examples), 10)
        for later, earlier, distance, wanted in examples:
            pair = link_features.describe(later, distance, known), link_features.describe(earlier, 0, known)
            np.testing.assert_allclose(link_features.features(*pair), wanted, atol=1e-4, err_msg=f'{later}, {earlier}')


class Bases(unittest.TestCase):
    def test_the_marks_of_a_base_have_numbers_of_their_own(self):
        mpnet = base_of('mpnet')
        self.assertEqual(numbers(mpnet, [CLS, 1, 1996, SEP, 0]).tolist(), [0, 5, 2000, 2, 1])
        self.assertEqual(markers(mpnet), list(range(5, 15)))
        self.assertEqual(numbers(base_of('minilm'), [CLS, 1, 1996, SEP, 0]).tolist(), [CLS, 1, 1996, SEP, 0])
        with self.assertRaises(SystemExit):
            base_of('bert')

    def test_distances_are_exact_when_near_and_coarser_when_far(self):
        mpnet = base_of('mpnet')
        far = distances(mpnet)
        at = lambda distance: int(far[distance + longest(mpnet) - 1])
        self.assertEqual([at(d) for d in (0, -1, -7, 1, 7)], [0, 1, 7, 17, 23])
        self.assertEqual([at(-8), at(-127), at(-128), at(-500), at(500)], [8, 15, 15, 15, 31])

    def test_four_bits_are_near(self):
        rows = np.random.default_rng(1).normal(size=(6, 96)).astype(np.float32)
        packed, scales, zeros = blocks(rows, 32)
        self.assertEqual((packed.shape, scales.shape, zeros.shape), ((6, 3, 16), (18,), (12,)))
        self.assertLess(np.abs(rows_of(packed, scales, zeros) - rows).mean(), 0.12)


class Training(unittest.TestCase):
    def test_a_tiny_careful_reader_the_whole_way(self):
        with tempfile.TemporaryDirectory() as work:
            tiny.make(f'{work}/out', work)
            want = tiny.answers(work)
            ids = np.array([want['ids']])
            ones, pool = np.ones(ids.shape, np.float32), np.zeros((1, len(want['at']), ids.shape[1]), np.float32)
            for actor, at in enumerate(want['at']):
                pool[0, actor, at] = 1
            session = lambda name: onnxruntime.InferenceSession(f'{work}/out/{name}.onnx')
            relations, status = session('relations').run(None, {'ids': ids, 'mask': ones, 'pool': pool})
            hidden, tags = session('mentions').run(None, {'ids': ids, 'mask': ones})
            # The second network is in four bits, the first in eight.
            self.assertLess(np.abs(relations.flatten() - want['relations']).max(), 0.05)
            self.assertLess(np.abs(status.flatten() / 255 - want['status']).max(), 0.05)
            self.assertLess(np.abs(hidden.flatten() - want['hidden']).max(), 1e-3)
            self.assertLess(np.abs(tags.flatten() - want['tags']).max(), 1e-3)
            with open(f'{work}/out/reader.json', encoding='utf-8') as file:
                self.assertEqual(json.load(file)['networks']['relations']['start'], 0)

    def test_statuses_are_trained_on_what_the_file_computes_and_relations_stay(self):
        with tempfile.TemporaryDirectory() as work:
            tiny.make(f'{work}/out', work)
            ids, ones, pool = np.array([[0, 5, 2000, 13, 2]]), np.ones((1, 5), np.float32), np.zeros((1, 2, 5), np.float32)
            pool[0, :, 1] = 1
            told = lambda: onnxruntime.InferenceSession(f'{work}/out/relations.onnx').run(None, {'ids': ids, 'mask': ones, 'pool': pool})
            relations, statuses = told()
            tiny.run('statuses.py', f'{work}/out', '--base', tiny.BASE, '--corpus', f'{work}/corpus', '--passages', 'passages', '--sample', '300', '--epochs', '20', '--rate', '0.02')
            again, others = told()
            np.testing.assert_array_equal(again, relations)
            self.assertEqual(others.shape, (1, 1, 2 * COUNT * len(STATUS)))
            # Most of what the passages state is actual.
            first = lambda found: found.reshape(2 * COUNT, len(STATUS)).argmax(-1)
            self.assertGreater((first(others) == 0).sum(), (first(statuses) == 0).sum())
            with open(f'{work}/out/reader.json', encoding='utf-8') as file:
                self.assertEqual(json.load(file)['files']['relations.onnx']['bytes'], os.path.getsize(f'{work}/out/relations.onnx'))

    def test_four_bits_come_back_as_the_numbers_they_mean(self):
        with tempfile.TemporaryDirectory() as work:
            tiny.make(f'{work}/out', work)
            tiny.run('weights_of.py', f'{work}/out/relations.onnx', f'{work}/relations.safetensors', '--base', tiny.BASE)
            # Longer than near: distances fall into buckets of several.
            ids, ones = np.random.default_rng(1).integers(15, 2400, (1, 60)), np.ones((1, 60), np.float32)
            pool = np.zeros((1, 2, 60), np.float32)
            pool[0, :, [1, 50]] = np.eye(2)
            want, _ = onnxruntime.InferenceSession(f'{work}/out/relations.onnx').run(None, {'ids': ids, 'mask': ones, 'pool': pool})
            with torch.no_grad():
                got = torch.sigmoid(tiny.load('relations', work, base_of(tiny.BASE))(*map(torch.tensor, (ids, ones, pool)))[0])
            self.assertLess(np.abs(want - got.numpy()).max(), 1e-4)

    def test_training_goes_on_from_what_ships_and_frozen_layers_stay(self):
        with tempfile.TemporaryDirectory() as work:
            tiny.write_corpus(f'{work}/corpus')
            tiny.run('weights_of.py', '../relations.onnx', f'{work}/start.safetensors')
            base = base_of('minilm')
            start = tiny.encoder.load(tiny.NETWORKS['relations'](base), f'{work}/start.safetensors').eval()
            ids, ones, pool = np.array([[CLS, 1, 10000, 9, SEP]]), np.ones((1, 5), np.float32), np.zeros((1, 2, 5), np.float32)
            pool[0, :, 1] = 1
            want, _ = onnxruntime.InferenceSession('../relations.onnx').run(None, {'ids': ids, 'mask': ones, 'pool': pool})
            with torch.no_grad():
                got = torch.sigmoid(start(*map(torch.tensor, (ids, ones, pool)))[0]).numpy()
            self.assertLess(np.abs(got - want).max(), 1e-4)

            tiny.train('relations', f'{work}/start.safetensors', work, '--frozen', '2', '--rehearse', 'passages')
            # Weights are kept in eight bits: what stays is what comes back of the start when it is kept likewise.
            os.makedirs(f'{work}/kept')
            tiny.encoder.save(start.state_dict(), f'{work}/kept/relations.safetensors')
            kept, after = (tiny.load('relations', folder, base).encoder.layers for folder in (f'{work}/kept', work))
            same = [torch.equal(kept[k].up.bias, after[k].up.bias) for k in (1, 5)]
            self.assertEqual(same, [True, False])

    def test_students_learn_what_their_teacher_says(self):
        with tempfile.TemporaryDirectory() as work:
            tiny.write_corpus(f'{work}/corpus')
            tiny.run('weights_of.py', '../relations.onnx', f'{work}/start.safetensors')
            tiny.run('students.py', '--start', f'{work}/start.safetensors', '--teacher', f'{work}/start.safetensors', '--teacher-base',
                     'minilm', '--rates', '1e-6', '2e-6', '--corpus', f'{work}/corpus', '--passages', 'passages', '--out',
                     f'{work}/relations.safetensors', '--epochs', '2', '--limit', '64', '--workers', '1', '--device', 'cpu')
            ids, ones, pool = np.array([[CLS, 1, 10000, 9, SEP]]), np.ones((1, 5), np.float32), np.zeros((1, 2, 5), np.float32)
            pool[0, :, 1] = 1
            want, _ = onnxruntime.InferenceSession('../relations.onnx').run(None, {'ids': ids, 'mask': ones, 'pool': pool})
            with torch.no_grad():
                got = torch.sigmoid(tiny.load('relations', work, base_of('minilm'))(*map(torch.tensor, (ids, ones, pool)))[0])
            # Its own teacher, at a low rate: it stays what it was, but for what is rounded off.
            self.assertLess(np.abs(want - got.numpy()).max(), 0.05)

    @unittest.skipUnless(WEIGHTS, 'set WEIGHTS_DIR to a folder with weights')
    def test_a_few_steps_with_a_teacher_from_weights_that_exist(self):
        with tempfile.TemporaryDirectory() as work:
            tiny.write_corpus(f'{work}/corpus')
            weights = f'{os.path.abspath(WEIGHTS)}/relations.safetensors'
            tiny.run('students.py', '--start', weights, '--teacher', weights, weights, '--teacher-base', 'minilm', '--rates', '1e-4', '2e-4',
                     '--corpus', f'{work}/corpus', '--passages', 'passages', '--out', f'{work}/relations.safetensors', '--epochs', '2',
                     '--limit', '64', '--workers', '1')
            tiny.train('mentions', f'{os.path.abspath(WEIGHTS)}/mentions.safetensors', work)
            tiny.run('export.py', work, f'{work}/out', '--vocabulary', '../vocab.txt')
            ids = np.array([[CLS, 1, 10000, 9, SEP]])
            pool = np.zeros((1, 2, 5), np.float32)
            pool[0, :, 1] = 1
            session = onnxruntime.InferenceSession(f'{work}/out/relations.onnx')
            got, _ = session.run(None, {'ids': ids, 'mask': np.ones((1, 5), np.float32), 'pool': pool})
            with torch.no_grad():
                net = tiny.load('relations', work, base_of('minilm'))
                want = torch.sigmoid(net(torch.tensor(ids), torch.ones(1, 5), torch.tensor(pool))[0])
            self.assertEqual(got.shape, (1, 1, 2 * COUNT))
            self.assertLess(np.abs(got - want.numpy()).max(), 1e-3)


if __name__ == '__main__':
    unittest.main()
