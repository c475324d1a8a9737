import { readFileSync } from 'node:fs';
import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript';
import { describe, expect, it } from 'vitest';
import { REFERENCE } from './reference.ts';

const at = (file: string) => new URL(file, import.meta.url);

describe('The contract', () => {
  it.each(['openapi', 'office'])(
    '%s.yaml and its generated types say the same (npm run contract makes them)',
    async (name) => {
      const types = COMMENT_HEADER + astToString(await openapiTS(at(`./${name}.yaml`), { silent: true }));
      expect(readFileSync(at(`./${name}.gen.ts`), 'utf8')).toBe(types);
    },
    20_000,
  );

  it('and the servers know a reference by the same pattern', () => {
    expect(readFileSync(at('./openapi.yaml'), 'utf8')).toContain(`pattern: "${REFERENCE.source}"`);
  });
});
