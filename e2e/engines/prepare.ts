import { buildIfStale } from '../../src/lib/serving/build-if-stale.ts';
import { tellLeftOut } from './browsers/find-engine.ts';

/** Once, before all tests: the servers serve what was built. */
async function prepare(): Promise<void> {
  tellLeftOut();
  await buildIfStale('production');
}

// The test runner asks for a default.
export default prepare;
