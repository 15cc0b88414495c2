/** How far actors are from one: steps along lines, whatever their direction. */

/** Anything that joins two actors. */
export interface Line {
  readonly a: string;
  readonly b: string;
}

/** The actors within some steps of one, with the number of steps; the actor itself is 0 away. */
export function stepsFrom(lines: Iterable<Line>, start: string, most: number): Map<string, number> {
  const partners = partnersOf(lines);
  const steps = new Map([[start, 0]]);
  let border = [start];
  for (let step = 1; step <= most && border.length > 0; step++) {
    const next: string[] = [];
    for (const actor of border) {
      for (const partner of partners.get(actor) ?? []) {
        if (steps.has(partner)) continue;
        steps.set(partner, step);
        next.push(partner);
      }
    }
    border = next;
  }
  return steps;
}

/** Whom each actor has lines with. */
export function partnersOf(lines: Iterable<Line>): Map<string, Set<string>> {
  const partners = new Map<string, Set<string>>();
  const add = (actor: string, partner: string) => {
    const known = partners.get(actor);
    if (known) known.add(partner);
    else partners.set(actor, new Set([partner]));
  };
  for (const { a, b } of lines) {
    if (a === b) continue;
    add(a, b);
    add(b, a);
  }
  return partners;
}
