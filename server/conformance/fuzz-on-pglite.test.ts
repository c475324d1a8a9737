import { afterAll, beforeAll } from 'vitest';
import { describeFuzz } from '../../contract/conformance/fuzz/fuzz-suite.ts';
import { openAnew } from '../testing/open-anew.ts';
import { prepareWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';

const clocks = createTestClocks();
const context = createTestContext(openTestDatabase(), clocks);

beforeAll(() => prepareWorld(context), START_MS);
afterAll(() => context.db.destroy());

describeFuzz('the reference server on PGlite', 200, () => openAnew(context, clocks));
