import type { Result } from '../../shared/result.ts';
import type { Context } from '../context.ts';

/** Nobody answered, so that nobody knows what became of it: asking again may help. */
export class Unanswered {
  constructor(readonly sentence: string) {}
}

/** Something that somebody asks for at their own keyboard: of the database, where the server runs, or of its API, from anywhere. */
export interface Command<Of = Context> {
  /** What stands behind its name, as in `<user>`. */
  takes: string;
  does: string;
  /** Answers what is printed, or what was wrong. */
  run(of: Of, args: string[]): Promise<Result<string, string | Unanswered>>;
}
