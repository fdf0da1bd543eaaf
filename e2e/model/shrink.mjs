// The shortest form of a sequence that fails.

/** Leaves steps out, larger runs of them first, for as long as what is left still fails. */
export async function shrink(steps, fails) {
  let shortest = steps;
  for (let length = Math.ceil(steps.length / 2); length >= 1; length = length === 1 ? 0 : Math.ceil(length / 2)) {
    for (let start = 1; start + length <= shortest.length; ) {
      // The last step of all has to come to rest, or nothing would be looked at.
      const shorter = shortest.filter((_, place) => place < start || place >= start + length);
      shorter[shorter.length - 1] = { ...shorter.at(-1), rest: true };
      if (await fails(shorter)) shortest = shorter;
      else start += length;
    }
  }
  return shortest;
}
