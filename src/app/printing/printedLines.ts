/** Of lists that share the room on paper, how much of each is printed. */

/** How many lines of lists of some lengths are printed, the first ones first; `most`: of all together. */
export function printedLines(lengths: readonly number[], most: number): number[] {
  let room = most;
  return lengths.map((length) => {
    const given = Math.min(length, room);
    room -= given;
    return given;
  });
}
