import { describe, expect, it } from 'vitest';
import { readReturnPath } from './return-path.ts';

describe('where signing in leads', () => {
  it.each(['/pedidos', '/pedidos?estado=emCurso', '/rascunhos/3f0c/tema#assunto'])('may be %s', (path) => {
    expect(readReturnPath(path)).toBe(path);
  });

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    '/entrar',
    '/entrar/cmd?code=x',
    '',
    undefined,
    7,
  ])('is never %s', (path) => {
    expect(readReturnPath(path)).toBeUndefined();
  });
});
