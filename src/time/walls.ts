/** What keeps the parts of a sentence apart, as costs that add up along the way from one place to another. */

/** In order of rank; what one has taken, the next does not see. */
const WALLS: readonly (readonly [pattern: RegExp, cost: number])[] = [
  [/;|[.!?]["”’]?\s|•/gu, 3],
  [/:\s|[\s\u00a0][–—-][\s\u00a0]|—/gu, 1.5],
  [/,[\s\u00a0](?:and|but|while|whereas|though|although|so|yet)(?![\p{L}])/giu, 1],
  [
    /(?<![\p{L}])(?:which|who|whom|whose|where|that|when|after|before|because|as|if|while|until|since|once)(?![\p{L}])/giu,
    0.8,
  ],
  [/,/gu, 0.5],
  [/(?<![\p{L}])(?:and|or|but)(?![\p{L}])/giu, 0.4],
];
/** A comma or colon so soon after an opening date ("On 6 May in Paris, …", "6 May: …") ends the opening and is no wall. */
const OPENING_COMMA = 30;

/** The walls of one sentence. All offsets are UTF-16 code units into it. */
export interface Walls {
  /** Cost of the way from one offset to a later one. */
  between(from: number, to: number): number;
  /** Whether a bracket opens or closes on the way. */
  isBracketed(from: number, to: number): boolean;
  /** Behind the comma or colon that ends an opening date; the offset itself where there is none soon. */
  afterComma(from: number): number;
}

/** Reads the walls of a sentence once, so that each way then costs one subtraction. */
export function wallsOf(sentence: string): Walls {
  const costs = summed(sentence.length, costsAt(sentence));
  const depths = summed(sentence.length, bracketsAt(sentence));
  return {
    between: (from, to) => costs[to]! - costs[from]!,
    isBracketed: (from, to) => depths[to] !== depths[from],
    afterComma: (from) => {
      const at = sentence.slice(from, from + OPENING_COMMA + 1).search(/[,:]/);
      return at < 0 ? from : from + at + 1;
    },
  };
}

type Weights = readonly (readonly [at: number, weight: number])[];

function costsAt(sentence: string): Weights {
  const out: [number, number][] = [];
  let rest = sentence;
  for (const [pattern, cost] of WALLS) {
    rest = rest.replace(pattern, (words, at: number) => {
      out.push([at, cost]);
      return ' '.repeat(words.length);
    });
  }
  return out;
}

function bracketsAt(sentence: string): Weights {
  return [...sentence.matchAll(/[()]/g)].map(({ 0: bracket, index }) => [index, bracket === '(' ? 1 : -1]);
}

/** Sums of weights up to each offset. */
function summed(length: number, weights: Weights): Float64Array {
  const sums = new Float64Array(length + 1);
  for (const [at, weight] of weights) sums[at + 1]! += weight;
  for (let i = 1; i <= length; i++) sums[i]! += sums[i - 1]!;
  return sums;
}
