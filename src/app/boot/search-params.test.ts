import { describe, expect, it } from 'vitest';
import { parseSearch, stringifySearch } from './search-params.ts';

describe('the search part of an address', () => {
  it('stays text, also where it looks like a number', () => {
    expect(parseSearch('?code=1e3&state=007&q=true')).toEqual({ code: '1e3', state: '007', q: 'true' });
  });

  it('comes back as it went, without what is empty', () => {
    const text = stringifySearch({ voltar: '/pedidos?q=a&b', q: 'ação', estado: undefined, tema: '' });
    expect(parseSearch(text)).toEqual({ voltar: '/pedidos?q=a&b', q: 'ação' });
    expect(stringifySearch({})).toBe('');
  });
});
