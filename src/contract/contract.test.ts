import { readFileSync } from 'node:fs';
import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript';
import { describe, expect, it } from 'vitest';

const SOURCE = new URL('./openapi.yaml', import.meta.url);
const GENERATED = new URL('./openapi.gen.ts', import.meta.url);

describe('The contract', () => {
  it('and its generated types say the same (npm run contract makes them)', async () => {
    const types = COMMENT_HEADER + astToString(await openapiTS(SOURCE, { silent: true }));
    expect(readFileSync(GENERATED, 'utf8')).toBe(types);
  }, 20_000);
});
