import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actorScores } from '../evaluate/actor-counts.ts';
import { calibrationOf, fitCalibration } from '../evaluate/calibration.ts';
import { type Evaluation, type LabelledDocument, evaluate } from '../evaluate/evaluate.ts';
import { fitDates } from '../evaluate/fit-dates.ts';
import { fitGate } from '../evaluate/fit-gate.ts';
import { parseLabels } from '../evaluate/labels.ts';
import { type Case, type Counts, type Scores, f1Of, precisionOf, recallOf } from '../evaluate/score.ts';
import { parseKnowledge } from '../ontology/knowledge.ts';
import { compileLookup, type Lookup } from '../ontology/lookup.ts';
import type { ReaderSettings } from '../reader/reader.ts';
import { type Command, type ExitCode, NothingDone, WrongUse, argumentsOf, say } from './command.ts';
import { findFiles } from './find-files.ts';
import { loadKnowledgeFiles } from './knowledge-files.ts';
import { loadDocuments } from './load-documents.ts';
import { openReader, readerFolder } from './reader.ts';

/** Measures the reader against labelled texts. */
export const evaluateLabels: Command = {
  summary: 'measure the reader against labelled texts',
  help: `entente evaluate LABELS_DIR [TEXTS_DIR] [--reader NAME] [--json | --list | --fit | --gate | --dates]

LABELS_DIR holds labels (NAME.json: entities and relations) and, unless TEXTS_DIR
is given, the texts (NAME.txt).
Prints precision, recall and F1 end to end and with perfect actors, per relation,
and how often status and time are right.

  --reader NAME  light (default), careful, or a folder with a reader.json
  --json  everything as JSON, with each case and confidence
  --list  every miss and false alarm, with its sentence
  --fit   instead, how the threshold trades precision for recall on these texts, and
          the calibration for reader.json; only for texts that nobody trained on
  --gate  instead, the gate for reader.json, fitted on these texts: which pairs are
          worth asking the second network about
  --dates instead, what dates weigh (src/time/weights.json), fitted on these texts`,
  run,
};

async function run(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = argumentsOf(args, {
    reader: { type: 'string' },
    json: { type: 'boolean' },
    list: { type: 'boolean' },
    fit: { type: 'boolean' },
    gate: { type: 'boolean' },
    dates: { type: 'boolean' },
  });
  const [folder, textFolder = folder, ...rest] = positionals;
  if (folder === undefined || rest.length > 0) throw new WrongUse('name one folder of labelled texts');
  const home = readerFolder(values.reader);
  const { texts, skipped } = await loadTexts(folder, textFolder!);
  for (const message of skipped) say(`skipped: ${message}`);
  if (texts.length === 0) throw new NothingDone(`no text in ${folder} has a label file NAME.json beside it`);
  const lookup = compileLookup(parseKnowledge(loadKnowledgeFiles()));
  if (values.gate) return printGate(texts, lookup);
  if (values.dates) return printDates(texts, lookup);
  const opened = await openReader(home);
  const reader = values.fit ? { ...opened, settings: { ...opened.settings, ...UNFITTED } } : opened;
  const evaluation = await evaluate(texts, reader, lookup, (done, path) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${done + 1}/${texts.length} ${path}`);
  });
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  if (values.fit) return printFit(evaluation);
  const lines = values.json
    ? [JSON.stringify(evaluation)]
    : report(evaluation, texts.length, values.list ?? false);
  process.stdout.write(`${lines.join('\n')}\n`);
  return skipped.length > 0 ? 1 : 0;
}

async function loadTexts(
  folder: string,
  textFolder: string,
): Promise<{ texts: LabelledDocument[]; skipped: string[] }> {
  const { files, missing } = findFiles([textFolder]);
  const loaded = await loadDocuments(files, []);
  const skipped = [...missing, ...loaded.skipped];
  const texts = loaded.documents.flatMap((document): LabelledDocument[] => {
    const path = join(folder, `${document.id}.json`);
    try {
      return [{ document, labels: parseLabels(readFileSync(path, 'utf8'), path) }];
    } catch (error) {
      skipped.push(`${document.path}: ${(error as Error).message}`);
      return [];
    }
  });
  return { texts, skipped };
}

/** Everything that the network thinks possible, with its own probability. */
const UNFITTED: Partial<ReaderSettings> = {
  thresholds: { '*': 0.02 },
  calibration: [
    [0, 0],
    [1, 1],
  ],
};

function printFit({ endToEnd: { confidences, strict } }: Evaluation): ExitCode {
  const lines = [0.1, 0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7].map((threshold) => {
    const found = confidences.filter(([p]) => p >= threshold);
    const hits = found.filter(([, right]) => right).length;
    return row(`threshold ${threshold}`, { hits, found: found.length, labelled: strict.labelled });
  });
  lines.push('', `calibration ${JSON.stringify(fitCalibration(confidences))}`);
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

/**
 * So many characters the second network reads for each character of text. With markers, and with what the first
 * network reads, these are four pieces for each piece of text.
 */
const BUDGET = 1.93;

function printGate(texts: readonly LabelledDocument[], lookup: Lookup): ExitCode {
  process.stdout.write(`gate ${JSON.stringify(fitGate(texts, lookup, BUDGET))}\n`);
  return 0;
}

function printDates(texts: readonly LabelledDocument[], lookup: Lookup): ExitCode {
  process.stdout.write(`${JSON.stringify(fitDates(texts, lookup), null, 2)}\n`);
  return 0;
}

function report({ endToEnd, perfectActors, actors }: Evaluation, texts: number, list: boolean): string[] {
  const [precision, recall, f1] = actorScores(actors);
  return [
    `${texts} labelled texts, ${endToEnd.strict.labelled} relations`,
    '',
    `${''.padEnd(24)}precision  recall      F1`,
    `actors in relations     ${[precision, recall, f1].map(figure).join('')}`,
    ...section('end to end', endToEnd),
    ...section('perfect actors', perfectActors),
    '',
    'end to end, by relation',
    ...Object.entries(endToEnd.byRelation).map(([name, counts]) => row(`  ${name}`, counts)),
    ...(list ? ['', ...endToEnd.cases.filter(({ kind }) => kind !== 'hit').map(caseLine)] : []),
  ];
}

function section(title: string, { strict, stance, status, time, confidences }: Scores): string[] {
  return [
    row(`${title}, strict`, strict),
    row(`${title}, stance`, stance),
    `  status right ${share(status)}, time right ${share(time)}, calibration error ${calibrationOf(confidences).error.toFixed(3)}`,
  ];
}

function row(title: string, counts: Counts): string {
  const figures = [precisionOf(counts), recallOf(counts), f1Of(counts)].map(figure).join('');
  return `${title.padEnd(24)}${figures}   ${counts.hits} of ${counts.found} found, ${counts.labelled} labelled`;
}

function figure(value: number): string {
  return value.toFixed(3).padStart(8);
}

function share({ right, of }: { right: number; of: number }): string {
  return of === 0 ? '– (no case)' : `${(right / of).toFixed(3)} (${right} of ${of})`;
}

function caseLine({ kind, document, source, relation, target, confidence, quote }: Case): string {
  const sure = confidence === null ? '' : ` ${confidence.toFixed(2)}`;
  return `${kind}${sure}\t${document}\t${source} – ${relation} – ${target}\t${quote}`;
}
