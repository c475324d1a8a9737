import { describeContract } from '../../contract/conformance/contract-suite.ts';
import { onEachDatabase } from '../testing/on-each-database.ts';
import { openAnew } from '../testing/open-anew.ts';
import { DATABASES_IN_PROCESS } from '../testing/test-database.ts';

onEachDatabase(
  ({ clocks, context }) =>
    describeContract('The reference server, in process', () => openAnew(context(), clocks)),
  DATABASES_IN_PROCESS,
);
