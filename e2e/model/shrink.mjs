// Shrinks a failing sequence.

/** Removes steps, larger runs first, while the rest still fails. */
export async function shrink(steps, fails) {
  let shortest = steps;
  for (let length = Math.ceil(steps.length / 2); length >= 1; length = length === 1 ? 0 : Math.ceil(length / 2)) {
    for (let start = 1; start + length <= shortest.length; ) {
      // The page is checked after steps with `rest` only, so the last step needs it.
      const shorter = shortest.filter((_, place) => place < start || place >= start + length);
      shorter[shorter.length - 1] = { ...shorter.at(-1), rest: true };
      if (await fails(shorter)) shortest = shorter;
      else start += length;
    }
  }
  return shortest;
}
