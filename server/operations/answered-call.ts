/** What the log and the metrics tell of a call: which one it was and how it went, and nothing that anybody wrote. */
export interface AnsweredCall {
  /** Made for this call and sent with its answer, so that whoever asks for help can name it. */
  id: string;
  method: string;
  /** The route as the code writes it, without the ids that an address holds. */
  route: string;
  status: number;
  ms: number;
}
