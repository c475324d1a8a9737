/** Where the last part of the MIME type is not what people call it. */
const NAMES: Readonly<Record<string, string>> = {
  'text/plain': 'TXT',
  'application/vnd.oasis.opendocument.text': 'ODT',
  'application/vnd.oasis.opendocument.spreadsheet': 'ODS',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
};

/** The types that the server takes, for people: *PDF, JPEG, …*. */
export function nameTypes(types: readonly string[]): string {
  return types.map((type) => NAMES[type] ?? type.slice(type.indexOf('/') + 1).toUpperCase()).join(', ');
}
