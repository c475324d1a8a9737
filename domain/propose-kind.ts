import type { RequestKind } from '../contract/types.ts';
import { foldWords } from '../src/lib/fold-text.ts';

/** It is asked with every key: people say at the beginning what they want. */
const READ_UNITS = 2_000;

/** What is written folded, between spaces, as people ask for it; the first that fits tells. Past complaints are news, not wishes. */
const SIGNS: readonly (readonly [RequestKind, RegExp])[] = [
  ['complaint', /^ (reclamacao|queixa) /],
  ['complaint', / (reclamar|reclamo|queixar|queixo|complain|скаржусь|скаржуся|поскаржитися) /],
  [
    'complaint',
    / (apresentar|apresento|fazer|faco|formular|formalizar|presentar|presento|poner|hacer|presenter|faire|deposer|make|file|подати|подаю)( \p{L}+){0,2} (reclamacao|reclamacion|reclamation|queixa|queja|plainte|complaint|скаргу) /u,
  ],
  [
    'documents',
    / (preciso|precisava|necessito|quero|queria|pedir|peco|pedia|solicito|solicitar|obter|enviar me|enviem|enviem me|mandar me|emitir|emitam|need|want|necesito|quiero|voudrais|besoin)( (?!saber|entregar|juntar)\p{L}+){0,4} (declaracao|certidao|comprovativo|atestado|extrato|certificate|statement|certificado|justificante|attestation|justificatif) /u,
  ],
  ['clarification', / (duvidas?|esclarec\p{L}+|explicar|expliquem|porque e que|explain|aclarar|expliquer) /u],
  ['clarification', / nao (percebo|entendo|compreendo) /],
  [
    'information',
    / (como (posso|peco|faco|devo|funciona)|quando|quanto|quantos|quantas|quais|onde|saber|informac\p{L}+|perguntas?|tenho direito) /u,
  ],
];

/**
 * What somebody who writes so seems to want; null where the words do not say. Only ever a proposal, which the first step shows as one: it is
 * marked there with words that say so, gives way to any choice, follows the words while none is made, and becomes the citizen's own by
 * *Continuar*, pressed with it in sight. Leaving in any other way keeps nothing of it.
 */
export function proposeKind(description: string): RequestKind | null {
  const beginning = description.slice(0, READ_UNITS);
  const words = ` ${foldWords(beginning).trim()} `;
  const sign = SIGNS.find(([, pattern]) => pattern.test(words));
  return sign?.[0] ?? (beginning.includes('?') ? 'information' : null);
}
