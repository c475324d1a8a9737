import fc, { type Arbitrary } from 'fast-check';
import { findSchema, type JsonSchema, type OpenApiDocument } from '../openapi-document.ts';

/** The number of values in a thousand that are not what the contract asks for. */
const HOSTILE_PER_MILLE = 30;
const LIST_MAX = 4;

/**
 * A placeholder for an id that the server has named in an earlier answer: an attacker would try such an id, and only with one does a call get past the first
 * checks. The first few ids belong together.
 */
export const KNOWN_ID = fc.oneof(fc.nat({ max: 5 }), fc.nat({ max: 100 })).map((n) => `known:${n}`);

export const HOSTILE_TEXTS: readonly string[] = [
  '',
  ' ',
  '%',
  '%ff',
  '%2e%2e%2f',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'null',
  '-1',
  '1e309',
  'ã'.repeat(90),
  '\u0000',
  '\ud800',
  '\u202e<script>alert(1)</script>',
  '"; DROP TABLE requests; --',
];

/** Texts that are short to send and long to look at. */
const HEAVY_TEXTS: readonly string[] = [
  'x'.repeat(400_000),
  '😀'.repeat(40_000),
  `a${'\u0301'.repeat(100_000)}`,
  '\u0000'.repeat(100_000),
  ' '.repeat(400_000),
];

const hostileText = fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ unit: 'binary', maxLength: 40 }));

const hostile: Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom<unknown>(null, true, 0, -1, 1e308, 2 ** 53, 0.5, [], {}, [[[[[]]]]], { $ref: '#' }),
);

/** Makes values that a schema describes, and now and then, anywhere in them, one that it does not. */
export function valuesOf(document: OpenApiDocument, schema: JsonSchema): Arbitrary<unknown> {
  return fc.oneof(
    { weight: 1000 - HOSTILE_PER_MILLE, arbitrary: describedBy(document, findSchema(document, schema)) },
    { weight: HOSTILE_PER_MILLE, arbitrary: hostile },
  );
}

/** Makes such values as text, for a path, a query or a header. */
export function textsOf(document: OpenApiDocument, schema: JsonSchema): Arbitrary<string> {
  return valuesOf(document, schema).map((value) =>
    typeof value === 'string' ? value : JSON.stringify(value),
  );
}

function describedBy(document: OpenApiDocument, schema: JsonSchema): Arbitrary<unknown> {
  if (schema.oneOf) return fc.oneof(...schema.oneOf.map((one) => valuesOf(document, one)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const types = [schema.type ?? 'object'].flat();
  return fc.oneof(...types.map((type) => ofType(document, schema, type)));
}

function ofType(document: OpenApiDocument, schema: JsonSchema, type: string): Arbitrary<unknown> {
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return integer(schema);
    case 'array':
      return fc.array(valuesOf(document, schema.items ?? {}), {
        maxLength: Math.min(LIST_MAX, schema.maxItems ?? LIST_MAX),
      });
    case 'object':
      return record(document, schema);
    default:
      return text(schema);
  }
}

function integer({ minimum = 0, maximum = 2 ** 31 - 1 }: JsonSchema): Arbitrary<number> {
  return fc.oneof(fc.integer({ min: minimum, max: minimum + 9 }), fc.integer({ min: minimum, max: maximum }));
}

function record(document: OpenApiDocument, { properties = {}, required = [] }: JsonSchema) {
  const values = Object.entries(properties).map(([name, schema]) => [name, valuesOf(document, schema)]);
  return fc.record(Object.fromEntries(values) as Record<string, Arbitrary<unknown>>, {
    requiredKeys: required,
  });
}

function text({ format, pattern, minLength = 0, maxLength = 80 }: JsonSchema): Arbitrary<string> {
  if (format === 'uuid') return fc.oneof(KNOWN_ID, fc.uuid());
  if (format === 'date-time')
    return fc.date({ noInvalidDate: true, ...INSTANTS }).map((at) => at.toISOString());
  if (format === 'date') {
    return fc.date({ noInvalidDate: true, ...INSTANTS }).map((at) => at.toISOString().slice(0, 10));
  }
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  const length = { minLength, maxLength: Math.min(maxLength, 80) };
  if (maxLength > 1000) {
    const heavy = fc.constantFrom(...HEAVY_TEXTS);
    return fc.oneof({ weight: 8, arbitrary: fc.constant(SENTENCE) }, hostileText, heavy);
  }
  return fc.oneof(KNOWN_ID, fc.string(length), fc.string({ ...length, unit: 'grapheme' }));
}

/** A text that is long enough for what a citizen is asked to write. */
const SENTENCE = 'Recebi uma nota de cobrança e não percebo a que mês se refere.';

const INSTANTS = { min: new Date('1990-01-01'), max: new Date('2100-01-01') };
