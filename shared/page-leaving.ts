const ends = new Set<() => void>();
let isLeft = false;

/** Calls `end` when the page is left for good. Returns a function that withdraws `end`, for something that has ended before. */
export function onPageLeft(end: () => void): () => void {
  ends.add(end);
  return () => ends.delete(end);
}

export function leavePage(): void {
  isLeft = true;
  for (const end of ends) {
    try {
      end();
    } catch {
      // A transaction that has ended already throws here; the others must still be ended.
    }
  }
}

/** Whether the page has been left for good: nobody is told of errors after that. */
export function hasLeft(): boolean {
  return isLeft;
}
