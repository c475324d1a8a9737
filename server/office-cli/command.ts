import type { Result } from '../../shared/result.ts';
import type { Context } from '../context.ts';

/** The server did not answer, or not to the end, so nobody knows what became of the call: asking again may help. */
export class Unanswered {
  constructor(readonly sentence: string) {}
}

/** A command that somebody types. `Of`: the database, where the server runs, or its API, from anywhere. */
export interface Command<Of = Context> {
  /** The arguments behind the command's name, such as `<user>`. */
  takes: string;
  does: string;
  /** Returns what is printed, or what was wrong. */
  run(of: Of, args: string[]): Promise<Result<string, string | Unanswered>>;
}

const CONTROL = /(?![\n\t])\p{Cc}/gu;

/** Prepares somebody's words for a terminal, which would obey some characters. */
export function printable(text: string): string {
  return text.replace(CONTROL, '\u{fffd}');
}
