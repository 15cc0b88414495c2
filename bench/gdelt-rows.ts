/** Made-up GDELT 2.0 event rows with the shape of real ones: 61 columns, skewed actors and codes, a month apart. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { lcg } from './graph-of-chance.ts';

const STATES =
  'USA RUS CHN GBR FRA ISR UKR IRN IND PAK TUR DEU SYR IRQ SAU JPN EGY AUS CAN NGA AFG PSE KOR PRK ITA POL LBN ESP ZAF KEN MEX BRA YEM ETH SDN LBY VEN IDN PHL VNM NER MLI TCD BFA GHA SEN CIV CMR UGA RWA COD AGO ZMB ZWE DZA MAR TUN JOR QAT ARE KWT GEO ARM AZE KAZ UZB SRB GRC CYP HUN ROU BGR AUT CHE BEL NLD SWE NOR FIN DNK EST LVA LTU BLR MDA THA MMR KHM LAO MYS SGP BGD LKA NPL'.split(
    ' ',
  );
const CODES =
  '010 042 040 043 051 036 020 190 111 173 112 046 030 057 193 120 013 012 016 061 071 130 141 163 172 084 1121 0233 100 060 014 110 138 161 180 050 070 072 085 174'.split(
    ' ',
  );
const TYPES = ['', '', '', 'GOV', 'GOV', 'MIL', 'CVL', 'MED', 'COP', 'REB'];
const PIECE = 10_000;

/** Writes a file of that many rows; the same for the same number. */
export function writeGdelt(path: string, rows: number): void {
  const file = openSync(path, 'w');
  const random = lcg(7);
  for (let done = 0; done < rows; done += PIECE) {
    const lines: string[] = [];
    for (let i = done; i < Math.min(rows, done + PIECE); i++) lines.push(row(i, random));
    writeSync(file, `${lines.join('\n')}\n`);
  }
  closeSync(file);
}

function row(index: number, random: () => number): string {
  const [month, day] = [1 + Math.floor(random() * 12), 1 + Math.floor(random() * 28)];
  const date = `2023${two(month)}${two(day)}`;
  const code = pick(CODES, random);
  const cells = [
    String(1_085_000_000 + index),
    date,
    date.slice(0, 6),
    '2023',
    `2023.${1000 + month * 80}`,
    ...actor(random),
    ...actor(random),
    '1',
    code,
    code.slice(0, 3),
    code.slice(0, 2),
    '1',
    '4.0',
    '10',
    '1',
    '10',
    '-2.53807106598985',
    ...place(random),
    ...place(random),
    ...place(random),
    `${date}121500`,
    `https://www.example${Math.floor(random() * 900)}.com/news/world/${index}/a-headline-of-some-words-in-the-address`,
  ];
  return cells.join('\t');
}

function actor(random: () => number): string[] {
  if (random() < 0.15) return Array<string>(10).fill('');
  const state = pick(STATES, random);
  const type = TYPES[Math.floor(random() * TYPES.length)]!;
  return [`${state}${type}`, `NAME OF ${state}`, state, '', '', '', '', type, '', ''];
}

function place(random: () => number): string[] {
  const state = pick(STATES, random);
  return [
    '4',
    `Some Town, Some Province, Country of ${state}`,
    state.slice(0, 2),
    `${state.slice(0, 2)}08`,
    '22354',
    '33.8333',
    '66.0000',
    '-3378435',
  ];
}

/** Few are named often and many seldom, as in news. */
function pick<T>(items: readonly T[], random: () => number): T {
  return items[Math.floor(items.length * random() ** 2.5)]!;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
