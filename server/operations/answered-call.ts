/** What is told of a call: which one it was and how it went, and nothing that anybody wrote. */
export interface AnsweredCall {
  /** Made for this call, and sent with its answer, so that one who asks for help can name it. */
  id: string;
  method: string;
  /** As it is written in the code, without the ids that an address holds. */
  route: string;
  status: number;
  ms: number;
}
