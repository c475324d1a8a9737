import { readOpenApiDocument } from '../contract/conformance/openapi-document.ts';
import { createSchemas } from '../contract/conformance/schema-check.ts';

/** Returns what the contract forbids about a value; empty if nothing. */
export function complaintsOfContract(schema: 'CitizenRequest' | 'Message', value: unknown): string[] {
  const validate = createSchemas(readOpenApiDocument())(`#/components/schemas/${schema}`);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Returns the greatest length, or the greatest number of items, that the contract allows a field. */
export function mostOfContract(schema: string, field: string): number | undefined {
  const { schemas } = readOpenApiDocument().components as unknown as {
    schemas: Record<string, { properties: Record<string, { maxLength?: number; maxItems?: number }> }>;
  };
  const { maxLength, maxItems } = schemas[schema]?.properties[field] ?? {};
  return maxLength ?? maxItems;
}
