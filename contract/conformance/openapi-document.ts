import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const METHODS = ['get', 'put', 'post', 'delete', 'head', 'patch'] as const;

export interface MediaType {
  schema: JsonSchema;
  examples?: Record<string, { value: unknown }>;
}

export interface DocumentedAnswer {
  description: string;
  content?: Record<string, MediaType>;
  headers?: Record<string, { required?: boolean; schema: unknown }>;
}

/** The part of JSON Schema that the document uses. */
export interface JsonSchema {
  $ref?: string;
  oneOf?: JsonSchema[];
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: JsonSchema;
}

interface Operation {
  operationId: string;
  summary?: string;
  description?: string;
  /** The credentials that the operation accepts. An empty list lets everybody in; without one, that of the whole document holds. */
  security?: Record<string, string[]>[];
  parameters?: (Parameter | { $ref: string })[];
  requestBody?: { content: Record<string, MediaType> };
  responses: Record<string, DocumentedAnswer | { $ref: string }>;
}

export interface OpenApiDocument {
  paths: Record<string, Record<string, unknown>>;
  components: {
    responses: Record<string, DocumentedAnswer>;
    parameters: Record<string, Parameter>;
    schemas: Record<string, JsonSchema>;
  };
}

export interface PlacedOperation {
  path: string;
  method: string;
  operation: Operation;
}

export type ContractName = 'openapi' | 'office';

export function readOpenApiDocument(name: ContractName = 'openapi'): OpenApiDocument {
  const file = new URL(`../${name}.yaml`, import.meta.url);
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

/** Lists the parameters of the operation, and those that its path has for all methods. */
export function listParameters(document: OpenApiDocument, { path, operation }: PlacedOperation): Parameter[] {
  const shared = (document.paths[path]?.parameters ?? []) as Operation['parameters'];
  return [...(shared ?? []), ...(operation.parameters ?? [])].map((given) => {
    if (!('$ref' in given)) return given;
    const found = document.components.parameters[lastPart(given.$ref)];
    if (!found) throw new Error(`The contract has no parameter ${given.$ref}`);
    return found;
  });
}

export function findSchema(document: OpenApiDocument, schema: JsonSchema): JsonSchema {
  if (schema.$ref === undefined) return schema;
  const found = document.components.schemas[lastPart(schema.$ref)];
  if (!found) throw new Error(`The contract has no schema ${schema.$ref}`);
  return found;
}

function lastPart(reference: string): string {
  return reference.split('/').at(-1) ?? '';
}

/** Finds the answer that is documented for a status, and its place in the document. */
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
  const answer = document.components.responses[lastPart(given.$ref)];
  return answer ? { answer, pointer: given.$ref } : null;
}

/** Escapes a part of a JSON pointer for use in a URI. */
export function escapePointer(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}
