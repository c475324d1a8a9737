import type { RequestKind } from '../contract/types.ts';
import { foldWords } from '../shared/fold-text.ts';

/** The part of the text that is read, in UTF-16 units. It is read at every key press, and people say at the beginning what they want. */
const READ_UNITS = 2_000;

/** Patterns over folded text between spaces; the first that matches tells the kind. A past complaint is no wish to complain. */
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
 * Proposes a kind by the words; null where they do not tell. The first step marks it as a proposal: it changes with the words until the
 * citizen chooses, and becomes the citizen's choice by *Continuar*. Leaving in any other way drops it.
 */
export function proposeKind(description: string): RequestKind | null {
  const beginning = description.slice(0, READ_UNITS);
  const words = ` ${foldWords(beginning).trim()} `;
  const sign = SIGNS.find(([, pattern]) => pattern.test(words));
  return sign?.[0] ?? (beginning.includes('?') ? 'information' : null);
}
