import { describeFuzz } from '../../contract/conformance/fuzz/fuzz-suite.ts';
import { timesInLevel } from '../../ops/test/level.ts';
import { onEachDatabase } from '../testing/on-each-database.ts';
import { openAnew } from '../testing/open-anew.ts';

onEachDatabase(({ clocks, context }, database) =>
  describeFuzz(`the reference server on ${database}`, timesInLevel(100, 200), () =>
    openAnew(context(), clocks),
  ),
);
