import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describeContract } from '../../contract/conformance/contract-suite.ts';
import { withSessionCookie } from '../http/session-cookie.ts';
import { createIndexedDbStore } from '../indexeddb-store.ts';
import { createMockServer } from '../server.ts';
import { createTestClock } from '../testing/test-clock.ts';

// Every other call goes to another tab's server: nothing may be known but what is in the database.
describeContract('The pretend server in two tabs, on IndexedDB', async () => {
  const clock = createTestClock();
  const api = { indexedDB: new IDBFactory(), IDBKeyRange };
  const openTab = () => withSessionCookie(createMockServer(createIndexedDbStore(api), clock.now));
  const [first, second] = [openTab(), openTab()];
  let calls = 0;
  return {
    server: (request) => {
      calls += 1;
      return calls % 2 === 0 ? first(request) : second(request);
    },
    advance: clock.advance,
    stop: async () => {},
  };
});
