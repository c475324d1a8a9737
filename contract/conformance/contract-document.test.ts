import { describe, expect, it } from 'vitest';
import { escapePointer, findAnswer, listOperations, readOpenApiDocument } from './openapi-document.ts';
import { createSchemas } from './schema-check.ts';

const document = readOpenApiDocument();
const schemaAt = createSchemas(document);
const operations = listOperations(document);

const answers = operations.flatMap((placed) =>
  Object.keys(placed.operation.responses).flatMap((status) => {
    const found = findAnswer(document, placed, status);
    return Object.entries(found?.answer.content ?? {}).map(([type, media]) => ({
      name: `${placed.operation.operationId} ${status} ${type}`,
      pointer: `${found?.pointer}/content/${escapePointer(type)}/schema`,
      type,
      examples: Object.values(media.examples ?? {}),
    }));
  }),
);
const jsonAnswers = answers.filter(({ type }) => type.endsWith('json'));

describe('The contract', () => {
  it.each(operations)('explains $operation.operationId', ({ operation }) => {
    expect(operation.summary).toMatch(/\S/);
    expect(operation.description).toMatch(/\S/);
    expect(Object.keys(operation.responses)).not.toHaveLength(0);
  });

  it.each(jsonAnswers)('shows an example of $name, and it is right', ({ pointer, examples }) => {
    expect(examples).not.toHaveLength(0);
    const validate = schemaAt(pointer);
    for (const { value } of examples) {
      validate(value);
      expect(validate.errors).toBeNull();
    }
  });

  it('would notice a wrong example', () => {
    const validate = schemaAt('#/components/schemas/CitizenRequest');
    expect(validate({ reference: 'EC-2026-123' })).toBe(false);
  });
});
