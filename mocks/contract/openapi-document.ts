import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const METHODS = ['get', 'put', 'post', 'delete', 'head', 'patch'] as const;

interface MediaType {
  schema?: unknown;
  examples?: Record<string, { value: unknown }>;
}

export interface DocumentedAnswer {
  description: string;
  content?: Record<string, MediaType>;
  headers?: Record<string, { required?: boolean; schema: unknown }>;
}

interface Operation {
  operationId: string;
  summary?: string;
  description?: string;
  responses: Record<string, DocumentedAnswer | { $ref: string }>;
}

export interface OpenApiDocument {
  paths: Record<string, Record<string, unknown>>;
  components: { responses: Record<string, DocumentedAnswer> };
}

export interface PlacedOperation {
  path: string;
  method: string;
  operation: Operation;
}

export function readOpenApiDocument(): OpenApiDocument {
  const file = new URL('../../src/contract/openapi.yaml', import.meta.url);
  return parse(readFileSync(file, 'utf8')) as OpenApiDocument;
}

export function listOperations(document: OpenApiDocument): PlacedOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => method in item).map((method) => ({
      path,
      method,
      operation: item[method] as Operation,
    })),
  );
}

/** The answer that is documented for a status, and where in the document it stands. */
export function findAnswer(
  document: OpenApiDocument,
  { path, method, operation }: PlacedOperation,
  status: string,
): { answer: DocumentedAnswer; pointer: string } | null {
  const given = operation.responses[status];
  if (!given) return null;
  if (!('$ref' in given)) {
    return { answer: given, pointer: `#/paths/${escapePointer(path)}/${method}/responses/${status}` };
  }
  const answer = document.components.responses[given.$ref.split('/').at(-1) ?? ''];
  return answer ? { answer, pointer: given.$ref } : null;
}

/** As a JSON pointer within a URI writes it. */
export function escapePointer(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}
