import type { Result } from '../../src/lib/result.ts';
import type { Context } from '../context.ts';

/** Something that whoever runs the server asks for at their own keyboard. */
export interface Command {
  /** What stands behind its name, as in `<user>`. */
  takes: string;
  does: string;
  /** Answers what is printed, or what was wrong. */
  run(context: Context, args: string[]): Promise<Result<string, string>>;
}
