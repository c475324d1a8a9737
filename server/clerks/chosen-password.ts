export const PASSWORD_MIN_LETTERS = 12;

/** Common here: a list made elsewhere does not know them. */
const COMMON_HERE = ['palavrachave', 'palavrapasse', 'segurancasocial', 'balcaoeclic', 'administrador'];

export type PasswordFault = 'short' | 'common';

/** What is wrong with a password that a clerk has chosen; null: nothing. */
export async function judgeChosenPassword(password: string, userName: string): Promise<PasswordFault | null> {
  if ([...password].length < PASSWORD_MIN_LETTERS) return 'short';
  // Fifty thousand words, which nobody needs but whoever changes a password.
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  const common = new Set([...dictionary['passwords-common'], ...COMMON_HERE, fold(userName)]);
  const folded = fold(password);
  const isCommon = common.has(folded) || common.has(folded.replace(/[0-9]+$/, ''));
  return isCommon || new Set(folded).size === 1 ? 'common' : null;
}

/** Without what people add to a common word to have it taken: capitals, accents, strokes and blanks. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
