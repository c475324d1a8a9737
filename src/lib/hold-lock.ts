/** Holds a lock that others may hold too, by which tabs find each other. Returns the function that lets it go. */
export function holdLock(locks: LockManager, name: string): () => void {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  void locks.request(name, { mode: 'shared' }, () => held);
  return letGo;
}
