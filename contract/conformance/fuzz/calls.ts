import fc, { type Arbitrary } from 'fast-check';
import {
  findSchema,
  listOperations,
  listParameters,
  type MediaType,
  type OpenApiDocument,
  type Parameter,
  type PlacedOperation,
} from '../openapi-document.ts';
import { HOSTILE_TEXTS, KNOWN_ID, textsOf, valuesOf } from './values.ts';

/** A call before it is made: `known:3` stands for an id that is known only by then, and `{me}` and the like for a value that must fit the call. */
export interface FuzzedCall {
  who: 'maria' | 'joao' | 'nobody';
  method: string;
  /** The path below `/api/v1`, or `/demo/…`; its parts are not encoded yet. */
  path: readonly string[];
  query: Readonly<Record<string, string>>;
  headers: Readonly<Record<string, string>>;
  body: string | null;
}

/** Bodies that no page of the app would write, and any other client may. */
const hostileBody = fc.constantFrom(
  '',
  '{',
  'null',
  '[]',
  '"',
  '\ufeff{}',
  '{"__proto__":{"isAdmin":true}}',
  `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
  '1e999',
  '\u0000',
);

const strangeHeaders = fc.dictionary(
  fc.constantFrom(
    'Range',
    'Origin',
    'Sec-Fetch-Site',
    'Sec-Fetch-Dest',
    'Cookie',
    'Content-Type',
    'Accept',
    'Expect-Not',
  ),
  fc.constantFrom(
    '',
    'bytes=5-2',
    'null',
    'https://mau.example',
    'cross-site',
    'document',
    'eclic-session=%',
    'text/plain',
    ',',
  ),
  { maxKeys: 2 },
);

/** Moves of the clerk and the clock, so that requests get into every state. */
const worldMoves: Arbitrary<FuzzedCall> = fc
  .oneof(
    fc
      .record({
        requestId: KNOWN_ID,
        action: fc.constantFrom('review', 'ask', 'answer', 'forward', 'close'),
      })
      .map((json) => ({ path: ['demo', 'office'], json })),
    fc
      .record({ workingDays: fc.integer({ min: 0, max: 3 }) })
      .map((json) => ({ path: ['demo', 'clock'], json })),
  )
  .map(({ path, json }) => ({
    who: 'nobody',
    method: 'POST',
    path,
    query: {},
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(json),
  }));

export function callsOf(document: OpenApiDocument): Arbitrary<FuzzedCall> {
  const ofOperations = listOperations(document).map((placed) => callOf(document, placed));
  return fc.oneof({ weight: 9, arbitrary: fc.oneof(...ofOperations) }, { weight: 1, arbitrary: worldMoves });
}

function callOf(document: OpenApiDocument, placed: PlacedOperation): Arbitrary<FuzzedCall> {
  const parameters = listParameters(document, placed);
  const partsOf = (where: Parameter['in']) =>
    dictionary(
      document,
      parameters.filter((one) => one.in === where),
    );
  return fc
    .record({
      who: fc.constantFrom<FuzzedCall['who'][]>('maria', 'maria', 'joao', 'joao', 'nobody'),
      inPath: partsOf('path'),
      query: partsOf('query'),
      own: fc.oneof({ weight: 19, arbitrary: partsOf('header') }, fc.constant({})),
      strange: fc.oneof({ weight: 5, arbitrary: fc.constant({}) }, strangeHeaders),
      body: bodyOf(document, placed),
    })
    .map(({ who, inPath, query, own, strange, body }) => ({
      who,
      method: placed.method.toUpperCase(),
      path: placed.path
        .split('/')
        .slice(1)
        .map((part) => inPath[part.slice(1, -1)] ?? part),
      query,
      headers: { ...body?.headers, ...own, ...strange },
      body: body?.text ?? null,
    }));
}

function dictionary(document: OpenApiDocument, parameters: Parameter[]): Arbitrary<Record<string, string>> {
  const given = parameters.map(({ name, schema, required }): Arbitrary<[string, string] | null> => {
    const pair = fittingOr(name, textsOf(document, schema)).map((text): [string, string] => [name, text]);
    return required ? pair : fc.option(pair);
  });
  return fc.tuple(...given).map((pairs) => Object.fromEntries(pairs.filter((pair) => pair !== null)));
}

/** Header values that fit the call. Chance seldom makes them, and without them nothing behind the first check would be reached. */
const FITTING = new Map([
  ['X-Citizen', '{me}'],
  ['Idempotency-Key', '"{id}:1"'],
  ['Upload-Checksum', '{checksum}'],
  ['Upload-Metadata', 'attachmentId {base64 id}'],
]);

function fittingOr(name: string, any: Arbitrary<string>): Arbitrary<string> {
  const fitting = FITTING.get(name);
  return fitting === undefined ? any : fc.oneof({ weight: 9, arbitrary: fc.constant(fitting) }, any);
}

function bodyOf(document: OpenApiDocument, { operation }: PlacedOperation) {
  const [type, media] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  if (type === undefined || !media) return fc.constant(null);
  const texts = type.endsWith('json')
    ? jsonOf(document, media).map((value) => JSON.stringify(value) ?? '')
    : fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ maxLength: 200 }));
  return fc
    .oneof({ weight: 12, arbitrary: texts }, hostileBody)
    .map((text) => ({ text, headers: { 'Content-Type': type } }));
}

/** Makes values that the schema describes, and the document's own examples with a field or two replaced by such values. */
function jsonOf(document: OpenApiDocument, { schema, examples = {} }: MediaType): Arbitrary<unknown> {
  const values = valuesOf(document, schema);
  const right = fc.constantFrom(...Object.values(examples).map(({ value }) => value as object));
  const fields = Object.keys(findSchema(document, schema).properties ?? {});
  const nearlyRight = fc
    .tuple(right, values, fc.subarray(fields, { maxLength: Math.min(2, fields.length) }))
    .map(([example, value, changed]) => {
      const given = Object.entries(value ?? {}).filter(([name]) => changed.includes(name));
      return { ...example, ...Object.fromEntries(given) };
    });
  return fc.oneof(values, { weight: 2, arbitrary: nearlyRight });
}
