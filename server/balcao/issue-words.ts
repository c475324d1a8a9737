import { fileKindNames } from '../../domain/file-kinds.ts';
import { DEFAULT_LIMITS } from '../../domain/limits.ts';
import type { OfficeAction } from '../../domain/office-moves.ts';
import type { OfficeIssue } from '../office/judge-act.ts';
import type { ReplyIssue } from '../saved-replies/saved-replies.ts';
import { LOCALE } from './words.ts';

type Params = NonNullable<OfficeIssue['params']>;

type Code = OfficeIssue['code'] | ReplyIssue['code'];

/** The words of the issues that a clerk can mend. Other codes belong to fields that only citizens have. */
const WORDS: Partial<Record<Code, (params: Params) => string>> = {
  descriptionMissing: () => 'Escreva a mensagem',
  descriptionTooShort: ({ min }) => `Escreva pelo menos ${min} caracteres`,
  descriptionTooLong: ({ over, max }) =>
    `A mensagem tem ${figure(over)} ${over === 1 ? 'carácter' : 'caracteres'} a mais. Pode escrever até ${figure(max)}`,
  otherOfficeMissing: () => 'Indique que serviço recebe o pedido',
  otherOfficeTooLong: ({ max }) => `O nome do serviço pode ter até ${figure(max)} caracteres`,
  titleMissing: () => 'Escreva o título',
  titleTooLong: ({ max }) => `O título pode ter até ${figure(max)} caracteres`,
  replyMissing: () => 'Escreva o texto da resposta',
  replyTooLong: ({ max }) => `O texto pode ter até ${figure(max)} caracteres`,
  noteMissing: () => 'Escreva a nota',
  noteTooLong: ({ max }) => `A nota pode ter até ${figure(max)} caracteres`,
  attachmentTypeNotAccepted: ({ name }) =>
    `«${name}» não é de um tipo aceite. Tipos aceites: ${fileKindNames(DEFAULT_LIMITS.acceptedTypes)}`,
  attachmentEnding: ({ name, kind, ending }) =>
    `«${name}» é um ficheiro ${kind}, mas o nome não acaba em ${ending}. Mude-lhe o nome e junte-o de novo`,
  attachmentTooBig: ({ name, size, max }) =>
    `«${name}» tem ${figure(size)} MB. Cada ficheiro pode ter até ${figure(max)} MB`,
  attachmentEmpty: ({ name }) => `«${name}» está vazio`,
  attachmentPassword: ({ name }) =>
    `«${name}» está protegido. Guarde uma cópia sem palavra-passe e junte essa`,
  attachmentDuplicate: ({ name }) => `«${name}» é igual a outro ficheiro que escolheu`,
  attachmentTooMany: ({ max, chosen }) => `Só pode juntar até ${max} ficheiros. Escolheu ${chosen}`,
  attachmentsTooBigTogether: ({ total, max }) =>
    `Os ficheiros juntos têm ${figure(total)} MB. Podem ter até ${figure(max)} MB`,
};

export function issueWords({ code, params = {} }: { code: Code; params?: Params }): string {
  return WORDS[code]?.(params) ?? 'Verifique o que escreveu';
}

/** Returns the id of a field in the form of an action. An issue leads to it. */
export function fieldId(action: OfficeAction, field: OfficeIssue['field']): string {
  return `${action}-${field}`;
}

function figure(value: string | number | undefined): string {
  return Number(value).toLocaleString(LOCALE);
}
