"""Sentences as src/text/sentences.ts cuts them."""
import re

ABBREVIATIONS = r'(?<!\b[A-Z])(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bGen)(?<!\bCol)(?<!\bSt)(?<!\bU\.S)(?<!\bNo)'
SENTENCE = re.compile(r'.+?(?:' + ABBREVIATIONS + r'[.!?…]["”’»)\]]*(?=\s+["“‘«(]?[A-Z0-9])|$)')


# "Lt. Gen. Smith", "on Nov. 27": the sentence goes on.
TITLE = re.compile(r'\b(?:Ms|Lt|Maj|Capt|Sgt|Brig|Adm|Prof|Sen|Rep|Gov|Pres|Rev|Hon|Mt)\.$')
MONTH = re.compile(r'\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$')


def sentences(text):
    spans = []
    for line in re.finditer(r'[^\n]+', text):
        first = len(spans)
        for m in SENTENCE.finditer(line.group()):
            a, b = line.start() + m.start(), line.start() + m.end()
            while a < b and text[a].isspace():
                a += 1
            if a == b:
                continue
            said = text[spans[-1][0]:spans[-1][1]] if len(spans) > first else ''
            if TITLE.search(said) or (MONTH.search(said) and text[a].isdigit()):
                spans[-1] = (spans[-1][0], b)
            else:
                spans.append((a, b))
    return spans
