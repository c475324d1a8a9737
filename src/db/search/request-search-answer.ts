import { summariseRequests } from './overview.ts';
import type { SearchCall } from './request-search.ts';
import { createSearchMemory, type SearchMemory, type SearchSource } from './request-search-memory.ts';

/** Answers calls, in a worker or, where there is none, in the page. */
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
        const page = await opened.find(call.query, call.page);
        if (!page.isComplete) void opened.readMessages().then(onNews);
        return page;
      }
      case 'summarise':
        return summariseRequests(await (await remember()).entries(), call.calendar);
      case 'refresh':
        await (await remember()).refresh(call.requestIds, call.messageIds);
        onNews();
        return null;
    }
  };
}
