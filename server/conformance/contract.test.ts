import { describeContract } from '../../contract/conformance/contract-suite.ts';
import { onEachDatabase } from '../testing/on-each-database.ts';
import { openAnew } from '../testing/open-anew.ts';

onEachDatabase(({ clocks, context }) =>
  describeContract('The reference server, in process', () => openAnew(context(), clocks)),
);
