import type { Calendar } from '../../../domain/working-days.ts';
import { findSimilar, type WrittenQuestion } from './find-similar.ts';
import type { RequestQuery } from './request-query.ts';
import { countStatistics } from './request-statistics.ts';
import { createSearchMemory, type SearchMemory, type SearchSource } from './search-memory.ts';

/** A call from the page to the search worker. */
export type SearchCall =
  | { do: 'open'; name: string }
  | { do: 'find'; query: RequestQuery; limit: number }
  | { do: 'findSimilar'; question: WrittenQuestion }
  | { do: 'countStatistics'; calendar: Calendar }
  | { do: 'refresh'; requestIds: string[]; messageIds: string[] };

/** A message from the search worker: an answer, or news that a search may now find something else. */
export type SearchReply =
  | { callId: number; answer: unknown }
  | { callId: number; failed: true }
  | { hasNews: true };

/** Makes a function that answers calls, in a worker or, where there is none, in the page. */
export function createAnswerer(openSource: (name: string) => Promise<SearchSource>, onNews: () => void) {
  let memory: Promise<SearchMemory> | null = null;

  async function remember(): Promise<SearchMemory> {
    if (!memory) throw new Error('Nothing has been opened to search in');
    return memory;
  }

  return async function answer(call: SearchCall): Promise<unknown> {
    switch (call.do) {
      case 'open':
        memory = openSource(call.name).then(createSearchMemory);
        await memory;
        return null;
      case 'find': {
        const opened = await remember();
        const page = await opened.find(call.query, call.limit);
        // Messages that cannot be read because the page is being left are no loss.
        if (!page.isComplete) void opened.readMessages().then(onNews, () => undefined);
        return page;
      }
      case 'findSimilar':
        return findSimilar(await (await remember()).entries(), call.question);
      case 'countStatistics':
        return countStatistics(await (await remember()).entries(), call.calendar);
      case 'refresh':
        await (await remember()).refresh(call.requestIds, call.messageIds);
        onNews();
        return null;
    }
  };
}
