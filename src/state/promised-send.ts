/** **Iniciar sessão e enviar**, pressed in this tab by whoever has not signed in. */
export interface SendPress {
  draftId: string;
  /** When the draft that they saw had last changed: its `updatedAt`. */
  asOf: string;
  /** When they pressed, in milliseconds since the epoch. */
  at: number;
}

/** The press, and who has signed in by it. */
export interface PromisedSend extends SendPress {
  citizenId: string;
}

/** In no storage: whoever loads the page anew presses themselves. */
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
