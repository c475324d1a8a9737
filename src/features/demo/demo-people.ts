/**
 * Made-up people. Each has a NISS that is visibly synthetic (no other NISS may be shown in full) and the names of those for whom they act; `isNew` marks a
 * person without requests.
 */
export const DEMO_PEOPLE: readonly { name: string; niss: string; actsFor: string[]; isNew?: true }[] = [
  { name: 'Maria Exemplo', niss: '10000000000', actsFor: [] },
  { name: 'João Modelo', niss: '11000000007', actsFor: ['Alice Modelo', 'Padaria Exemplo, Lda.'] },
  { name: 'Padaria Exemplo, Lda.', niss: '20000000001', actsFor: [] },
  { name: 'Sofia Estreia', niss: '12000000004', actsFor: [], isNew: true },
];

export const DEMO_PASSWORD = 'Demonstracao1';
export const DEMO_CODE = '123456';
export const DEMO_CMD_MOBILE = '910000000';
export const DEMO_CMD_PIN = '1234';
