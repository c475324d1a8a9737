import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

/** Returns the same fields in another order, at every depth. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, field]) => [key, turned(field)]),
  );
}

const json = fc.jsonValue();

describe('canonical JSON', () => {
  it('writes the example of RFC 8785', () => {
    const value: unknown = JSON.parse(`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
      "literals": [null, true, false]
    }`);
    expect(canonicalJson(value)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it('sorts by UTF-16 code units, as the RFC’s example does, and no name that looks like a number goes first', () => {
    const names = ['€', '\r', '\ufb33', '1', '😂', '\u0080', 'ö', '10', '2', '</script>'];
    const text = canonicalJson(Object.fromEntries(names.map((name) => [name, 0])));
    const written = [...text.matchAll(/"((?:[^"\\]|\\.)*)":0/g)].map(([, name]) => JSON.parse(`"${name}"`));
    expect(written).toEqual(['\r', '1', '10', '2', '</script>', '\u0080', 'ö', '€', '😂', '\ufb33']);
  });

  it('is the same whatever the order of the fields, and says the same', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(turned(value))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('tells an absent field from none, not from one that is undefined', () => {
    expect(canonicalJson({ a: undefined, b: null })).toBe('{"b":null}');
  });

  it('writes half an emoji as JSON does, so that whatever a citizen wrote has a hash', () => {
    expect(canonicalJson('\ud83d')).toBe(String.raw`"\ud83d"`);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, undefined, [undefined]])('has no text for %s', (value) => {
    expect(() => canonicalJson(value)).toThrow('JSON has no');
  });
});
