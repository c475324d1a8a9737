/** What goes to others, who may not take it. */
export type Unsent = 'mail' | 'webhook';

export interface UnsentWatch {
  /** A try to send it was not taken. */
  onUnsent(what: Unsent): void;
}

/** So that whoever runs the server sees an outage, whatever becomes of what was to be sent. */
export async function tellUnsent<T>(
  { onUnsent }: UnsentWatch,
  what: Unsent,
  sending: Promise<T>,
): Promise<T> {
  try {
    return await sending;
  } catch (error) {
    onUnsent(what);
    throw error;
  }
}
