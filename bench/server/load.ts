/** What the sender sends, to which servers, and for how long. */
export interface Load {
  name: string;
  ports: number[];
  citizens: number;
  atOnce: number;
  lastsMs: number;
}

export interface Sent {
  /** How long each call took, in ms. */
  times: number[];
  /** The time from the start of the first call to the end of the last, in ms. */
  tookMs: number;
  /** Bytes of the bodies in both directions. */
  bytes: number;
}

/** Prepares what the load needs on the server. The result gives each caller its function for the nth call. */
export type Prepare = (
  load: Load,
  sent: Sent,
) => Promise<(caller: number) => (n: number) => Promise<unknown>>;
