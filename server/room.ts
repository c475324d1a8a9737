/** A budget for what takes memory while it lasts: so much for each caller, and so much for all callers of this process together. */
export interface Room {
  /** Returns a function that gives the amount back, once. Null: there is no room. */
  take(who: string, amount: number): (() => void) | null;
}

export function createRoom(most: { each: number; all: number }): Room {
  const taken = new Map<string, number>();
  let all = 0;
  function change(who: string, amount: number): void {
    const now = (taken.get(who) ?? 0) + amount;
    if (now === 0) taken.delete(who);
    else taken.set(who, now);
    all += amount;
  }
  return {
    take(who, amount) {
      if ((taken.get(who) ?? 0) + amount > most.each || all + amount > most.all) return null;
      change(who, amount);
      let isTaken = true;
      return () => {
        if (isTaken) change(who, -amount);
        isTaken = false;
      };
    },
  };
}
