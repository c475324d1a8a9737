/** In which uploads are looked into, of each citizen one after the other. */
export interface Looks {
  take<Result>(citizenId: string, look: () => Promise<Result>): Promise<Result>;
}

export function createLooks(): Looks {
  /** Of each citizen the last that was begun. */
  const last = new Map<string, Promise<unknown>>();
  return {
    take(citizenId, look) {
      const before = last.get(citizenId) ?? Promise.resolve();
      const turn = before
        .catch(() => undefined)
        .then(look)
        .finally(() => {
          if (last.get(citizenId) === turn) last.delete(citizenId);
        });
      last.set(citizenId, turn);
      return turn;
    },
  };
}
