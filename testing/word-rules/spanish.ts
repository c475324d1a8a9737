import { findWritten, type Instead } from './find-written.ts';

const INSTEAD: Instead = [
  [/\bsincroniz/iu, 'guardar, enviar'],
  [/\busuari[oa]s?\b/iu, 'quien usa e-Clic'],
  [/\bpor favor\b/iu, 'nothing'],
  [/(?<!\p{L})inválid[oa]s?\b/iu, 'no es correcto'],
  // «Una clave» is a key that encrypts. What people sign in with is a «contraseña».
  [/\bla clave\b(?! móvil)/iu, 'la contraseña'],
  [/\blenguas?\b/iu, 'idioma'],
  [/\binternet\b/u, 'Internet'],
  [/(?<!Instituto )\bde Segurança Social\b(?! Direta)/u, 'de la Segurança Social'],
  [/(?<!\p{L})(tú|tus?|puedes|tienes|quieres|vosotr[oa]s|vuestr[oa]s?)(?!\p{L})/iu, 'usted, su'],
  [/(^|\?)[^¿]*\?/u, '¿…?'],
  [/(^|!)[^¡]*!/u, '¡…!'],
  // *Primero* and *tercero* lose their last letter before a noun.
  [/\b[13]\.º (día|grado|mes|año)/u, '1.er, 3.er'],
];

export function findWrongSpanish(texts: ReadonlyMap<string, string>): string[] {
  return findWritten(INSTEAD, texts);
}
