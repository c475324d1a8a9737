import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { isPlainPath } from '../../shared/plain-path.ts';
import { API_BASE_PATH, type Server } from '../server.ts';
import {
  type ContractName,
  escapePointer,
  findAnswer,
  listOperations,
  type OpenApiDocument,
  type PlacedOperation,
  readOpenApiDocument,
} from './openapi-document.ts';

const DOCUMENT_KEY = 'contract';

export interface SchemaCheck {
  /** Passes every answer through, and rejects one that the contract does not document. */
  check(server: Server): Server;
  /** Lists `operation status` of all answers that came by. */
  seen: ReadonlySet<string>;
  documented: readonly string[];
}

export function createSchemas(document: OpenApiDocument): (pointer: string) => ValidateFunction {
  const ajv = new Ajv2020({ strict: false, validateSchema: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addFormat('binary', true);
  ajv.addSchema(document, DOCUMENT_KEY);
  // The office's document refers to `openapi.yaml` for what a citizen wrote, so that it is described once.
  ajv.addSchema(readOpenApiDocument(), 'openapi.yaml');
  return (pointer) => {
    const validate = ajv.getSchema(DOCUMENT_KEY + pointer);
    if (!validate) throw new Error(`The contract has nothing at ${pointer}`);
    return validate;
  };
}

export function createSchemaCheck(name: ContractName = 'openapi', basePath = API_BASE_PATH): SchemaCheck {
  const document = readOpenApiDocument(name);
  const schemaAt = createSchemas(document);
  const operations = listOperations(document);
  const seen = new Set<string>();
  return {
    seen,
    documented: operations.flatMap(({ operation }) =>
      Object.keys(operation.responses).map((status) => `${operation.operationId} ${status}`),
    ),
    check: (server) => async (request) => {
      const answer = await server(request);
      const placed = operations.find((candidate) => fits(basePath, candidate, request));
      if (placed) {
        await checkAnswer(document, schemaAt, placed, answer.clone());
        seen.add(`${placed.operation.operationId} ${answer.status}`);
      }
      return answer;
    },
  };
}

function fits(basePath: string, { path, method }: PlacedOperation, request: Request): boolean {
  const pattern = new RegExp(`^${basePath}${path.replace(/\{[^}]+\}/g, '[^/]+')}$`);
  const { pathname } = new URL(request.url);
  return request.method.toLowerCase() === method && pattern.test(pathname) && isPlainPath(pathname);
}

async function checkAnswer(
  document: OpenApiDocument,
  schemaAt: (pointer: string) => ValidateFunction,
  placed: PlacedOperation,
  answer: Response,
): Promise<void> {
  const name = `${placed.operation.operationId} ${answer.status}`;
  const found = findAnswer(document, placed, String(answer.status));
  if (!found) throw new Error(`${name} is not documented: ${await answer.text()}`);
  for (const [header, { required, schema }] of Object.entries(found.answer.headers ?? {})) {
    const value = answer.headers.get(header);
    if (value === null && required) throw new Error(`${name} lacks the header ${header}`);
    const expected = (schema as { const?: string }).const;
    if (expected !== undefined && value !== expected) throw new Error(`${name}: ${header} is ${value}`);
  }
  const types = Object.keys(found.answer.content ?? {});
  const type = answer.headers.get('Content-Type')?.split(';')[0] ?? '';
  if (types.length === 0) {
    if ((await answer.text()) !== '') throw new Error(`${name} should have no body`);
    return;
  }
  if (!types.includes(type)) throw new Error(`${name} is ${type}, not ${types.join(' or ')}`);
  if (!type.endsWith('json')) return;
  const validate = schemaAt(`${found.pointer}/content/${escapePointer(type)}/schema`);
  const body: unknown = await answer.json();
  if (!validate(body)) {
    throw new Error(`${name}: ${JSON.stringify(validate.errors)} in ${JSON.stringify(body)}`);
  }
}
