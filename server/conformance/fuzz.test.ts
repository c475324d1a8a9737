import { describeFuzz } from '../../contract/conformance/fuzz/fuzz-suite.ts';
import { onEachDatabase } from '../testing/on-each-database.ts';
import { openAnew } from '../testing/open-anew.ts';

onEachDatabase(({ clocks, context }, database) =>
  describeFuzz(`the reference server on ${database}`, 200, () => openAnew(context(), clocks)),
);
