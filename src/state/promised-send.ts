/** A press on **Iniciar sessão e enviar** in this tab, by a guest. */
export interface SendPress {
  draftId: string;
  /** The `updatedAt` of the draft that the guest saw. */
  asOf: string;
  /** The time of the press, in milliseconds since the epoch. */
  at: number;
}

/** The press, and the citizen who has signed in by it. */
export interface PromisedSend extends SendPress {
  citizenId: string;
}

/** The promise is in no storage: a citizen who loads the page anew has to press again. */
let promised: PromisedSend | null = null;

export function promiseSend(promise: PromisedSend): void {
  promised = promise;
}

export function readPromisedSend(): PromisedSend | null {
  return promised;
}

export function forgetPromisedSend(): void {
  promised = null;
}
