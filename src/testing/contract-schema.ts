import { readOpenApiDocument } from '../../mocks/contract/openapi-document.ts';
import { createSchemas } from '../../mocks/contract/schema-check.ts';

/** What the contract would complain about in a value; empty when it is as it should be. */
export function complaintsOfContract(schema: 'CitizenRequest' | 'Message', value: unknown): string[] {
  const validate = createSchemas(readOpenApiDocument())(`#/components/schemas/${schema}`);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
