const ends = new Set<() => void>();
let isLeft = false;

/** `end` is called when the page is left for good; what it returns is for what has ended before. */
export function untilLeft(end: () => void): () => void {
  ends.add(end);
  return () => ends.delete(end);
}

export function leavePage(): void {
  isLeft = true;
  for (const end of ends) {
    try {
      end();
    } catch {
      // It has ended already, which is all that is wanted.
    }
  }
}

/** Whether the page is over: what fails from now on is nobody's news. */
export function hasLeft(): boolean {
  return isLeft;
}
