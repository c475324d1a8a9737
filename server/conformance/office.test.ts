import { createSite } from '../site.ts';
import { describeOffice } from '../testing/office/office-suite.ts';
import { prepareOffice } from '../testing/office/prepare-office.ts';
import { onEachDatabase } from '../testing/on-each-database.ts';
import { restoreWorld } from '../testing/saved-world.ts';
import { DATABASES_IN_PROCESS } from '../testing/test-database.ts';

onEachDatabase(
  ({ clocks, context }) =>
    describeOffice('The office’s API, in process', async () => {
      clocks.restart();
      await restoreWorld(context().db);
      return {
        ...(await prepareOffice(context(), clocks)),
        server: createSite(context()),
        advance: clocks.advance,
        stop: async () => {},
      };
    }),
  DATABASES_IN_PROCESS,
);
