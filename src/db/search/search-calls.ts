import type { ReaderLabels } from '../../../domain/topics/reader-topic.ts';
import type { Calendar } from '../../../domain/working-days.ts';
import { findSimilar, type WrittenQuestion } from './find-similar.ts';
import type { RequestQuery } from './request-query.ts';
import { countStatistics } from './request-statistics.ts';
import { createSearchMemory, type SearchMemory, type SearchSource } from './search-memory.ts';

/** A call from the page to the search worker. */
export type SearchCall =
  | { do: 'open'; name: string; labels: ReaderLabels | undefined }
  /** `isWhole` is true where the answer must wait for the messages. */
  | { do: 'find'; query: RequestQuery; limit: number; isWhole?: true }
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
  /** Whether the messages could not be read once. */
  let hasFailed = false;

  async function remember(): Promise<SearchMemory> {
    if (!memory) throw new Error('Nothing has been opened to search in');
    return memory;
  }

  function noteFailure(): void {
    hasFailed = true;
  }

  return async function answer(call: SearchCall): Promise<unknown> {
    switch (call.do) {
      case 'open':
        memory = openSource(call.name).then((source) => createSearchMemory(source, call.labels));
        await memory;
        return null;
      case 'find': {
        const opened = await remember();
        // Where the messages still cannot be read the search fails: the page would say for ever that they are being read.
        if (call.isWhole || hasFailed) await opened.readMessages();
        const page = await opened.find(call.query, call.limit);
        if (!page.isComplete) void opened.readMessages().catch(noteFailure).then(onNews);
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
