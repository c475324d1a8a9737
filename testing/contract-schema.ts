import { readOpenApiDocument } from '../contract/conformance/openapi-document.ts';
import { createSchemas } from '../contract/conformance/schema-check.ts';

/** What the contract would complain about in a value; empty when it is as it should be. */
export function complaintsOfContract(schema: 'CitizenRequest' | 'Message', value: unknown): string[] {
  const validate = createSchemas(readOpenApiDocument())(`#/components/schemas/${schema}`);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** How long, or how many, the contract lets a field be. */
export function mostOfContract(schema: string, field: string): number | undefined {
  const { schemas } = readOpenApiDocument().components as unknown as {
    schemas: Record<string, { properties: Record<string, { maxLength?: number; maxItems?: number }> }>;
  };
  const { maxLength, maxItems } = schemas[schema]?.properties[field] ?? {};
  return maxLength ?? maxItems;
}
