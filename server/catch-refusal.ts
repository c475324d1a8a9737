import { problem } from '../src/contract/problem.ts';
import type { Context } from './context.ts';

/** A refusal may be thrown wherever it is found: it undoes its transaction and becomes the answer. */
export async function catchRefusal(
  { onBug }: Pick<Context, 'onBug'>,
  callId: string,
  answer: () => Response | Promise<Response>,
): Promise<Response> {
  try {
    return await answer();
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    onBug(thrown, callId);
    return problem('unavailable');
  }
}
