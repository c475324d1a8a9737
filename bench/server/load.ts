/** What is sent, and to whom. */
export interface Load {
  name: string;
  ports: number[];
  citizens: number;
  atOnce: number;
  lastsMs: number;
}

export interface Sent {
  /** How long each took, in ms. */
  times: number[];
  /** From the first that began to the last that ended. */
  tookMs: number;
  /** Of bodies, both ways. */
  bytes: number;
}

/** Puts there beforehand what it needs, and answers what each of so many callers then sends, one after the other. */
export type Prepare = (
  load: Load,
  sent: Sent,
) => Promise<(caller: number) => (n: number) => Promise<unknown>>;
