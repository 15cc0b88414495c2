"""Sentences as src/text/sentences.ts cuts them."""
import re

ABBREVIATIONS = r'(?<!\b[A-Z])(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bGen)(?<!\bCol)(?<!\bSt)(?<!\bU\.S)(?<!\bNo)'
SENTENCE = re.compile(r'.+?(?:' + ABBREVIATIONS + r'[.!?…]["”’»)\]]*(?=\s+["“‘«(]?[A-Z0-9])|$)')


def sentences(text):
    spans = []
    for line in re.finditer(r'[^\n]+', text):
        for m in SENTENCE.finditer(line.group()):
            a, b = line.start() + m.start(), line.start() + m.end()
            while a < b and text[a].isspace():
                a += 1
            if b > a:
                spans.append((a, b))
    return spans
